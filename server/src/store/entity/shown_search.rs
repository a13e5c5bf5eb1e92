//! How often searches with some words showed a listing in a month. Nothing of who asked.

use chrono::NaiveDate;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shown_search")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub slug: String,
    /// Its first day.
    #[sea_orm(primary_key, auto_increment = false)]
    pub month: NaiveDate,
    /// Empty when only filters were chosen.
    #[sea_orm(primary_key, auto_increment = false)]
    pub words: String,
    pub times: i64,
    /// Sum of the places among the hits, from 1.
    pub places: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
