//! What of a listing waits for an editor; one row a listing.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "review")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub slug: String,
    /// Mail address of whoever wrote last.
    pub author: String,
    /// The fields as they are to be, as a JSON object; null for one that is to go. None for a new listing.
    #[sea_orm(column_type = "Text")]
    pub fields: String,
    /// What an editor asked back and nobody has answered.
    #[sea_orm(column_type = "Text", nullable)]
    pub question: Option<String>,
    /// What was answered.
    #[sea_orm(column_type = "Text")]
    pub answer: String,
    pub asked_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
