//! What editors own: vocabularies, seed listings, places, pages and the map drawing.
//!
//! The folder is the interface; this code parses it, embeds it in the binary and
//! refuses mistakes by file and line (`cargo test -p content`).

pub mod articles;
pub mod cvr;
pub mod date;
mod facts;
pub mod fault;
mod files;
pub mod folding;
pub mod geometry;
pub mod listing;
pub mod mail_address;
pub mod map;
pub mod markdown;
pub mod pages;
pub mod places;
pub mod seed;
pub mod taxonomy;
pub mod website;

pub use date::PartialDate;
pub use fault::Fault;
pub use geometry::Point;
pub use listing::Listing;
