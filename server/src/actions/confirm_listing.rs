//! Vouch that a listing is right.

use content::listing::Confirmed;

use crate::site::Site;
use crate::store::StoreError;

/// Who vouches, as visitors read it.
const BY: &str = "virksomheden";

/// Notes that the enterprise itself vouched for its listing today, and waits until it can be seen. False
/// when the account does not keep the listing, or it is closed.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn confirm_listing(site: &Site, account: i64, slug: &str) -> Result<bool, StoreError> {
    let mut write = site.store.write().await?;
    if !write.is_member(account, slug).await? {
        return Ok(false);
    }
    let Some(mut listing) = write.listing(slug).await?.filter(|listing| !listing.is_closed()) else {
        return Ok(false);
    };
    listing.confirmed = Some(Confirmed { on: site.clock.today(), by: BY.to_owned() });
    write.put(&[listing], site.clock.now()).await?;
    let revision = write.commit().await?;
    site.follower.wait_for(revision).await;
    Ok(true)
}
