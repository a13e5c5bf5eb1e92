//! Choose how often an enterprise is asked whether its listing is right, and whether one wants to be asked.

use app::model::{Listing, Mails};

use crate::site::Site;
use crate::store::{Identity, Reach, StoreError};

/// Saves the choice: the months for the listing, the quiet for whoever asks if they keep it. False when
/// they may not change the listing.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn choose_mails(site: &Site, who: &Identity, slug: &str, mails: Mails) -> Result<bool, StoreError> {
    let mut write = site.store.write().await?;
    let Some(before) = write.kept_listing(site.reach(who), slug).await? else { return Ok(false) };
    // Whoever chooses what holds anyway changes nothing.
    if mails.months != before.asked_every() {
        let after = Listing { confirm_months: Some(mails.months), ..before.clone() };
        write.change(&before, &after, &site.author(who), site.clock.now()).await?;
    }
    let account = who.session.account;
    if write.kept_listing(Reach::Kept(account), slug).await?.is_some() {
        write.set_quiet(account, slug, mails.quiet).await?;
    }
    let revision = write.commit().await?;
    site.follower.wait_for(revision).await;
    Ok(true)
}
