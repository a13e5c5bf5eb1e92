//! A listing as those see it who keep it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use content::{Listing, PartialDate};

/// Where a field comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The enterprise itself.
    Enterprise,
    /// An editor.
    Editors,
    /// A public source: its site.
    Source(String),
}

/// Where the fields come from, by their keys, with the day where it is known.
pub type Origins = BTreeMap<String, (Origin, Option<PartialDate>)>;

/// A field that waits for an editor: its key, as it is public, as it is to be; empty for nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Its key.
    pub key: String,
    /// As visitors read it now.
    pub now: String,
    /// As it is to be.
    pub proposed: String,
}

/// A listing as those see it who keep it.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnListing {
    /// With everything that waits for an editor.
    pub listing: Listing,
    /// What waits for an editor.
    pub waiting: Vec<Waiting>,
    /// Whether an editor is to look at something.
    pub in_review: bool,
    /// What an editor asked back.
    pub asked: Option<String>,
    /// Where its fields come from.
    pub origins: Origins,
    /// Whether whoever looks is an editor.
    pub editor: bool,
    /// Today in Denmark.
    pub today: NaiveDate,
}

/// Something that waits for an editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InReview {
    /// Slug of the listing.
    pub slug: String,
    /// Name of the listing, as it is to be.
    pub name: String,
    /// Whether it is to be seen for the first time.
    pub new: bool,
    /// Mail address of whoever wrote it.
    pub author: String,
    /// The day.
    pub day: NaiveDate,
    /// What differs.
    pub fields: Vec<Waiting>,
    /// What an editor asked back and nobody has answered.
    pub asked: Option<String>,
    /// What was answered.
    pub answer: String,
    /// Names of listings it may be twice, with their slugs.
    pub alike: Vec<(String, String)>,
    /// The version that is shown: another answer is for another version.
    pub version: String,
}
