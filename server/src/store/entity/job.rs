//! Work to do outside a request.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The [`crate::store::JobKind`] as JSON.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// At most one unfinished job has the key.
    #[sea_orm(unique)]
    pub dedup_key: Option<String>,
    /// Not before this time.
    pub run_at: DateTime<Utc>,
    /// How often it was begun.
    pub attempts: i32,
    /// Taken by a runner that has until then to finish.
    pub locked_until: Option<DateTime<Utc>>,
    pub finished_at: Option<DateTime<Utc>>,
    #[sea_orm(column_type = "Text")]
    pub last_error: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
