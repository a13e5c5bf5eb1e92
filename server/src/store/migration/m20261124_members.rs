//! Who keeps which listing, and who has asked to.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, string, timestamp_with_time_zone};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum Account {
    Table,
    Id,
}

#[derive(DeriveIden)]
enum Link {
    Table,
    Claim,
}

#[derive(DeriveIden)]
enum Member {
    Table,
    AccountId,
    Slug,
    Since,
}

#[derive(DeriveIden)]
enum Claim {
    Table,
    Id,
    Slug,
    Email,
    Name,
    Role,
    State,
    CreatedAt,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let members = Table::create()
            .table(Member::Table)
            .col(big_integer(Member::AccountId))
            .col(string(Member::Slug))
            .col(timestamp_with_time_zone(Member::Since))
            .primary_key(Index::create().col(Member::AccountId).col(Member::Slug))
            .foreign_key(
                ForeignKey::create()
                    .from(Member::Table, Member::AccountId)
                    .to(Account::Table, Account::Id)
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .to_owned();
        manager.create_table(members).await?;
        let claims = Table::create()
            .table(Claim::Table)
            .col(big_integer(Claim::Id).auto_increment().primary_key())
            .col(string(Claim::Slug))
            .col(string(Claim::Email))
            .col(string(Claim::Name))
            .col(string(Claim::Role))
            .col(string(Claim::State))
            .col(timestamp_with_time_zone(Claim::CreatedAt))
            .to_owned();
        manager.create_table(claims).await?;
        // Which claim a link confirms.
        let claim = Table::alter().table(Link::Table).add_column(big_integer_null(Link::Claim)).to_owned();
        manager.alter_table(claim).await
    }
}
