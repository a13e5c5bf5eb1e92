//! Messages from visitors to enterprises, and how each enterprise answered.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, date_null, integer, string, string_null, text, timestamp_with_time_zone,
    timestamp_with_time_zone_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum Message {
    Table,
    Id,
    Kind,
    What,
    Amount,
    Place,
    WantedBy,
    Company,
    Email,
    CreatedAt,
    ConfirmedAt,
    ForgottenAt,
}

#[derive(DeriveIden)]
enum Recipient {
    Table,
    Id,
    MessageId,
    Slug,
    State,
    Reason,
    AgainOn,
    SentAt,
    Reminders,
    AnsweredAt,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let message = Table::create()
            .table(Message::Table)
            .col(big_integer(Message::Id).auto_increment().primary_key())
            .col(string(Message::Kind))
            .col(text(Message::What))
            .col(text(Message::Amount))
            .col(text(Message::Place))
            .col(text(Message::WantedBy))
            .col(string(Message::Company))
            .col(string(Message::Email))
            .col(timestamp_with_time_zone(Message::CreatedAt))
            .col(timestamp_with_time_zone_null(Message::ConfirmedAt))
            .col(timestamp_with_time_zone_null(Message::ForgottenAt))
            .to_owned();
        manager.create_table(message).await?;
        let recipient = Table::create()
            .table(Recipient::Table)
            .col(big_integer(Recipient::Id).auto_increment().primary_key())
            .col(big_integer(Recipient::MessageId))
            .col(string(Recipient::Slug))
            .col(string(Recipient::State))
            .col(string_null(Recipient::Reason))
            .col(date_null(Recipient::AgainOn))
            .col(timestamp_with_time_zone_null(Recipient::SentAt))
            .col(integer(Recipient::Reminders))
            .col(timestamp_with_time_zone_null(Recipient::AnsweredAt))
            .foreign_key(
                ForeignKey::create()
                    .from(Recipient::Table, Recipient::MessageId)
                    .to(Message::Table, Message::Id)
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .to_owned();
        manager.create_table(recipient).await?;
        let once = Index::create()
            .name("recipient_once")
            .table(Recipient::Table)
            .col(Recipient::MessageId)
            .col(Recipient::Slug)
            .unique()
            .to_owned();
        manager.create_index(once).await?;
        let by_slug = Index::create()
            .name("recipient_slug")
            .table(Recipient::Table)
            .col(Recipient::Slug)
            .col(Recipient::SentAt)
            .to_owned();
        manager.create_index(by_slug).await
    }
}
