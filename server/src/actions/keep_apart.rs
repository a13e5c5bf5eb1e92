//! Remember that two listings are two.

use crate::site::Site;
use crate::store::{Identity, StoreError, Verb};

/// Takes a pair off the list of duplicates. False when one of them is no listing.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn keep_apart(site: &Site, editor: &Identity, a: &str, b: &str) -> Result<bool, StoreError> {
    let write = site.store.write().await?;
    let both = write.listing(a).await?.is_some() && write.listing(b).await?.is_some();
    if !both || a == b {
        return Ok(false);
    }
    if write.keep_apart(a, b).await? {
        write.note_deed(&editor.email, Verb::KeepApart, &format!("{a} {b}"), site.clock.now()).await?;
    }
    write.commit().await?;
    Ok(true)
}
