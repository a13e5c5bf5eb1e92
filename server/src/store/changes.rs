//! What was changed in listings, by whom, field by field: the revisions of the catalogue.

use std::collections::BTreeMap;

use app::model::Listing;
use chrono::{DateTime, Utc};
use sea_orm::prelude::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::{Map, Value};

use super::entity::change;
use super::{Store, StoreError, Write};

/// Fields by key.
pub type Fields = Map<String, Value>;

/// Who makes a change, and in whose name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// Mail address.
    pub email: String,
    /// Whether as an editor; else for the enterprise.
    pub editor: bool,
}

/// A change of a listing.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Its number.
    pub id: i64,
    /// Which listing.
    pub slug: String,
    /// Who made it.
    pub author: Author,
    /// The fields that differ, as they were; one that was missing is missing.
    pub before: Fields,
    /// The same, as they became.
    pub after: Fields,
    /// When.
    pub made: DateTime<Utc>,
    /// Whether it was taken back.
    pub taken_back: bool,
}

impl TryFrom<change::Model> for Change {
    type Error = StoreError;

    fn try_from(row: change::Model) -> Result<Self, StoreError> {
        let change::Model { id, slug, author, editor, before, after, made_at, taken_back } = row;
        let author = Author { email: author, editor };
        let read = |text: &str| {
            serde_json::from_str(text).map_err(|reason| StoreError::Corrupt { slug: slug.clone(), reason })
        };
        Ok(Self { before: read(&before)?, after: read(&after)?, id, slug, author, made: made_at, taken_back })
    }
}

/// A listing as fields.
///
/// # Errors
/// Never for a listing that can be stored.
pub fn fields(listing: &Listing) -> Result<Fields, StoreError> {
    let corrupt = |reason| StoreError::Corrupt { slug: listing.slug.clone(), reason };
    match serde_json::to_value(listing).map_err(corrupt)? {
        Value::Object(fields) => Ok(fields),
        _ => Ok(Fields::new()),
    }
}

/// The fields of a listing that another one has differently; null for those it has and the first has not.
///
/// # Errors
/// Never for listings that can be stored.
pub fn differing(of: &Listing, from: &Listing) -> Result<Fields, StoreError> {
    let (of, from) = (fields(of)?, fields(from)?);
    let gone = from.keys().filter(|key| !of.contains_key(*key)).map(|key| (key.clone(), Value::Null));
    let gone: Vec<(String, Value)> = gone.collect();
    let other = of.into_iter().filter(|(key, value)| from.get(key) != Some(value));
    Ok(other.chain(gone).collect())
}

/// The listing with these fields in place of its own; null takes one away.
///
/// # Errors
/// When they make no listing.
pub fn with_fields(listing: &Listing, more: &Fields) -> Result<Listing, StoreError> {
    let mut all = fields(listing)?;
    for (key, value) in more {
        match value {
            Value::Null => all.remove(key),
            value => all.insert(key.clone(), value.clone()),
        };
    }
    serde_json::from_value(Value::Object(all))
        .map_err(|reason| StoreError::Corrupt { slug: listing.slug.clone(), reason })
}

impl Write {
    /// Adds a listing of a slug that is not taken, and notes who did it.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn create(
        &mut self,
        listing: &Listing,
        author: &Author,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.put(std::slice::from_ref(listing), now).await?;
        self.note_change(&listing.slug, Fields::new(), fields(listing)?, author, now).await
    }

    /// Saves a listing in place of another and notes what differs and who did it. Nothing when nothing does.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn change(
        &mut self,
        before: &Listing,
        after: &Listing,
        author: &Author,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (mut was, mut is) = (differing(before, after)?, differing(after, before)?);
        if is.is_empty() {
            return Ok(());
        }
        was.retain(|_, value| !value.is_null());
        is.retain(|_, value| !value.is_null());
        self.put(std::slice::from_ref(after), now).await?;
        self.note_change(&after.slug, was, is, author, now).await
    }

    async fn note_change(
        &self,
        slug: &str,
        was: Fields,
        is: Fields,
        author: &Author,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row = change::ActiveModel {
            slug: Set(slug.to_owned()),
            author: Set(author.email.clone()),
            editor: Set(author.editor),
            before: Set(Value::Object(was).to_string()),
            after: Set(Value::Object(is).to_string()),
            made_at: Set(now),
            taken_back: Set(false),
            ..Default::default()
        };
        change::Entity::insert(row).exec_without_returning(&self.tx).await?;
        Ok(())
    }

    /// A change that was not taken back, marked as taken back from now on.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn take_change(&self, id: i64) -> Result<Option<Change>, StoreError> {
        let taken = change::Entity::update_many()
            .col_expr(change::Column::TakenBack, Expr::value(true))
            .filter(change::Column::Id.eq(id))
            .filter(change::Column::TakenBack.eq(false))
            .exec_with_returning(&self.tx)
            .await?;
        taken.into_iter().next().map(Change::try_from).transpose()
    }
}

impl Store {
    /// The latest changes, the newest first.
    ///
    /// # Errors
    /// When the database does not answer or a change cannot be read.
    pub async fn changes(&self, limit: u64) -> Result<Vec<Change>, StoreError> {
        let rows =
            change::Entity::find().order_by_desc(change::Column::Id).limit(limit).all(&self.db).await?;
        rows.into_iter().map(Change::try_from).collect()
    }

    /// Who wrote each field of a listing last, and when; what was taken back counts for nothing.
    ///
    /// # Errors
    /// When the database does not answer or a change cannot be read.
    pub async fn authors(&self, slug: &str) -> Result<BTreeMap<String, (Author, DateTime<Utc>)>, StoreError> {
        let rows = change::Entity::find()
            .filter(change::Column::Slug.eq(slug))
            .filter(change::Column::TakenBack.eq(false))
            .order_by_asc(change::Column::Id)
            .all(&self.db)
            .await?;
        let mut authors = BTreeMap::new();
        for row in rows {
            let change = Change::try_from(row)?;
            for key in change.before.keys().chain(change.after.keys()) {
                authors.insert(key.clone(), (change.author.clone(), change.made));
            }
        }
        Ok(authors)
    }
}
