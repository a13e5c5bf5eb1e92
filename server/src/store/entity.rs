//! The tables, private to the store.

pub mod account;
pub mod change;
pub mod claim;
pub mod deed;
pub mod job;
pub mod link;
pub mod listing;
pub mod member;
pub mod picture;
pub mod recovery_code;
pub mod report;
pub mod revision;
pub mod search_gap;
pub mod session;
pub mod upload;
