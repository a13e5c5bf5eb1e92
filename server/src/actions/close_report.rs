//! Note that a reported error is mended.

use crate::site::Site;
use crate::store::StoreError;

/// Takes the report off the lists and forgets its text.
///
/// # Errors
/// When the store refuses.
pub async fn close_report(site: &Site, id: i64) -> Result<(), StoreError> {
    let write = site.store.write().await?;
    write.close_report(id, site.clock.now()).await?;
    write.commit().await?;
    Ok(())
}
