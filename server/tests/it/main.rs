//! Tests through the store and the router, on SQLite or, with `TEST_DATABASE_URL`, on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "in a test, what goes wrong is to stop it")]

mod access;
mod answers;
mod articles;
mod cache;
mod closing;
mod colleagues;
mod commands;
mod duplicates;
mod edit;
mod editors;
mod findable;
mod finding;
mod free_places;
mod freshness;
mod full;
mod gaps;
mod habit;
mod import_export;
mod jobs;
mod killed;
mod leaving;
mod lists;
mod mail;
mod markup;
mod members;
mod messages;
mod often;
mod own_data;
mod pages;
mod pictures;
mod program;
mod relevance;
mod replicas;
mod reports;
mod reviews;
mod search;
mod shortlist;
mod sign_in;
mod store;
mod test_site;
mod twice;
