//! Accept an invitation to keep a listing.

use crate::key::Key;
use crate::site::Site;
use crate::store::StoreError;

/// Uses the link up, lets its receiver keep the listing and signs the browser in under a new key. None when
/// the link does not work, the invitation was taken back or the listing is closed.
///
/// # Errors
/// When the store refuses; the link then still works.
pub async fn accept_invitation(
    site: &Site,
    link: &Key,
    device: &str,
    before: Option<&Key>,
) -> Result<Option<Key>, StoreError> {
    let now = site.clock.now();
    let write = site.store.write().await?;
    let Some(id) = write.use_invitation_link(link, now).await? else { return Ok(None) };
    let Some(invitation) = write.invitation(id, now).await? else { return Ok(None) };
    let listing = write.listing(&invitation.slug).await?;
    if listing.is_none_or(|listing| listing.is_closed())
        || !write.remove_invitation(&invitation.slug, id).await?
    {
        return Ok(None);
    }
    let account = write.account(&invitation.email, now).await?;
    write.add_member(account, &invitation.slug, invitation.may_invite, now).await?;
    write.drop_waiting_claims(&invitation.slug, &invitation.email, None).await?;
    if let Some(before) = before {
        write.end_session_of(before).await?;
    }
    let key = Key::new();
    write.add_session(&key, account, device, now).await?;
    write.commit().await?;
    Ok(Some(key))
}
