//! What waits for an editor before visitors see it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{string, text, text_null, timestamp_with_time_zone};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum Review {
    Table,
    Slug,
    Author,
    Fields,
    Question,
    Answer,
    AskedAt,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let reviews = Table::create()
            .table(Review::Table)
            .col(string(Review::Slug).primary_key())
            .col(string(Review::Author))
            .col(text(Review::Fields))
            .col(text_null(Review::Question))
            .col(text(Review::Answer))
            .col(timestamp_with_time_zone(Review::AskedAt))
            .to_owned();
        manager.create_table(reviews).await
    }
}
