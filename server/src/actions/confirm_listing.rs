//! Vouch that a listing is right.

use app::model::Listing;
use content::listing::Confirmed;

use crate::site::Site;
use crate::store::{Identity, StoreError};

/// Who vouches, as visitors read it.
const BY: &str = "virksomheden";
/// The same when it is an editor who does.
const BY_EDITORS: &str = "redaktionen";

/// Notes that the enterprise itself, or an editor, vouched for the listing today, and waits until it can be
/// seen. False when they may not, or it is closed.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn confirm_listing(site: &Site, who: &Identity, slug: &str) -> Result<bool, StoreError> {
    let mut write = site.store.write().await?;
    let Some(before) = write.kept_listing(site.reach(who), slug).await? else { return Ok(false) };
    let confirmed = Some(Confirmed {
        on: site.clock.today(),
        by: if site.acts_as_editor(who) { BY_EDITORS } else { BY }.to_owned(),
    });
    let after = Listing { confirmed, ..before.clone() };
    write.change(&before, &after, &site.author(who), site.clock.now()).await?;
    let revision = write.commit().await?;
    site.follower.wait_for(revision).await;
    Ok(true)
}
