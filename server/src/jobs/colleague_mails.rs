//! The mails about who keeps a listing.

use app::model::Role;
use app::{links, mails};

use super::JobError;
use crate::key::Key;
use crate::site::Site;
use crate::store::Purpose;

/// The link that accepts an invitation. Made here, so that its key is never stored; an invitation that was
/// taken back or accepted meanwhile needs none.
pub async fn invite(site: &Site, invitation: i64) -> Result<(), JobError> {
    let write = site.store.write().await?;
    let Some(invitation) = write.invitation(invitation, site.clock.now()).await? else { return Ok(()) };
    let Some(listing) = write.listing(&invitation.slug).await? else { return Ok(()) };
    let key = Key::new();
    let purpose = Purpose::Invitation(invitation.id);
    write.add_link(&key, purpose, &invitation.email, invitation.until).await?;
    write.commit().await?;
    let address = format!("{}{}", site.base_url, links::confirm_invitation(key.as_str()));
    let mail = mails::colleague(&listing.name, Role::of(invitation.may_invite), &address);
    site.mailer.send(&invitation.email, &mail).await?;
    Ok(())
}

/// To an editor: nobody is left who may invite.
pub async fn orphan(site: &Site, email: &str, slug: &str) -> Result<(), JobError> {
    let Some(name) = site.store.name(slug).await? else { return Ok(()) };
    let address = format!("{}{}", site.base_url, links::own(slug, "kolleger"));
    site.mailer.send(email, &mails::orphan(&name, &address)).await?;
    Ok(())
}
