//! Listings that may be one enterprise twice, as editors see them.

use content::Listing;

/// Two that may be one.
#[derive(Debug, Clone, PartialEq)]
pub struct PairLine {
    /// The one whose slug comes first.
    pub one: Listing,
    /// The other.
    pub other: Listing,
    /// Whether they have one CVR number; else like names and one place.
    pub one_cvr: bool,
}

/// Two listings on their way to be one.
#[derive(Debug, Clone, PartialEq)]
pub struct Merge {
    /// The one that stays.
    pub kept: Listing,
    /// The one that goes.
    pub other: Listing,
    /// Where they differ.
    pub fields: Vec<MergeField>,
    /// The version of both that is on the page.
    pub version: String,
}

/// A field in which they differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeField {
    /// Its key in a listing.
    pub key: String,
    /// What the one that stays says; empty for nothing.
    pub kept: String,
    /// What the one that goes says.
    pub other: String,
    /// Whether that of the one that goes is chosen.
    pub take_other: bool,
}

/// What came of the last try to merge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MergeOutcome {
    /// None was made.
    Open,
    /// One of them was changed meanwhile.
    Conflict,
    /// The values chosen do not go together; keys of the fields in which.
    Unsound(Vec<String>),
}
