//! Accounts, the links and second factors they sign in with, and where they are signed in.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, boolean, string, string_null, string_uniq, timestamp_with_time_zone,
    timestamp_with_time_zone_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum Account {
    Table,
    Id,
    Email,
    CreatedAt,
    Editor,
    TotpSecret,
    TotpStep,
}

#[derive(DeriveIden)]
enum RecoveryCode {
    Table,
    CodeHash,
    AccountId,
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
    Proven,
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
            .col(boolean(Account::Editor))
            .col(string_null(Account::TotpSecret))
            .col(big_integer_null(Account::TotpStep))
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
            .col(boolean(Session::Proven))
            .foreign_key(
                ForeignKey::create()
                    .from(Session::Table, Session::AccountId)
                    .to(Account::Table, Account::Id)
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .to_owned();
        manager.create_table(sessions).await?;
        let codes = Table::create()
            .table(RecoveryCode::Table)
            .col(string(RecoveryCode::CodeHash).primary_key())
            .col(big_integer(RecoveryCode::AccountId))
            .foreign_key(
                ForeignKey::create()
                    .from(RecoveryCode::Table, RecoveryCode::AccountId)
                    .to(Account::Table, Account::Id)
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .to_owned();
        manager.create_table(codes).await?;
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
