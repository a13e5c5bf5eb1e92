//! What is needed to find listings that stand twice and to make one of two.

use std::collections::HashSet;

use app::model::Listing;
use chrono::{DateTime, Utc};
use sea_orm::prelude::Expr;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::entity::{claim, listing, member, not_duplicate, report};
use super::{ClaimState, Store, StoreError, Write};

impl Write {
    /// Remembers that two listings are two; false when that is known already.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn keep_apart(&self, a: &str, b: &str) -> Result<bool, StoreError> {
        let (one, other) = ordered(a, b);
        let row = not_duplicate::ActiveModel { one: Set(one.to_owned()), other: Set(other.to_owned()) };
        let key = (one.to_owned(), other.to_owned());
        let known = not_duplicate::Entity::find_by_id(key).one(&self.tx).await?.is_some();
        let keep = OnConflict::columns([not_duplicate::Column::One, not_duplicate::Column::Other])
            .do_nothing()
            .to_owned();
        not_duplicate::Entity::insert(row).on_conflict(keep).exec_without_returning(&self.tx).await?;
        Ok(!known)
    }

    /// Lets those who keep one listing keep another instead; those who keep both keep what they may there.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn move_members(&self, from: &str, to: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
        let members = member::Entity::find().filter(member::Column::Slug.eq(from)).all(&self.tx).await?;
        for member in members {
            self.add_member(member.account_id, to, member.may_invite, now).await?;
        }
        member::Entity::delete_many().filter(member::Column::Slug.eq(from)).exec(&self.tx).await?;
        Ok(())
    }

    /// Lets claims that are not decided, and errors that are not mended, be about another listing.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn move_claims_and_reports(&self, from: &str, to: &str) -> Result<(), StoreError> {
        let open = [ClaimState::Unconfirmed.name(), ClaimState::Waiting.name()];
        claim::Entity::update_many()
            .col_expr(claim::Column::Slug, Expr::value(to))
            .filter(claim::Column::Slug.eq(from))
            .filter(claim::Column::State.is_in(open))
            .exec(&self.tx)
            .await?;
        report::Entity::update_many()
            .col_expr(report::Column::Slug, Expr::value(to))
            .filter(report::Column::Slug.eq(from))
            .filter(report::Column::MendedAt.is_null())
            .exec(&self.tx)
            .await?;
        Ok(())
    }

    /// Every listing that is not closed, whether it may be seen or not, by slug.
    ///
    /// # Errors
    /// When the database does not answer or a document cannot be read.
    pub async fn open_listings(&self) -> Result<Vec<Listing>, StoreError> {
        open_listings(&self.tx).await
    }

    /// The listings that belong to another or were merged into it.
    ///
    /// # Errors
    /// When the database does not answer or a document cannot be read.
    pub async fn leading_to(&self, slug: &str) -> Result<Vec<Listing>, StoreError> {
        // Documents that hold the slug as a value are few; which of them mean it is then read.
        let holds = listing::Column::Document.contains(format!("\"{slug}\""));
        let rows = listing::Entity::find().filter(holds).all(&self.tx).await?;
        let mut all = rows.into_iter().map(listing::Model::document).collect::<Result<Vec<_>, _>>()?;
        all.retain(|listing| {
            listing.parent_slug.as_deref() == Some(slug) || listing.moved_to() == Some(slug)
        });
        Ok(all)
    }
}

impl Store {
    /// Every listing that is not closed, whether it may be seen or not, by slug.
    ///
    /// # Errors
    /// When the database does not answer or a document cannot be read.
    pub async fn open_listings(&self) -> Result<Vec<Listing>, StoreError> {
        open_listings(&self.db).await
    }

    /// Every listing, whatever its state.
    ///
    /// # Errors
    /// When the database does not answer or a document cannot be read.
    pub async fn all_listings(&self) -> Result<Vec<Listing>, StoreError> {
        let rows = listing::Entity::find().all(&self.db).await?;
        rows.into_iter().map(listing::Model::document).collect()
    }

    /// Pairs that an editor says are two, each with the slug that comes first in front.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn kept_apart(&self) -> Result<HashSet<(String, String)>, StoreError> {
        let rows = not_duplicate::Entity::find().all(&self.db).await?;
        Ok(rows.into_iter().map(|row| (row.one, row.other)).collect())
    }
}

fn ordered<'a>(a: &'a str, b: &'a str) -> (&'a str, &'a str) {
    if a <= b { (a, b) } else { (b, a) }
}

async fn open_listings(db: &impl ConnectionTrait) -> Result<Vec<Listing>, StoreError> {
    let rows = listing::Entity::find().order_by_asc(listing::Column::Slug).all(db).await?;
    let all = rows.into_iter().map(listing::Model::document).collect::<Result<Vec<_>, _>>()?;
    Ok(all.into_iter().filter(|listing| !listing.is_closed()).collect())
}
