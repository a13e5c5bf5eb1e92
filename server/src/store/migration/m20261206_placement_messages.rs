//! What a message about a place looks for.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::text_null;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum Message {
    Table,
    Wanted,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let wanted = text_null(Message::Wanted);
        let messages = Table::alter().table(Message::Table).add_column(wanted).to_owned();
        manager.alter_table(messages).await
    }
}
