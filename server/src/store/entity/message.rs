//! What a visitor asks enterprises for.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "message")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Slug of the [`app::model::MessageKind`].
    pub kind: String,
    /// This and the next six are emptied when the message is forgotten.
    #[sea_orm(column_type = "Text")]
    pub what: String,
    #[sea_orm(column_type = "Text")]
    pub amount: String,
    #[sea_orm(column_type = "Text")]
    pub place: String,
    #[sea_orm(column_type = "Text")]
    pub wanted_by: String,
    /// [`app::model::Wanted`] as JSON; nothing when nothing is looked for.
    #[sea_orm(column_type = "Text")]
    pub wanted: Option<String>,
    pub company: String,
    /// The sender's address.
    pub email: String,
    pub created_at: DateTime<Utc>,
    /// When the sender confirmed the address; nothing is sent before.
    pub confirmed_at: Option<DateTime<Utc>>,
    pub forgotten_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
