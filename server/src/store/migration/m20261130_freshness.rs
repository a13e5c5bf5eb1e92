//! Who was asked when whether a listing is right, who wants no such mails, and links that take the answer.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, boolean, date_null, integer, string, text_null};

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
    Slugs,
}

#[derive(DeriveIden)]
enum Freshness {
    Table,
    AccountId,
    Slug,
    Mails,
    AskedOn,
    Quiet,
    QuietUntil,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let freshness = Table::create()
            .table(Freshness::Table)
            .col(big_integer(Freshness::AccountId))
            .col(string(Freshness::Slug))
            .col(integer(Freshness::Mails))
            .col(date_null(Freshness::AskedOn))
            .col(boolean(Freshness::Quiet))
            .col(date_null(Freshness::QuietUntil))
            .primary_key(Index::create().col(Freshness::AccountId).col(Freshness::Slug))
            .foreign_key(
                ForeignKey::create()
                    .from(Freshness::Table, Freshness::AccountId)
                    .to(Account::Table, Account::Id)
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .to_owned();
        manager.create_table(freshness).await?;
        // For which listings a link takes somebody's word.
        let slugs = Table::alter().table(Link::Table).add_column(text_null(Link::Slugs)).to_owned();
        manager.alter_table(slugs).await
    }
}
