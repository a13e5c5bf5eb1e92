//! The server: store, search, jobs and web around the pages of `app`.

pub mod actions;
mod catalogue;
pub mod clock;
pub mod commands;
pub mod config;
pub mod duplicates;
mod freshness;
pub mod gaps;
mod habit;
pub mod jobs;
mod key;
pub mod mail;
pub mod merging;
pub mod pictures;
mod reminders;
pub mod search;
pub mod second_factor;
pub mod site;
pub mod store;
mod suggestions;
pub mod tallies;
pub mod web;
