//! Accounts, the links they sign in with, and where they are signed in.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, string, string_uniq, timestamp_with_time_zone, timestamp_with_time_zone_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum Account {
    Table,
    Id,
    Email,
    CreatedAt,
}

#[derive(DeriveIden)]
enum Session {
    Table,
    Id,
    KeyHash,
    AccountId,
    Device,
    CreatedAt,
    SeenAt,
}

#[derive(DeriveIden)]
enum Link {
    Table,
    KeyHash,
    Purpose,
    Email,
    ExpiresAt,
    UsedAt,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let accounts = Table::create()
            .table(Account::Table)
            .col(big_integer(Account::Id).auto_increment().primary_key())
            .col(string_uniq(Account::Email))
            .col(timestamp_with_time_zone(Account::CreatedAt))
            .to_owned();
        manager.create_table(accounts).await?;
        let sessions = Table::create()
            .table(Session::Table)
            .col(big_integer(Session::Id).auto_increment().primary_key())
            .col(string_uniq(Session::KeyHash))
            .col(big_integer(Session::AccountId))
            .col(string(Session::Device))
            .col(timestamp_with_time_zone(Session::CreatedAt))
            .col(timestamp_with_time_zone(Session::SeenAt))
            .foreign_key(
                ForeignKey::create()
                    .from(Session::Table, Session::AccountId)
                    .to(Account::Table, Account::Id)
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .to_owned();
        manager.create_table(sessions).await?;
        let by_account =
            Index::create().name("session_account").table(Session::Table).col(Session::AccountId).to_owned();
        manager.create_index(by_account).await?;
        let links = Table::create()
            .table(Link::Table)
            .col(string(Link::KeyHash).primary_key())
            .col(string(Link::Purpose))
            .col(string(Link::Email))
            .col(timestamp_with_time_zone(Link::ExpiresAt))
            .col(timestamp_with_time_zone_null(Link::UsedAt))
            .to_owned();
        manager.create_table(links).await
    }
}
