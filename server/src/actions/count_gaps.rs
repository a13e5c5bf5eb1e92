//! Write the counts of what people did not find.

use crate::site::Site;
use crate::store::{Gap, StoreError};

/// Adds the counts that wait in memory to those in the store. Returns how many there were.
///
/// # Errors
/// When the store refuses; the counts then wait for the next time.
pub async fn count_gaps(site: &Site) -> Result<usize, StoreError> {
    let gaps = site.gaps.take();
    if gaps.is_empty() {
        return Ok(0);
    }
    if let Err(error) = write(site, &gaps).await {
        for gap in gaps {
            site.gaps.add(gap);
        }
        return Err(error);
    }
    Ok(gaps.len())
}

async fn write(site: &Site, gaps: &[Gap]) -> Result<(), StoreError> {
    let write = site.store.write().await?;
    write.count_gaps(gaps).await?;
    write.commit().await?;
    Ok(())
}
