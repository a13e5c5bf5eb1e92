//! One row: the number of the newest committed write.
//!
//! Its row lock orders commits: a write bumps it last and holds it to the end, so a
//! reader that sees revision n has seen every write up to n. A sequence or a
//! timestamp would lose writes that commit late.

use sea_orm::entity::prelude::*;

/// The key of the only row.
pub const ONLY: i32 = 1;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "revision")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    pub value: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
