//! Vouch that a listing is right.

use app::model::Listing;
use content::listing::Confirmed;

use crate::site::Site;
use crate::store::{Identity, StoreError};

/// Who vouches, as visitors read it.
const BY: &str = "virksomheden";

/// Notes that the enterprise itself vouched for its listing today, and waits until it can be seen. False
/// when the account does not keep the listing, or it is closed.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn confirm_listing(site: &Site, who: &Identity, slug: &str) -> Result<bool, StoreError> {
    let mut write = site.store.write().await?;
    let Some(before) = write.kept_listing(who.session.account, slug).await? else { return Ok(false) };
    let confirmed = Some(Confirmed { on: site.clock.today(), by: BY.to_owned() });
    let after = Listing { confirmed, ..before.clone() };
    write.change(&before, &after, &who.email, site.clock.now()).await?;
    let revision = write.commit().await?;
    site.follower.wait_for(revision).await;
    Ok(true)
}
