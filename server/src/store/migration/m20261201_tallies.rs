//! What visitors were shown of listings, counted by month; and pairs that are no duplicates.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, date, string};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum ListingView {
    Table,
    Slug,
    Month,
    Times,
}

#[derive(DeriveIden)]
enum ShownSearch {
    Table,
    Slug,
    Month,
    Words,
    Times,
    Places,
}

#[derive(DeriveIden)]
enum NotDuplicate {
    Table,
    One,
    Other,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let views = Table::create()
            .table(ListingView::Table)
            .col(string(ListingView::Slug))
            .col(date(ListingView::Month))
            .col(big_integer(ListingView::Times))
            .primary_key(Index::create().col(ListingView::Slug).col(ListingView::Month))
            .to_owned();
        manager.create_table(views).await?;
        let key =
            Index::create().col(ShownSearch::Slug).col(ShownSearch::Month).col(ShownSearch::Words).to_owned();
        let searches = Table::create()
            .table(ShownSearch::Table)
            .col(string(ShownSearch::Slug))
            .col(date(ShownSearch::Month))
            .col(string(ShownSearch::Words))
            .col(big_integer(ShownSearch::Times))
            .col(big_integer(ShownSearch::Places))
            .primary_key(&mut key.clone())
            .to_owned();
        manager.create_table(searches).await?;
        let others = Table::create()
            .table(NotDuplicate::Table)
            .col(string(NotDuplicate::One))
            .col(string(NotDuplicate::Other))
            .primary_key(Index::create().col(NotDuplicate::One).col(NotDuplicate::Other))
            .to_owned();
        manager.create_table(others).await
    }
}
