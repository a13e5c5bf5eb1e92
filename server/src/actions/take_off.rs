//! Take somebody off a listing.

use crate::site::Site;
use crate::store::{Identity, StoreError, Verb};

/// Lets an account no longer keep a listing. False when it did not.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn take_off(site: &Site, editor: &Identity, account: i64, slug: &str) -> Result<bool, StoreError> {
    let write = site.store.write().await?;
    let Some(email) = write.take_off(account, slug).await? else { return Ok(false) };
    let about = format!("{slug} {email}");
    write.note_deed(&editor.email, Verb::TakeOff, &about, site.clock.now()).await?;
    write.commit().await?;
    Ok(true)
}
