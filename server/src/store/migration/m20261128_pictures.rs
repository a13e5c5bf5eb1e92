//! Pictures: those that were sent and wait, and those that are shown.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, blob, boolean, integer, string, string_null, text, timestamp_with_time_zone,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum Upload {
    Table,
    Id,
    Slug,
    Alt,
    Logo,
    Author,
    Editor,
    SentAt,
    Refused,
    Bytes,
}

#[derive(DeriveIden)]
enum Picture {
    Table,
    Id,
    Width,
    Slug,
    Bytes,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let uploads = Table::create()
            .table(Upload::Table)
            .col(big_integer(Upload::Id).auto_increment().primary_key())
            .col(string(Upload::Slug))
            .col(text(Upload::Alt))
            .col(boolean(Upload::Logo))
            .col(string(Upload::Author))
            .col(boolean(Upload::Editor))
            .col(timestamp_with_time_zone(Upload::SentAt))
            .col(string_null(Upload::Refused))
            .col(blob(Upload::Bytes))
            .to_owned();
        manager.create_table(uploads).await?;
        let pictures = Table::create()
            .table(Picture::Table)
            .col(string(Picture::Id))
            .col(integer(Picture::Width))
            .col(string(Picture::Slug))
            .col(blob(Picture::Bytes))
            .primary_key(Index::create().col(Picture::Id).col(Picture::Width))
            .to_owned();
        manager.create_table(pictures).await
    }
}
