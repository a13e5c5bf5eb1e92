//! Sign in with a link.

use crate::key::Key;
use crate::site::Site;
use crate::store::StoreError;

/// Uses the link up and signs the browser in under a new key; whatever it was signed in as before
/// ends. None when the link does not work. The account is made by the first sign-in.
///
/// # Errors
/// When the store refuses; the link then still works.
pub async fn sign_in(
    site: &Site,
    link: &Key,
    device: &str,
    before: Option<&Key>,
) -> Result<Option<Key>, StoreError> {
    let now = site.clock.now();
    let write = site.store.write().await?;
    let Some(email) = write.use_sign_in_link(link, now).await? else {
        return Ok(None);
    };
    if let Some(before) = before {
        write.end_session_of(before).await?;
    }
    let account = write.account(&email, now).await?;
    let key = Key::new();
    write.add_session(&key, account, device, now).await?;
    write.commit().await?;
    Ok(Some(key))
}
