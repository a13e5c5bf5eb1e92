//! One row a listing: the document and what is asked for beside it.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

use crate::store::StoreError;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "listing")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub slug: String,
    /// The [`app::model::Listing`] as JSON.
    #[sea_orm(column_type = "Text")]
    pub document: String,
    /// Revision of the write that changed it last; 0 until that write is about to commit.
    pub revision: i64,
    pub updated_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn document(self) -> Result<app::model::Listing, StoreError> {
        serde_json::from_str(&self.document).map_err(|reason| StoreError::Corrupt { slug: self.slug, reason })
    }
}
