//! The tables, private to the store.

pub mod job;
pub mod listing;
pub mod revision;
pub mod search_gap;
