//! Listings, the revision and the job queue.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_pk_auto, integer, pk_auto, string, string_null, text, text_null,
    timestamp_with_time_zone, timestamp_with_time_zone_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum Listing {
    Table,
    Slug,
    Document,
    Revision,
    UpdatedAt,
}

#[derive(DeriveIden)]
enum Revision {
    Table,
    Id,
    Value,
}

#[derive(DeriveIden)]
enum Job {
    Table,
    Id,
    Kind,
    DedupKey,
    RunAt,
    Attempts,
    LockedUntil,
    FinishedAt,
    LastError,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let listing = Table::create()
            .table(Listing::Table)
            .col(string(Listing::Slug).primary_key())
            .col(text(Listing::Document))
            .col(big_integer(Listing::Revision))
            .col(timestamp_with_time_zone(Listing::UpdatedAt))
            .to_owned();
        manager.create_table(listing).await?;
        let by_revision = Index::create()
            .name("listing_by_revision")
            .table(Listing::Table)
            .col(Listing::Revision)
            .to_owned();
        manager.create_index(by_revision).await?;

        let revision = Table::create()
            .table(Revision::Table)
            .col(pk_auto(Revision::Id))
            .col(big_integer(Revision::Value))
            .to_owned();
        manager.create_table(revision).await?;
        let first = Query::insert()
            .into_table(Revision::Table)
            .columns([Revision::Id, Revision::Value])
            .values_panic([1.into(), 0_i64.into()])
            .to_owned();
        manager.execute(first).await?;

        let job = Table::create()
            .table(Job::Table)
            .col(big_pk_auto(Job::Id))
            .col(text(Job::Kind))
            .col(string_null(Job::DedupKey).unique_key())
            .col(timestamp_with_time_zone(Job::RunAt))
            .col(integer(Job::Attempts))
            .col(timestamp_with_time_zone_null(Job::LockedUntil))
            .col(timestamp_with_time_zone_null(Job::FinishedAt))
            .col(text_null(Job::LastError))
            .to_owned();
        manager.create_table(job).await
    }
}
