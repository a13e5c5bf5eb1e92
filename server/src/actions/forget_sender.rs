//! Be forgotten as a sender.

use crate::key::Key;
use crate::site::Site;
use crate::store::StoreError;

/// The browser with the key confirms its mail address again from now on.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn forget_sender(site: &Site, key: &Key) -> Result<(), StoreError> {
    let write = site.store.write().await?;
    write.forget_known_sender(key).await?;
    write.commit().await?;
    Ok(())
}
