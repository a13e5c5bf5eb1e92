//! A picture that was sent and waits to be made fit to show.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "upload")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub slug: String,
    /// What it shows.
    #[sea_orm(column_type = "Text")]
    pub alt: String,
    pub logo: bool,
    /// Mail address of whoever sent it.
    pub author: String,
    /// Whether they did so as an editor.
    pub editor: bool,
    pub sent_at: DateTime<Utc>,
    /// Name of the reason why it is not taken.
    pub refused: Option<String>,
    /// As it was sent; nothing once refused.
    #[sea_orm(column_type = "Blob")]
    pub bytes: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
