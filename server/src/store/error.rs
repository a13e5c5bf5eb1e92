//! What can go wrong with the database.

use sea_orm::DbErr;

/// A failure of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Made by a later version of the program.
    #[error(
        "the database is newer than this program (it holds {0}); start the version that made it, or a later one"
    )]
    Newer(String),
    /// Another program holds the file.
    #[error("the database is locked by another program; stop that program or try again")]
    Locked,
    /// The folder or file cannot be written.
    #[error("the database cannot be written: {0}; check free space and permissions of DATA_DIR")]
    NotWritable(String),
    /// A document in it cannot be read.
    #[error("the stored listing “{slug}” cannot be read: {reason}")]
    Corrupt {
        /// Which listing.
        slug: String,
        /// What the reader says.
        reason: serde_json::Error,
    },
    /// The operation is for SQLite files.
    #[error("this works on the SQLite file only; use PostgreSQL's own tools, such as pg_dump")]
    NotSqlite,
    /// Anything else the database says.
    #[error("the database does not answer: {0}")]
    Database(DbErr),
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        let text = error.to_string();
        let says = |phrases: &[&str]| phrases.iter().any(|phrase| text.contains(phrase));
        if says(&["database is locked", "database table is locked"]) {
            Self::Locked
        } else if says(&[
            "readonly database",
            "unable to open database",
            "database or disk is full",
            "disk I/O error",
        ]) {
            Self::NotWritable(text)
        } else {
            Self::Database(error)
        }
    }
}
