//! In whose name a change was made, who may let others in, and what editors did.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, boolean, string, timestamp_with_time_zone};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum Member {
    Table,
    MayInvite,
}

#[derive(DeriveIden)]
enum Change {
    Table,
    Editor,
}

#[derive(DeriveIden)]
enum Deed {
    Table,
    Id,
    Editor,
    Verb,
    About,
    DoneAt,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let may_invite = boolean(Member::MayInvite).default(true).take();
        let members = Table::alter().table(Member::Table).add_column(may_invite).to_owned();
        manager.alter_table(members).await?;
        let editor = boolean(Change::Editor).default(false).take();
        let changes = Table::alter().table(Change::Table).add_column(editor).to_owned();
        manager.alter_table(changes).await?;
        let deeds = Table::create()
            .table(Deed::Table)
            .col(big_integer(Deed::Id).auto_increment().primary_key())
            .col(string(Deed::Editor))
            .col(string(Deed::Verb))
            .col(string(Deed::About))
            .col(timestamp_with_time_zone(Deed::DoneAt))
            .to_owned();
        manager.create_table(deeds).await
    }
}
