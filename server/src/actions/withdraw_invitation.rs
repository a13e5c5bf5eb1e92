//! Take back an invitation to keep a listing.

use crate::site::Site;
use crate::store::{Identity, StoreError, Verb};

/// Forgets the invitation, so that its link no longer works. False when they may not invite.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn withdraw_invitation(
    site: &Site,
    who: &Identity,
    slug: &str,
    id: i64,
) -> Result<bool, StoreError> {
    let write = site.store.write().await?;
    if write.managed_listing(site.reach(who), slug).await?.is_none() {
        return Ok(false);
    }
    if write.remove_invitation(slug, id).await? && site.acts_as_editor(who) {
        write.note_deed(&who.email, Verb::WithdrawInvitation, slug, site.clock.now()).await?;
    }
    write.commit().await?;
    Ok(true)
}
