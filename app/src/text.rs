//! Danish words for numbers, lists, dates and what is known of a listing.

mod delivery;
mod filters;
mod numbers;
mod standing;

pub use delivery::{delivery, delivery_short};
pub use filters::{facet, field, filter, reason, sentence};
pub use numbers::{companies, count, listed, number, shortened};
pub use standing::{LabelText, date, label, standing};
