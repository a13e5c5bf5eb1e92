//! Search: an index in RAM, derived from the store and rebuilt at every start.
//!
//! A search is answered from one [`snapshot::Snapshot`]: tantivy says which listings the
//! words meet, bit sets say which meet the filters and how many each other value
//! would give. Nothing here is ever migrated or repaired.

pub mod analysis;
mod compounds;
mod distance;
mod document;
mod find;
mod follower;
mod index;
pub mod kinship;
mod lexicon;
mod matcher;
mod matching;
mod mending;
mod names;
mod places;
mod postings;
mod ranking;
mod reading;
mod reasons;
mod similar;
mod snapshot;
mod suggest;
mod synonyms;

pub use follower::Follower;
pub use index::{SearchIndex, Searchable};
pub use reading::{Reading, Way, Wish};
