//! Pictures that were sent and wait to be made fit to show.

use app::model::{InvalidFile, WaitingPicture};
use chrono::{DateTime, Duration, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::entity::upload;
use super::{Author, Store, StoreError, Write};

/// How long what was sent is kept, taken or not.
const KEPT: Duration = Duration::days(1);

/// A picture as it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Of which listing.
    pub slug: String,
    /// What it shows.
    pub alt: String,
    /// Whether it is the logo.
    pub logo: bool,
    /// Who sent it.
    pub author: Author,
    /// The file.
    pub bytes: Vec<u8>,
}

impl Write {
    /// Keeps what was sent; returns its number.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn add_upload(&self, upload: Upload, now: DateTime<Utc>) -> Result<i64, StoreError> {
        let Upload { slug, alt, logo, author, bytes } = upload;
        let row = upload::ActiveModel {
            slug: Set(slug),
            alt: Set(alt),
            logo: Set(logo),
            author: Set(author.email),
            editor: Set(author.editor),
            sent_at: Set(now),
            refused: Set(None),
            bytes: Set(bytes),
            ..Default::default()
        };
        Ok(upload::Entity::insert(row).exec(&self.tx).await?.last_insert_id)
    }

    /// How many pictures of a listing wait, logos aside.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn waiting_pictures(&self, slug: &str) -> Result<u64, StoreError> {
        let waiting = upload::Entity::find()
            .filter(upload::Column::Slug.eq(slug))
            .filter(upload::Column::Logo.eq(false))
            .filter(upload::Column::Refused.is_null());
        Ok(waiting.count(&self.tx).await?)
    }

    /// Takes what was sent out of those that wait; false when another did meanwhile.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn take_upload(&self, id: i64) -> Result<bool, StoreError> {
        Ok(upload::Entity::delete_by_id(id).exec(&self.tx).await?.rows_affected > 0)
    }

    /// Notes why a file is not taken, and forgets the file.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn refuse_upload(&self, id: i64, reason: InvalidFile) -> Result<(), StoreError> {
        let row = upload::ActiveModel {
            refused: Set(Some(reason.name().to_owned())),
            bytes: Set(Vec::new()),
            ..Default::default()
        };
        upload::Entity::update_many().set(row).filter(upload::Column::Id.eq(id)).exec(&self.tx).await?;
        Ok(())
    }

    /// Forgets a file of a listing that was not taken.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn forget_refused(&self, slug: &str, id: i64) -> Result<(), StoreError> {
        upload::Entity::delete_by_id(id)
            .filter(upload::Column::Slug.eq(slug))
            .filter(upload::Column::Refused.is_not_null())
            .exec(&self.tx)
            .await?;
        Ok(())
    }
}

impl Store {
    /// What was sent, while it waits.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn upload(&self, id: i64) -> Result<Option<Upload>, StoreError> {
        let waiting = upload::Entity::find_by_id(id).filter(upload::Column::Refused.is_null());
        Ok(waiting.one(&self.db).await?.map(|row| Upload {
            slug: row.slug,
            alt: row.alt,
            logo: row.logo,
            author: Author { email: row.author, editor: row.editor },
            bytes: row.bytes,
        }))
    }

    /// Whether it still waits.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn upload_waits(&self, id: i64) -> Result<bool, StoreError> {
        let waiting = upload::Entity::find_by_id(id).filter(upload::Column::Refused.is_null());
        Ok(waiting.count(&self.db).await? > 0)
    }

    /// The pictures of a listing that wait or were not taken, the oldest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn uploads(&self, slug: &str) -> Result<Vec<WaitingPicture>, StoreError> {
        let rows: Vec<(i64, String, bool, Option<String>)> = upload::Entity::find()
            .filter(upload::Column::Slug.eq(slug))
            .order_by_asc(upload::Column::Id)
            .select_only()
            .columns([upload::Column::Id, upload::Column::Alt, upload::Column::Logo, upload::Column::Refused])
            .into_tuple()
            .all(&self.db)
            .await?;
        let read = |(id, alt, logo, refused): (i64, String, bool, Option<String>)| WaitingPicture {
            id,
            alt,
            logo,
            refused: refused.as_deref().map(InvalidFile::from_name),
        };
        Ok(rows.into_iter().map(read).collect())
    }

    /// Forgets what was sent long ago, taken or not.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_uploads(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        upload::Entity::delete_many().filter(upload::Column::SentAt.lt(now - KEPT)).exec(&self.db).await?;
        Ok(())
    }
}
