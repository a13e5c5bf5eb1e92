//! Something an editor did.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "deed")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Mail address of the editor.
    pub editor: String,
    /// Name of the [`crate::store::Verb`].
    pub verb: String,
    /// Slug of the listing, or a mail address.
    pub about: String,
    pub done_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
