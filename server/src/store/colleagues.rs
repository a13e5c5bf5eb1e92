//! Those who keep a listing together.

use app::model::Listing;
use chrono::{DateTime, Utc};
use sea_orm::prelude::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::entity::{account, listing, member};
use super::members::reached_listing;
use super::{Reach, Store, StoreError, Write};

/// One of those who keep a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// Number of the account.
    pub account: i64,
    /// Mail address.
    pub email: String,
    /// Whether they may let others in, and out.
    pub may_invite: bool,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// Whether the reach goes as far as saying who else keeps a listing.
#[must_use]
pub fn may_invite(reach: Reach, colleagues: &[Colleague]) -> bool {
    match reach {
        Reach::All => true,
        Reach::Kept(account) => {
            colleagues.iter().any(|colleague| colleague.account == account && colleague.may_invite)
        }
    }
}

impl Write {
    /// Those who keep a listing, the longest first. Until this write ends, nobody else says who they are:
    /// what is decided by them holds.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn colleagues(&self, slug: &str) -> Result<Vec<Colleague>, StoreError> {
        // SQLite has one write at a time anyway.
        listing::Entity::find_by_id(slug).lock_exclusive().one(&self.tx).await?;
        colleagues(&self.tx, slug).await
    }

    /// An open listing of which they may say who else keeps it.
    ///
    /// # Errors
    /// When the database does not answer or the document cannot be read.
    pub async fn managed_listing(&self, reach: Reach, slug: &str) -> Result<Option<Listing>, StoreError> {
        let may = may_invite(reach, &self.colleagues(slug).await?);
        Ok(self.kept_listing(reach, slug).await?.filter(|_| may))
    }

    /// A listing within reach, whatever its state.
    ///
    /// # Errors
    /// When the database does not answer or the document cannot be read.
    pub async fn reached_listing(&self, reach: Reach, slug: &str) -> Result<Option<Listing>, StoreError> {
        reached_listing(&self.tx, reach, slug).await
    }

    /// The slugs of all that an account keeps, in order.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn kept_slugs(&self, account: i64) -> Result<Vec<String>, StoreError> {
        let kept = member::Entity::find()
            .filter(member::Column::AccountId.eq(account))
            .order_by_asc(member::Column::Slug)
            .select_only()
            .column(member::Column::Slug);
        Ok(kept.into_tuple().all(&self.tx).await?)
    }

    /// Says whether a member may let others in; false when there is no such member.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn let_invite(&self, account: i64, slug: &str, may_invite: bool) -> Result<bool, StoreError> {
        let changed = member::Entity::update_many()
            .col_expr(member::Column::MayInvite, Expr::value(may_invite))
            .filter(member::Column::AccountId.eq(account))
            .filter(member::Column::Slug.eq(slug))
            .exec(&self.tx)
            .await?;
        Ok(changed.rows_affected > 0)
    }

    /// Takes a listing from a member; false when there is no such member.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn remove_member(&self, account: i64, slug: &str) -> Result<bool, StoreError> {
        let gone = member::Entity::delete_by_id((account, slug.to_owned())).exec(&self.tx).await?;
        Ok(gone.rows_affected > 0)
    }
}

impl Store {
    /// Those who keep a listing, the longest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn colleagues(&self, slug: &str) -> Result<Vec<Colleague>, StoreError> {
        colleagues(&self.db, slug).await
    }

    /// A listing within reach, whatever its state.
    ///
    /// # Errors
    /// When the database does not answer or the document cannot be read.
    pub async fn reached_listing(&self, reach: Reach, slug: &str) -> Result<Option<Listing>, StoreError> {
        reached_listing(&self.db, reach, slug).await
    }
}

async fn colleagues(db: &impl ConnectionTrait, slug: &str) -> Result<Vec<Colleague>, StoreError> {
    let members = member::Entity::find()
        .filter(member::Column::Slug.eq(slug))
        .order_by_asc(member::Column::Since)
        .order_by_asc(member::Column::AccountId)
        .all(db)
        .await?;
    let ids = members.iter().map(|member| member.account_id);
    let accounts = account::Entity::find().filter(account::Column::Id.is_in(ids)).all(db).await?;
    let colleague = |member: &member::Model| {
        let account = accounts.iter().find(|account| account.id == member.account_id)?;
        Some(Colleague {
            account: account.id,
            email: account.email.clone(),
            may_invite: member.may_invite,
            since: member.since,
        })
    };
    Ok(members.iter().filter_map(colleague).collect())
}
