//! Sign a browser out.

use crate::key::Key;
use crate::site::Site;
use crate::store::StoreError;

/// Ends the session with the key, if there is one.
///
/// # Errors
/// When the store refuses.
pub async fn sign_out(site: &Site, key: &Key) -> Result<(), StoreError> {
    let write = site.store.write().await?;
    write.end_session_of(key).await?;
    write.commit().await?;
    Ok(())
}
