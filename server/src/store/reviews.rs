//! What waits for an editor. The version visitors see is the stored listing; what waits lies beside it.

use app::model::Listing;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value;

use super::changes::with_fields;
use super::entity::{listing, review};
use super::{Fields, Reach, Store, StoreError, Write};

/// What of a listing waits for an editor.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// Which listing.
    pub slug: String,
    /// Mail address of whoever wrote last.
    pub author: String,
    /// The fields as they are to be; null for one that is to go. None for a new listing.
    pub fields: Fields,
    /// What an editor asked back and nobody has answered.
    pub question: Option<String>,
    /// What was answered.
    pub answer: String,
    /// Since when it waits.
    pub asked: DateTime<Utc>,
}

impl TryFrom<review::Model> for Review {
    type Error = StoreError;

    fn try_from(row: review::Model) -> Result<Self, StoreError> {
        let review::Model { slug, author, fields, question, answer, asked_at } = row;
        let fields = serde_json::from_str(&fields)
            .map_err(|reason| StoreError::Corrupt { slug: slug.clone(), reason })?;
        Ok(Self { slug, author, fields, question, answer, asked: asked_at })
    }
}

/// A listing with what waits beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// As it is stored, and seen when it is public.
    pub listing: Listing,
    /// What waits.
    pub review: Option<Review>,
}

impl Kept {
    /// The listing as those have it who keep it: with everything that waits.
    ///
    /// # Errors
    /// When what waits no longer makes a listing.
    pub fn latest(&self) -> Result<Listing, StoreError> {
        match &self.review {
            Some(review) => with_fields(&self.listing, &review.fields),
            None => Ok(self.listing.clone()),
        }
    }
}

impl Write {
    /// A listing within reach that is not closed, with what waits.
    ///
    /// # Errors
    /// When the database does not answer or something cannot be read.
    pub async fn kept(&self, reach: Reach, slug: &str) -> Result<Option<Kept>, StoreError> {
        let Some(listing) = self.kept_listing(reach, slug).await? else { return Ok(None) };
        Ok(Some(Kept { listing, review: review(&self.tx, slug).await? }))
    }

    /// Notes what waits, in place of what waited before.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn put_review(&self, review: &Review) -> Result<(), StoreError> {
        let row = review::ActiveModel {
            slug: Set(review.slug.clone()),
            author: Set(review.author.clone()),
            fields: Set(Value::Object(review.fields.clone()).to_string()),
            question: Set(review.question.clone()),
            answer: Set(review.answer.clone()),
            asked_at: Set(review.asked),
        };
        let replace = OnConflict::column(review::Column::Slug)
            .update_columns([
                review::Column::Author,
                review::Column::Fields,
                review::Column::Question,
                review::Column::Answer,
                review::Column::AskedAt,
            ])
            .to_owned();
        review::Entity::insert(row).on_conflict(replace).exec_without_returning(&self.tx).await?;
        Ok(())
    }

    /// Forgets what waits.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn end_review(&self, slug: &str) -> Result<(), StoreError> {
        review::Entity::delete_by_id(slug).exec(&self.tx).await?;
        Ok(())
    }
}

impl Store {
    /// A listing within reach that is not closed, with what waits.
    ///
    /// # Errors
    /// When the database does not answer or something cannot be read.
    pub async fn kept(&self, reach: Reach, slug: &str) -> Result<Option<Kept>, StoreError> {
        let Some(listing) = self.kept_listing(reach, slug).await? else { return Ok(None) };
        Ok(Some(Kept { listing, review: review(&self.db, slug).await? }))
    }

    /// Everything that waits with its listing, the oldest first.
    ///
    /// # Errors
    /// When the database does not answer or something cannot be read.
    pub async fn reviews(&self) -> Result<Vec<Kept>, StoreError> {
        let rows = review::Entity::find().order_by_asc(review::Column::AskedAt).all(&self.db).await?;
        let slugs = rows.iter().map(|row| row.slug.clone());
        let listings =
            listing::Entity::find().filter(listing::Column::Slug.is_in(slugs)).all(&self.db).await?;
        let listings = listings.into_iter().map(listing::Model::document).collect::<Result<Vec<_>, _>>()?;
        let mut kept = Vec::new();
        for row in rows {
            if let Some(listing) = listings.iter().find(|listing| listing.slug == row.slug) {
                kept.push(Kept { listing: listing.clone(), review: Some(Review::try_from(row)?) });
            }
        }
        Ok(kept)
    }
}

async fn review(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Review>, StoreError> {
    let row = review::Entity::find_by_id(slug).one(db).await?;
    row.map(Review::try_from).transpose()
}
