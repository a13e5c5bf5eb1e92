//! Sign another of one's browsers out.

use crate::site::Site;
use crate::store::StoreError;

/// Ends a session of the account; one of another account's is left alone.
///
/// # Errors
/// When the store refuses.
pub async fn end_session(site: &Site, account: i64, id: i64) -> Result<(), StoreError> {
    let write = site.store.write().await?;
    write.end_session(account, id).await?;
    write.commit().await?;
    Ok(())
}
