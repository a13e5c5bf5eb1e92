//! Errors that visitors report.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, string, text, timestamp_with_time_zone, timestamp_with_time_zone_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum Report {
    Table,
    Id,
    Slug,
    Reason,
    Text,
    CreatedAt,
    MendedAt,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let reports = Table::create()
            .table(Report::Table)
            .col(big_integer(Report::Id).auto_increment().primary_key())
            .col(string(Report::Slug))
            .col(string(Report::Reason))
            .col(text(Report::Text))
            .col(timestamp_with_time_zone(Report::CreatedAt))
            .col(timestamp_with_time_zone_null(Report::MendedAt))
            .to_owned();
        manager.create_table(reports).await
    }
}
