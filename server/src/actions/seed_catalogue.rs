//! Fill an empty catalogue with the seed listings.

use content::{Fault, seed};

use super::save_listings;
use crate::clock::Clock;
use crate::store::{Store, StoreError};

/// Why the catalogue was not seeded.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The seed has mistakes; `cargo test -p content` would have said so.
    #[error("the seed listings have a mistake: {0}")]
    Content(Fault),
}

/// Saves the seed listings when nothing was ever saved. Returns how many.
///
/// # Errors
/// When the store refuses or the seed has mistakes.
pub async fn seed_catalogue(store: &Store, clock: &dyn Clock) -> Result<usize, SeedError> {
    if store.revision().await? > 0 {
        return Ok(0);
    }
    let listings = seed::listings().map_err(|mut faults| SeedError::Content(faults.remove(0)))?;
    let count = listings.len();
    save_listings(store, clock, listings).await?;
    Ok(count)
}
