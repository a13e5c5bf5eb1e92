//! Tests through the store and the router, on SQLite or, with `TEST_DATABASE_URL`, on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "in a test, what goes wrong is to stop it")]

mod cache;
mod commands;
mod edit;
mod editors;
mod finding;
mod gaps;
mod import_export;
mod jobs;
mod mail;
mod members;
mod pages;
mod pictures;
mod relevance;
mod replicas;
mod reports;
mod search;
mod sign_in;
mod store;
mod test_site;
