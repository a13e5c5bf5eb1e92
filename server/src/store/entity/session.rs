//! A browser that is signed in.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    #[sea_orm(unique)]
    pub key_hash: String,
    pub account_id: i64,
    /// What the browser calls itself, in Danish.
    pub device: String,
    pub created_at: DateTime<Utc>,
    /// To the hour; a session not seen for long is over.
    pub seen_at: DateTime<Utc>,
    /// Whether the second factor was given too.
    pub proven: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
