//! An enterprise a message goes to, and how it answered.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "recipient")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub message_id: i64,
    /// Which listing.
    pub slug: String,
    /// Slug of the [`app::model::RecipientState`].
    pub state: String,
    /// Slug of the [`app::model::DeclineReason`], if it gave one.
    pub reason: Option<String>,
    /// From which day it may be asked again, if it said so.
    pub again_on: Option<NaiveDate>,
    /// When the first mail went to it.
    pub sent_at: Option<DateTime<Utc>>,
    /// How many reminders went to it.
    pub reminders: i32,
    pub answered_at: Option<DateTime<Utc>>,
    /// When it last moved on: reminded, paused, answered or closed.
    pub moved_on: Option<NaiveDate>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
