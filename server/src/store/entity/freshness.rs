//! What somebody was asked about a listing, and whether they want to be.

use chrono::NaiveDate;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "freshness")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub slug: String,
    /// Which mail of its round the last one was; 0 when none was sent yet.
    pub mails: i32,
    /// The day of the last mail.
    pub asked_on: Option<NaiveDate>,
    /// Whether they want no mails, until the day below or for good.
    pub quiet: bool,
    /// The first day on which they want mails again.
    pub quiet_until: Option<NaiveDate>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
