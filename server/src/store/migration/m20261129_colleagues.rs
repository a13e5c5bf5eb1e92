//! Invitations of colleagues, links about more than claims, and when a claim was answered.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, boolean, string, timestamp_with_time_zone, timestamp_with_time_zone_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum Invitation {
    Table,
    Id,
    Slug,
    Email,
    MayInvite,
    CreatedAt,
}

#[derive(DeriveIden)]
enum Link {
    Table,
    Claim,
    Number,
}

#[derive(DeriveIden)]
enum Claim {
    Table,
    State,
    CreatedAt,
    DecidedAt,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let invitations = Table::create()
            .table(Invitation::Table)
            .col(big_integer(Invitation::Id).auto_increment().primary_key())
            .col(string(Invitation::Slug))
            .col(string(Invitation::Email))
            .col(boolean(Invitation::MayInvite))
            .col(timestamp_with_time_zone(Invitation::CreatedAt))
            .index(
                Index::create().unique().name("invitation_once").col(Invitation::Slug).col(Invitation::Email),
            )
            .to_owned();
        manager.create_table(invitations).await?;
        let number = Table::alter().table(Link::Table).rename_column(Link::Claim, Link::Number).to_owned();
        manager.alter_table(number).await?;
        let decided = timestamp_with_time_zone_null(Claim::DecidedAt);
        let claims = Table::alter().table(Claim::Table).add_column(decided).to_owned();
        manager.alter_table(claims).await?;
        // Those that were answered before are forgotten by when they were made.
        let before = Query::update()
            .table(Claim::Table)
            .value(Claim::DecidedAt, Expr::col(Claim::CreatedAt))
            .and_where(Expr::col(Claim::State).is_in(["granted", "refused"]))
            .to_owned();
        manager.execute(before).await
    }
}
