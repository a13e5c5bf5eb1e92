//! A listing as it is edited, one section at a time.
//!
//! A form is kept as it was typed, so that a refused one comes back to the letter. A section fills a form
//! from a listing and reads one into it.

mod contact;
mod delivery;
mod identity;
mod places;
mod reader;
mod sales;
mod section;
mod typed;

pub use reader::{Reader, Refusal, Refusals};
pub use section::Section;
pub use typed::Typed;

/// Most characters of the one line.
pub const MAX_LINE: usize = 140;
/// Most characters of a name.
pub const MAX_NAME: usize = 120;
/// Most characters of a short text.
pub const MAX_SHORT: usize = 300;
/// Most characters of a text of some sentences.
pub const MAX_TEXT_FIELD: usize = 2_000;
/// Most characters of a long text.
pub const MAX_LONG_TEXT: usize = 10_000;
/// Most offers of a listing.
pub const MAX_OFFERS: usize = 30;
/// Most places of business of a listing.
pub const MAX_ADDRESSES: usize = 10;
