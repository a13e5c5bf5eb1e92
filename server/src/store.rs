//! The database: SQLite by default, `PostgreSQL` by `DATABASE_URL`; the same program on both.
//!
//! A listing is one document with the columns that are asked for beside it.
//! Every write goes through [`Write`], which bumps the catalogue's revision last.

mod accounts;
mod changes;
mod claims;
mod colleagues;
mod deeds;
mod duplicates;
mod entity;
mod error;
mod freshness;
mod gaps;
mod invitations;
mod jobs;
mod links;
mod member_accounts;
mod members;
mod messages;
mod migration;
mod own_data;
mod pictures;
mod reports;
mod reviews;
mod second_factors;
mod tallies;
mod uploads;
mod write;

pub use accounts::{Identity, Session};
pub use changes::{Author, Change, Fields, differing, fields, with_fields};
pub use claims::{Claim, ClaimState};
pub use colleagues::{Colleague, may_invite};
pub use deeds::{Deed, Verb};
pub use error::StoreError;
pub use freshness::{Asked, Keeper};
pub use gaps::Gap;
pub use invitations::Invitation;
pub use jobs::{ATTEMPTS, Job, JobKind, JobState, Lane, ReviewOutcome};
pub use links::{FreePlacesLink, Purpose};
pub use member_accounts::MemberAccount;
pub use members::Reach;
pub use messages::{AnswerLink, Message, Outcome, Recipient};
pub use own_data::{OwnData, SentLink};
pub use reports::Report;
pub use reviews::{Kept, Review};
pub use tallies::{Found, Tally};
pub use uploads::Upload;
pub use write::Write;

use std::time::Duration;

use app::model::Listing;
use sea_orm::sqlx::sqlite::{
    SqliteConnection, SqliteJournalMode, SqliteSynchronous, SqliteTransactionManager,
};
use sea_orm::sqlx::{self, Connection, Executor};
use sea_orm::{
    ColumnTrait, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, EntityTrait,
    QueryFilter, QueryOrder, QuerySelect,
};
use sea_orm_migration::MigratorTrait;
use sqlx_core::transaction::TransactionManager;

use entity::{listing, revision};

/// How long a connection is waited for.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long a write waits for another program's lock on the SQLite file.
const BUSY: Duration = Duration::from_secs(5);

/// Has the driver forget a transaction that SQLite has ended by itself. When the disk is full SQLite rolls
/// back at once; the rollback of the driver then finds nothing, and the driver would count on being inside
/// for ever: what is written next would be a part of a transaction that nobody commits.
async fn outside_transactions(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    if connection.is_in_transaction() {
        connection.execute("BEGIN").await?;
        SqliteTransactionManager::rollback(connection).await?;
    }
    // One that is still inside is closed, and another opened in its place.
    Ok(!connection.is_in_transaction())
}

/// A connected and migrated database.
#[derive(Debug, Clone)]
pub struct Store {
    db: DatabaseConnection,
}

impl Store {
    /// Connects and brings the tables up to date.
    ///
    /// # Errors
    /// [`StoreError::Newer`] when the database was made by a later version, else why it cannot be opened.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let mut options = ConnectOptions::new(url);
        options.sqlx_logging(false).acquire_timeout(PATIENCE).map_sqlx_sqlite_opts(|sqlite| {
            sqlite
                .create_if_missing(true)
                .foreign_keys(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .busy_timeout(BUSY)
        });
        options.map_sqlx_sqlite_pool_opts(|pool| {
            pool.before_acquire(|connection, _| Box::pin(outside_transactions(connection)))
        });
        let db = Database::connect(options).await?;
        let store = Self { db };
        store.refuse_newer().await?;
        migration::Migrator::up(&store.db, None).await?;
        Ok(store)
    }

    async fn refuse_newer(&self) -> Result<(), StoreError> {
        let known: Vec<String> =
            migration::Migrator::migrations().iter().map(|migration| migration.name().to_owned()).collect();
        let applied = migration::Migrator::get_migration_models(&self.db).await.unwrap_or_default();
        match applied.into_iter().find(|row| !known.contains(&row.version)) {
            Some(row) => Err(StoreError::Newer(row.version)),
            None => Ok(()),
        }
    }

    /// Begins a write.
    ///
    /// # Errors
    /// When the database does not answer or stays locked.
    pub async fn write(&self) -> Result<Write, StoreError> {
        Write::begin(&self.db).await
    }

    /// The revision of the newest committed write; 0 when nothing was ever written.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn revision(&self) -> Result<i64, StoreError> {
        let row = revision::Entity::find_by_id(revision::ONLY).one(&self.db).await?;
        Ok(row.map_or(0, |row| row.value))
    }

    /// Listings written after one revision and up to another, at most `limit`, in order
    /// of slug beginning after `after_slug`.
    ///
    /// # Errors
    /// When the database does not answer or a document cannot be read.
    pub async fn changed(
        &self,
        after: i64,
        up_to: i64,
        after_slug: &str,
        limit: u64,
    ) -> Result<Vec<Listing>, StoreError> {
        let rows = listing::Entity::find()
            .filter(listing::Column::Revision.gt(after))
            .filter(listing::Column::Revision.lte(up_to))
            .filter(listing::Column::Slug.gt(after_slug))
            .order_by_asc(listing::Column::Slug)
            .limit(limit)
            .all(&self.db)
            .await?;
        rows.into_iter().map(listing::Model::document).collect()
    }

    /// Writes a consistent copy of an SQLite database to a new file.
    ///
    /// # Errors
    /// [`StoreError::NotSqlite`] on `PostgreSQL`, else why the copy could not be written.
    pub async fn copy_to(&self, file: &str) -> Result<(), StoreError> {
        if self.db.get_database_backend() != DbBackend::Sqlite {
            return Err(StoreError::NotSqlite);
        }
        let quoted = file.replace('\'', "''");
        self.db.execute_unprepared(&format!("VACUUM INTO '{quoted}'")).await?;
        Ok(())
    }

    /// Lets the database refresh what it knows of its tables.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn optimise(&self) -> Result<(), StoreError> {
        let statement = match self.db.get_database_backend() {
            DbBackend::Sqlite => "PRAGMA optimize",
            _ => "ANALYZE listing",
        };
        self.db.execute_unprepared(statement).await?;
        Ok(())
    }

    /// Closes all connections, so that an SQLite file is left without its log.
    pub async fn close(self) {
        if let Err(error) = self.db.close().await {
            tracing::warn!(%error, "the database did not close cleanly");
        }
    }
}
