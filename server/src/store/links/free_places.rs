//! Links of those who are asked whether there are free places.

use chrono::{DateTime, Utc};
use sea_orm::prelude::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Select};

use super::{Purpose, SAY_FREE_PLACES};
use crate::key::Key;
use crate::store::entity::link;
use crate::store::{Store, StoreError, Write};

/// A link that says how many places are free.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreePlacesLink {
    /// The mail address it was sent to.
    pub email: String,
    /// Which listing.
    pub slug: String,
    /// Until when it works.
    pub until: DateTime<Utc>,
}

impl Write {
    /// What a link about free places is for, held until this write is over; none when it does not work.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn free_places_link(
        &self,
        key: &Key,
        now: DateTime<Utc>,
    ) -> Result<Option<FreePlacesLink>, StoreError> {
        Ok(open(key, now).lock_exclusive().one(&self.tx).await?.and_then(read))
    }

    /// Uses a link about free places up.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn end_free_places_link(&self, key: &Key, now: DateTime<Utc>) -> Result<(), StoreError> {
        link::Entity::update_many()
            .col_expr(link::Column::UsedAt, Expr::value(now))
            .filter(link::Column::KeyHash.eq(key.hash()))
            .filter(link::Column::Purpose.eq(SAY_FREE_PLACES))
            .exec(&self.tx)
            .await?;
        Ok(())
    }
}

impl Store {
    /// What a link about free places is for; none when it does not work.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn free_places_link(
        &self,
        key: &Key,
        now: DateTime<Utc>,
    ) -> Result<Option<FreePlacesLink>, StoreError> {
        Ok(open(key, now).one(&self.db).await?.and_then(read))
    }
}

fn open(key: &Key, now: DateTime<Utc>) -> Select<link::Entity> {
    link::Entity::find_by_id(key.hash())
        .filter(link::Column::Purpose.eq(SAY_FREE_PLACES))
        .filter(link::Column::UsedAt.is_null())
        .filter(link::Column::ExpiresAt.gt(now))
}

fn read(row: link::Model) -> Option<FreePlacesLink> {
    let Some(Purpose::SayFreePlaces(slug)) = Purpose::of(&row) else { return None };
    Some(FreePlacesLink { email: row.email, slug, until: row.expires_at })
}
