//! What is offered while somebody types.

use std::sync::Arc;

use content::Listing;
use content::places::Place;

use super::Filter;

/// Most suggestions of one kind.
pub const SUGGESTIONS: usize = 4;

/// Something the text typed so far may lead to.
#[derive(Debug, Clone)]
pub struct Suggestion {
    /// Where it leads.
    pub to: Suggested,
    /// Hits there are; none for a single listing.
    pub count: Option<usize>,
}

/// What a suggestion leads to.
#[derive(Debug, Clone)]
pub enum Suggested {
    /// A listing.
    Listing(Arc<Listing>),
    /// All of one service, trade or municipality.
    Filter(Filter),
    /// What lies around a town.
    Near(&'static Place, u16),
    /// A search text in a municipality, when the last word typed begins its name.
    TextIn(String, Filter),
}
