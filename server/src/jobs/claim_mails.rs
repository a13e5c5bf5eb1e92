//! The mails about access to a listing.

use app::model::CLAIM_HOURS;
use app::{links, mails};
use chrono::Duration;

use super::JobError;
use crate::key::Key;
use crate::site::Site;
use crate::store::{ClaimState, Purpose};

/// The link that confirms the address. Made here, so that its key is never stored; a claim that was
/// confirmed meanwhile needs none.
pub async fn confirm(site: &Site, claim: i64) -> Result<(), JobError> {
    let now = site.clock.now();
    let write = site.store.write().await?;
    let Some(claim) = write.claim(claim, ClaimState::Unconfirmed).await? else { return Ok(()) };
    let Some(listing) = write.listing(&claim.slug).await? else { return Ok(()) };
    let key = Key::new();
    write.add_link(&key, Purpose::Claim(claim.id), &claim.email, now + Duration::hours(CLAIM_HOURS)).await?;
    write.commit().await?;
    let address = format!("{}{}", site.base_url, links::confirm_claim(key.as_str()));
    site.mailer.send(&claim.email, &mails::confirm_claim(&listing.name, &address)).await?;
    Ok(())
}

/// To an editor, or a member who may invite: somebody waits.
pub async fn waits(site: &Site, email: &str, slug: &str, member: bool) -> Result<(), JobError> {
    let Some(name) = site.store.name(slug).await? else { return Ok(()) };
    let page = if member { links::own(slug, "kolleger") } else { links::EDITORS.to_owned() };
    let address = format!("{}{page}", site.base_url);
    site.mailer.send(email, &mails::claim_waits(&name, member, &address)).await?;
    Ok(())
}

/// To whoever made the claim: the answer.
pub async fn decided(site: &Site, email: &str, slug: &str, granted: bool) -> Result<(), JobError> {
    let Some(name) = site.store.name(slug).await? else { return Ok(()) };
    let path = if granted { links::MY_PAGE.to_owned() } else { links::listing_at(slug) };
    let address = format!("{}{path}", site.base_url);
    site.mailer.send(email, &mails::claim_decided(&name, granted, &address)).await?;
    Ok(())
}
