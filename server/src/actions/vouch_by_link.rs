//! Vouch for listings with the link of a mail, without signing in.

use super::confirm_listings::vouched;
use crate::key::Key;
use crate::site::Site;
use crate::store::{Author, Reach, StoreError};

/// Uses the link up and notes that the enterprise vouched today for those of its listings that are named,
/// and waits until it can be seen. What whoever got the mail no longer keeps, or is closed, is passed over.
/// False when the link does not work, or nothing is left that it could vouch for; it is not used up then.
///
/// # Errors
/// When the store refuses; the link then still works.
pub async fn vouch_by_link(site: &Site, link: &Key, named: &[String]) -> Result<bool, StoreError> {
    let now = site.clock.now();
    let mut write = site.store.write().await?;
    let Some((email, slugs)) = write.use_vouch_link(link, now).await? else { return Ok(false) };
    let account = write.account(&email, now).await?;
    let author = Author { email, editor: false };
    let mut any = false;
    for slug in slugs.iter().filter(|slug| named.contains(slug)) {
        let Some(before) = write.kept_listing(Reach::Kept(account), slug).await? else { continue };
        write.change(&before, &vouched(&before, false, site.clock.today()), &author, now).await?;
        any = true;
    }
    if !any {
        return Ok(false);
    }
    let revision = write.commit().await?;
    site.follower.wait_for(revision).await;
    Ok(true)
}
