//! Forget a file that was not taken.

use crate::site::Site;
use crate::store::{Identity, StoreError};

/// Once they have read why. False when they keep no such listing.
///
/// # Errors
/// When the store refuses.
pub async fn forget_refused_picture(
    site: &Site,
    who: &Identity,
    slug: &str,
    id: i64,
) -> Result<bool, StoreError> {
    let write = site.store.write().await?;
    if write.kept_listing(site.reach(who), slug).await?.is_none() {
        return Ok(false);
    }
    write.forget_refused(slug, id).await?;
    write.commit().await?;
    Ok(true)
}
