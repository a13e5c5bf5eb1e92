//! Have a listing pause, or end its pause.

use content::Listing;
use content::listing::State;

use crate::site::Site;
use crate::store::{Identity, StoreError};

/// Sets the pause, and waits until it can be seen. False when they keep no such listing in the catalogue.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn pause_listing(site: &Site, who: &Identity, slug: &str, pause: bool) -> Result<bool, StoreError> {
    let mut write = site.store.write().await?;
    let Some(before) = write.kept_listing(site.reach(who), slug).await? else { return Ok(false) };
    if !matches!(before.state, State::Public | State::Paused) {
        return Ok(false);
    }
    let state = if pause { State::Paused } else { State::Public };
    let after = Listing { state, ..before.clone() };
    write.change(&before, &after, &site.author(who), site.clock.now()).await?;
    let revision = write.commit().await?;
    site.follower.wait_for(revision).await;
    Ok(true)
}
