//! The day a message last moved on at an enterprise.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::date_null;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum Recipient {
    Table,
    MovedOn,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let moved = date_null(Recipient::MovedOn);
        let recipients = Table::alter().table(Recipient::Table).add_column(moved).to_owned();
        manager.alter_table(recipients).await
    }
}
