//! One change: everything in it is committed together or not at all.

use app::model::Listing;
use chrono::{DateTime, Utc};
use sea_orm::prelude::Expr;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseConnection, DatabaseTransaction, EntityTrait, ExprTrait,
    QueryFilter, QuerySelect, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};

use super::entity::{job, listing, revision};
use super::{JobKind, StoreError};

/// An open transaction. Dropped without [`Write::commit`], it changes nothing.
#[derive(Debug)]
pub struct Write {
    pub(super) tx: DatabaseTransaction,
    changed: Vec<String>,
}

impl Write {
    pub(super) async fn begin(db: &DatabaseConnection) -> Result<Self, StoreError> {
        // SQLite: take the write lock at once, so that no write fails half way for want of it.
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let tx = db.begin_with_options(options).await?;
        Ok(Self { tx, changed: Vec::new() })
    }

    /// Adds or replaces listings.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn put(&mut self, listings: &[Listing], now: DateTime<Utc>) -> Result<(), StoreError> {
        if listings.is_empty() {
            return Ok(());
        }
        let mut rows = Vec::with_capacity(listings.len());
        for listing in listings {
            let document = serde_json::to_string(listing)
                .map_err(|reason| StoreError::Corrupt { slug: listing.slug.clone(), reason })?;
            self.changed.push(listing.slug.clone());
            rows.push(listing::ActiveModel {
                slug: Set(listing.slug.clone()),
                document: Set(document),
                revision: Set(0),
                updated_at: Set(now),
            });
        }
        let replace = OnConflict::column(listing::Column::Slug)
            .update_columns([
                listing::Column::Document,
                listing::Column::Revision,
                listing::Column::UpdatedAt,
            ])
            .to_owned();
        listing::Entity::insert_many(rows).on_conflict(replace).exec_without_returning(&self.tx).await?;
        Ok(())
    }

    /// Has every other write of the listing wait, so that what it changes is not written over. SQLite has
    /// one writer at a time and needs no lock.
    pub(super) async fn hold(&self, slug: &str) -> Result<(), StoreError> {
        let row = listing::Entity::find_by_id(slug).select_only().column(listing::Column::Slug);
        row.lock_exclusive().into_tuple::<String>().one(&self.tx).await?;
        Ok(())
    }

    /// Has every other write of listings wait with its end, and everybody who asks for the same: what is read of
    /// all listings then holds until this one is committed. SQLite has one writer at a time and needs no lock.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn hold_all(&self) -> Result<(), StoreError> {
        revision::Entity::find_by_id(revision::ONLY).lock_exclusive().one(&self.tx).await?;
        Ok(())
    }

    /// Counts every listing as changed, so that all of them are taken in again. Returns how many.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn touch_all(&mut self) -> Result<usize, StoreError> {
        let slugs = listing::Entity::find().select_only().column(listing::Column::Slug);
        let slugs: Vec<String> = slugs.into_tuple().all(&self.tx).await?;
        self.changed.extend(slugs);
        Ok(self.changed.len())
    }

    /// Adds a job to be run once this change is committed. A job whose key another
    /// unfinished job has is not added.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn enqueue(
        &self,
        kind: &JobKind,
        key: Option<&str>,
        run_at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let kind = serde_json::to_string(kind)
            .map_err(|reason| StoreError::Corrupt { slug: "job".to_owned(), reason })?;
        let row = job::ActiveModel {
            kind: Set(kind),
            dedup_key: Set(key.map(ToOwned::to_owned)),
            run_at: Set(run_at),
            attempts: Set(0),
            ..Default::default()
        };
        let keep = OnConflict::column(job::Column::DedupKey).do_nothing().to_owned();
        job::Entity::insert(row).on_conflict(keep).exec_without_returning(&self.tx).await?;
        Ok(())
    }

    /// Bumps the revision, stamps what changed and commits. Returns the revision, or 0
    /// when no listing changed and none was needed.
    ///
    /// # Errors
    /// When the database refuses; then nothing has changed.
    pub async fn commit(self) -> Result<i64, StoreError> {
        let now = if self.changed.is_empty() { 0 } else { self.stamp().await? };
        self.tx.commit().await?;
        Ok(now)
    }

    async fn stamp(&self) -> Result<i64, StoreError> {
        let bumped = revision::Entity::update_many()
            .col_expr(revision::Column::Value, Expr::col(revision::Column::Value).add(1))
            .filter(revision::Column::Id.eq(revision::ONLY))
            .exec_with_returning(&self.tx)
            .await?;
        let now = bumped.first().map_or(0, |row| row.value);
        for slugs in self.changed.chunks(500) {
            listing::Entity::update_many()
                .col_expr(listing::Column::Revision, Expr::value(now))
                .filter(listing::Column::Slug.is_in(slugs))
                .exec(&self.tx)
                .await?;
        }
        Ok(now)
    }
}
