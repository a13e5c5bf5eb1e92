//! Who can sign in.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Lower case.
    #[sea_orm(unique)]
    pub email: String,
    pub created_at: DateTime<Utc>,
    /// Whether invited as an editor; `EDITORS` names more.
    pub editor: bool,
    /// Secret shared with the app that makes codes, in base 32.
    pub totp_secret: Option<String>,
    /// Step of the last code that was taken; no code is taken twice.
    pub totp_step: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
