//! Who keeps which listing.

use std::collections::BTreeSet;

use app::model::Listing;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::entity::{account, listing, member};
use super::{Store, StoreError, Write};

/// What somebody may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// What the account with this number keeps.
    Kept(i64),
    /// Every listing.
    All,
}

impl Write {
    /// Lets an account keep a listing; one that keeps it already stays as it is.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn add_member(
        &self,
        account: i64,
        slug: &str,
        may_invite: bool,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row = member::ActiveModel {
            account_id: Set(account),
            slug: Set(slug.to_owned()),
            since: Set(now),
            may_invite: Set(may_invite),
        };
        let keep =
            OnConflict::columns([member::Column::AccountId, member::Column::Slug]).do_nothing().to_owned();
        member::Entity::insert(row).on_conflict(keep).exec_without_returning(&self.tx).await?;
        Ok(())
    }

    /// A listing that is not closed and within reach, held until this write is over.
    ///
    /// # Errors
    /// When the database does not answer or the document cannot be read.
    pub async fn kept_listing(&self, reach: Reach, slug: &str) -> Result<Option<Listing>, StoreError> {
        self.hold(slug).await?;
        kept_listing(&self.tx, reach, slug).await
    }

    /// The mail addresses of all editors: the invited ones and those the settings name.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn editors(&self, named: &[String]) -> Result<BTreeSet<String>, StoreError> {
        let invited = account::Entity::find().filter(account::Column::Editor.eq(true)).all(&self.tx).await?;
        Ok(invited.into_iter().map(|row| row.email).chain(named.iter().cloned()).collect())
    }

    /// A listing as it is stored, whatever its state, held until this write is over.
    ///
    /// # Errors
    /// When the database does not answer or the document cannot be read.
    pub async fn listing(&self, slug: &str) -> Result<Option<Listing>, StoreError> {
        self.hold(slug).await?;
        stored_listing(&self.tx, slug).await
    }
}

impl Store {
    /// The name of a listing, whatever its state.
    ///
    /// # Errors
    /// When the database does not answer or the document cannot be read.
    pub async fn name(&self, slug: &str) -> Result<Option<String>, StoreError> {
        Ok(stored_listing(&self.db, slug).await?.map(|listing| listing.name))
    }

    /// A listing that is not closed and within reach.
    ///
    /// # Errors
    /// When the database does not answer or the document cannot be read.
    pub async fn kept_listing(&self, reach: Reach, slug: &str) -> Result<Option<Listing>, StoreError> {
        kept_listing(&self.db, reach, slug).await
    }

    /// The listings an account keeps, by name.
    ///
    /// # Errors
    /// When the database does not answer or a document cannot be read.
    pub async fn listings_of(&self, account: i64) -> Result<Vec<Listing>, StoreError> {
        let mine = member::Entity::find()
            .filter(member::Column::AccountId.eq(account))
            .select_only()
            .column(member::Column::Slug);
        let slugs: Vec<String> = mine.into_tuple().all(&self.db).await?;
        let rows = listing::Entity::find().filter(listing::Column::Slug.is_in(slugs)).all(&self.db).await?;
        let mut listings = rows.into_iter().map(listing::Model::document).collect::<Result<Vec<_>, _>>()?;
        listings.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(listings)
    }
}

pub(super) async fn stored_listing(
    db: &impl ConnectionTrait,
    slug: &str,
) -> Result<Option<Listing>, StoreError> {
    let row = listing::Entity::find_by_id(slug).one(db).await?;
    row.map(listing::Model::document).transpose()
}

async fn kept_listing(
    db: &impl ConnectionTrait,
    reach: Reach,
    slug: &str,
) -> Result<Option<Listing>, StoreError> {
    Ok(reached_listing(db, reach, slug).await?.filter(|listing| !listing.is_closed()))
}

/// A listing within reach, whatever its state.
pub(super) async fn reached_listing(
    db: &impl ConnectionTrait,
    reach: Reach,
    slug: &str,
) -> Result<Option<Listing>, StoreError> {
    if let Reach::Kept(account) = reach
        && member::Entity::find_by_id((account, slug.to_owned())).one(db).await?.is_none()
    {
        return Ok(None);
    }
    stored_listing(db, slug).await
}
