//! The tables, private to the store.

pub mod account;
pub mod change;
pub mod claim;
pub mod deed;
pub mod freshness;
pub mod invitation;
pub mod job;
pub mod link;
pub mod listing;
pub mod listing_view;
pub mod member;
pub mod message;
pub mod not_duplicate;
pub mod picture;
pub mod recipient;
pub mod recovery_code;
pub mod report;
pub mod review;
pub mod revision;
pub mod search_gap;
pub mod session;
pub mod shown_search;
pub mod upload;
