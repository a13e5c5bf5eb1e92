//! The one set of migrations, for SQLite and `PostgreSQL` alike.

mod m20261121_catalogue;
mod m20261122_search_gap;
mod m20261123_accounts;
mod m20261124_members;
mod m20261125_reports;
mod m20261126_changes;
mod m20261127_authors;
mod m20261128_pictures;
mod m20261129_colleagues;
mod m20261130_freshness;
mod m20261201_tallies;
mod m20261202_reviews;
mod m20261203_messages;
mod m20261205_message_moves;
mod m20261206_placement_messages;

use sea_orm_migration::{MigrationTrait, MigratorTrait};

pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261121_catalogue::Migration),
            Box::new(m20261122_search_gap::Migration),
            Box::new(m20261123_accounts::Migration),
            Box::new(m20261124_members::Migration),
            Box::new(m20261125_reports::Migration),
            Box::new(m20261126_changes::Migration),
            Box::new(m20261127_authors::Migration),
            Box::new(m20261128_pictures::Migration),
            Box::new(m20261129_colleagues::Migration),
            Box::new(m20261130_freshness::Migration),
            Box::new(m20261201_tallies::Migration),
            Box::new(m20261202_reviews::Migration),
            Box::new(m20261203_messages::Migration),
            Box::new(m20261205_message_moves::Migration),
            Box::new(m20261206_placement_messages::Migration),
        ]
    }
}
