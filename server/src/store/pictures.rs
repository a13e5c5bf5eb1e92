//! Pictures that are shown, in the database itself: one transaction makes them and has their listing
//! name them, so that none is ever without the other, and a copy of the database holds everything.

use std::collections::HashSet;

use app::model::Listing;
use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::entity::{change, picture};
use super::{Store, StoreError, Write};

/// How long a picture that is shown no more can be brought back by taking a change back.
const KEPT: Duration = Duration::days(30);

impl Write {
    /// Adds a picture in its sizes, each a width and a file; one that is there stays.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn add_picture(
        &self,
        id: &str,
        slug: &str,
        sizes: Vec<(u16, Vec<u8>)>,
    ) -> Result<(), StoreError> {
        let rows = sizes.into_iter().map(|(width, bytes)| picture::ActiveModel {
            id: Set(id.to_owned()),
            width: Set(width.into()),
            slug: Set(slug.to_owned()),
            bytes: Set(bytes),
        });
        let keep = OnConflict::columns([picture::Column::Id, picture::Column::Width]).do_nothing().to_owned();
        picture::Entity::insert_many(rows).on_conflict(keep).exec_without_returning(&self.tx).await?;
        Ok(())
    }

    /// Takes pictures that are not in this database out of a listing.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn leave_out_unknown_pictures(&self, listing: &mut Listing) -> Result<(), StoreError> {
        if listing.pictures.is_empty() && listing.logo.is_none() {
            return Ok(());
        }
        let known = self.pictures_of(&listing.slug).await?;
        listing.pictures.retain(|picture| known.contains(&picture.id));
        listing.logo.take_if(|logo| !known.contains(&logo.id));
        Ok(())
    }

    /// Forgets pictures that their listing neither shows nor showed lately.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn forget_pictures(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let slugs: Vec<String> = picture::Entity::find()
            .select_only()
            .column(picture::Column::Slug)
            .distinct()
            .into_tuple()
            .all(&self.tx)
            .await?;
        for slug in slugs {
            let mut unused = self.pictures_of(&slug).await?;
            if let Some(Listing { pictures, logo, .. }) = self.listing(&slug).await? {
                unused.retain(|id| pictures.iter().chain(&logo).all(|shown| shown.id != *id));
            }
            if unused.is_empty() {
                continue;
            }
            let lately = change::Entity::find()
                .filter(change::Column::Slug.eq(&slug))
                .filter(change::Column::MadeAt.gte(now - KEPT));
            for change in lately.all(&self.tx).await? {
                unused.retain(|id| !change.before.contains(id) && !change.after.contains(id));
            }
            picture::Entity::delete_many()
                .filter(picture::Column::Slug.eq(&slug))
                .filter(picture::Column::Id.is_in(unused))
                .exec(&self.tx)
                .await?;
        }
        Ok(())
    }

    async fn pictures_of(&self, slug: &str) -> Result<HashSet<String>, StoreError> {
        let ids: Vec<String> = picture::Entity::find()
            .filter(picture::Column::Slug.eq(slug))
            .select_only()
            .column(picture::Column::Id)
            .into_tuple()
            .all(&self.tx)
            .await?;
        Ok(ids.into_iter().collect())
    }
}

impl Store {
    /// A picture in one of its widths, as WebP.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn picture(&self, id: &str, width: u16) -> Result<Option<Vec<u8>>, StoreError> {
        let found = picture::Entity::find_by_id((id.to_owned(), width.into())).one(&self.db).await?;
        Ok(found.map(|row| row.bytes))
    }
}
