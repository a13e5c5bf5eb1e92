//! What people did not find, counted by words, place and day.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, date, integer, string};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum SearchGap {
    Table,
    Day,
    Words,
    Place,
    Hits,
    Count,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let gaps = Table::create()
            .table(SearchGap::Table)
            .col(date(SearchGap::Day))
            .col(string(SearchGap::Words))
            .col(string(SearchGap::Place))
            .col(integer(SearchGap::Hits))
            .col(big_integer(SearchGap::Count))
            .primary_key(Index::create().col(SearchGap::Day).col(SearchGap::Words).col(SearchGap::Place))
            .to_owned();
        manager.create_table(gaps).await
    }
}
