//! An error in a listing that a visitor reported. Nothing of who it was.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub slug: String,
    /// Slug of the [`app::model::ReportReason`].
    pub reason: String,
    /// Emptied when the error is mended.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    pub created_at: DateTime<Utc>,
    pub mended_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
