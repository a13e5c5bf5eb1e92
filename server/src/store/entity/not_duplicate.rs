//! Two listings that an editor says are two.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "not_duplicate")]
pub struct Model {
    /// Slug that comes first in the alphabet.
    #[sea_orm(primary_key, auto_increment = false)]
    pub one: String,
    /// The other.
    #[sea_orm(primary_key, auto_increment = false)]
    pub other: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
