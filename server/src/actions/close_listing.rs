//! Close a listing.

use app::model::Listing;
use content::listing::{Closed, State};

use crate::site::Site;
use crate::store::{Identity, StoreError, may_invite};

/// Closes a listing that visitors see from today on, and waits until that can be seen. One that is closed
/// stays as it is. False when they may not.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn close_listing(
    site: &Site,
    who: &Identity,
    slug: &str,
    reason: String,
) -> Result<bool, StoreError> {
    let reach = site.reach(who);
    let mut write = site.store.write().await?;
    let may = may_invite(reach, &write.colleagues(slug).await?);
    let found = write.reached_listing(reach, slug).await?;
    let Some(before) = found.filter(|listing| may && listing.is_visible()) else { return Ok(false) };
    if before.is_closed() {
        return Ok(true);
    }
    let closed = Some(Closed { date: Some(site.clock.today().into()), reason, moved_to: None });
    let after = Listing { state: State::Closed, closed, ..before.clone() };
    write.change(&before, &after, &site.author(who), site.clock.now()).await?;
    write.end_review(slug).await?;
    let revision = write.commit().await?;
    site.follower.wait_for(revision).await;
    Ok(true)
}
