//! Write the counts of what visitors were shown.

use crate::site::Site;
use crate::store::{StoreError, Tally};

/// Adds the counts that wait in memory to those in the store. Returns how many there were.
///
/// # Errors
/// When the store refuses; the counts then wait for the next time.
pub async fn count_tallies(site: &Site) -> Result<usize, StoreError> {
    let tallies = site.tallies.take();
    if tallies.is_empty() {
        return Ok(0);
    }
    let count = tallies.len();
    if let Err(error) = write(site, &tallies).await {
        site.tallies.add(tallies);
        return Err(error);
    }
    Ok(count)
}

async fn write(site: &Site, tallies: &[Tally]) -> Result<(), StoreError> {
    let write = site.store.write().await?;
    write.count_tallies(tallies).await?;
    write.commit().await?;
    Ok(())
}
