//! The port: all that pages ask of the server.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::NaiveDate;

use crate::model::{AsOf, Filter, Listing, Matched, Need, Overview, Results, SearchQuery, Suggestion};

/// The catalogue cannot be read now; never to be shown as "no hits".
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the catalogue cannot be read now")]
pub struct Unavailable;

/// A search with text and no more hits than these may be counted as something people did
/// not find, so its page is asked for anew each time.
pub const FEW_HITS: usize = 2;

/// Read access to what visitors may see.
#[async_trait]
pub trait Catalogue: Send + Sync {
    /// The hits of a search with counts and reasons.
    async fn search(&self, query: &SearchQuery) -> Result<Results, Unavailable>;

    /// The places for a need, on a day, with what they say to each wish.
    async fn places_for(&self, need: &Need, today: NaiveDate) -> Result<Matched, Unavailable>;

    /// What a half-typed search text may lead to, by kind, the likeliest first.
    async fn suggest(&self, typed: &str) -> Result<Vec<Suggestion>, Unavailable>;

    /// A visible listing (public, paused or closed) by slug.
    async fn listing(&self, slug: &str) -> Result<Option<Arc<Listing>>, Unavailable>;

    /// At most `count` open listings most like this one, the likest first, without itself.
    async fn similar(&self, listing: &Listing, count: usize) -> Result<Vec<Arc<Listing>>, Unavailable>;

    /// At most `count` open listings, the newest in the catalogue first.
    async fn newest(&self, count: usize) -> Result<Vec<Arc<Listing>>, Unavailable>;

    /// All open listings with a value, in no particular order.
    async fn having(&self, value: Filter) -> Result<Vec<Arc<Listing>>, Unavailable>;

    /// Numbers of open listings.
    async fn overview(&self) -> Result<Overview, Unavailable>;

    /// What is known of listings on a day beside what stands in them; nothing while there is no catalogue.
    fn as_of(&self, today: NaiveDate) -> AsOf;

    /// Slugs of all visible listings, sorted.
    async fn slugs(&self) -> Result<Vec<String>, Unavailable>;
}
