//! What was changed in listings, by whom, field by field.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, boolean, string, text, timestamp_with_time_zone};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum Change {
    Table,
    Id,
    Slug,
    Author,
    Before,
    After,
    MadeAt,
    TakenBack,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let changes = Table::create()
            .table(Change::Table)
            .col(big_integer(Change::Id).auto_increment().primary_key())
            .col(string(Change::Slug))
            .col(string(Change::Author))
            .col(text(Change::Before))
            .col(text(Change::After))
            .col(timestamp_with_time_zone(Change::MadeAt))
            .col(boolean(Change::TakenBack))
            .to_owned();
        manager.create_table(changes).await
    }
}
