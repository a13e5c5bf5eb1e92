//! Confirm the mail address of a claim.

use app::model::Listing;

use crate::key::Key;
use crate::site::Site;
use crate::store::{ClaimState, JobKind, StoreError, Write};

/// Uses the link up and signs the browser in under a new key. Whoever has an address of the listing's own
/// keeps it at once; others wait for an editor or a member who may invite. None when the link does not work.
///
/// # Errors
/// When the store refuses; the link then still works.
pub async fn confirm_claim(
    site: &Site,
    link: &Key,
    device: &str,
    before: Option<&Key>,
) -> Result<Option<Key>, StoreError> {
    let now = site.clock.now();
    let write = site.store.write().await?;
    let Some(id) = write.use_claim_link(link, now).await? else { return Ok(None) };
    let Some(claim) = write.claim(id, ClaimState::Unconfirmed).await? else { return Ok(None) };
    let Some(listing) = write.listing(&claim.slug).await? else { return Ok(None) };
    let account = write.account(&claim.email, now).await?;
    if is_own_address(&listing, &claim.email) {
        write.move_claim(id, ClaimState::Unconfirmed, ClaimState::Granted, now).await?;
        write.drop_waiting_claims(&claim.slug, &claim.email, None).await?;
        write.add_member(account, &claim.slug, true, now).await?;
    } else {
        write.move_claim(id, ClaimState::Unconfirmed, ClaimState::Waiting, now).await?;
        // Whoever asks again says it anew; nobody stands in the queue twice.
        write.drop_waiting_claims(&claim.slug, &claim.email, Some(id)).await?;
        tell_who_can_answer(site, &write, &claim.slug).await?;
    }
    if let Some(before) = before {
        write.end_session_of(before).await?;
    }
    let key = Key::new();
    write.add_session(&key, account, device, now).await?;
    write.commit().await?;
    site.work.notify_one();
    Ok(Some(key))
}

/// Has the editors and those members told who may answer.
async fn tell_who_can_answer(site: &Site, write: &Write, slug: &str) -> Result<(), StoreError> {
    let editors = write.editors(&site.editors).await?;
    let members = write.colleagues(slug).await?.into_iter().filter(|member| member.may_invite);
    let members = members.map(|member| member.email).filter(|email| !editors.contains(email));
    let told: Vec<(String, bool)> = members
        .map(|email| (email, true))
        .chain(editors.iter().map(|email| (email.clone(), false)))
        .collect();
    for (email, member) in told {
        let key = format!("claim waits {slug} {email}");
        let mail = JobKind::ClaimWaitsMail { email, slug: slug.to_owned(), member };
        write.enqueue(&mail, Some(&key), site.clock.now()).await?;
    }
    Ok(())
}

/// Whether the address is the listing's mailbox, or of the same host as its website.
fn is_own_address(listing: &Listing, email: &str) -> bool {
    let host = email.rsplit_once('@').map_or("", |(_, host)| host);
    let mailbox = listing.email.as_ref().is_some_and(|own| own.eq_ignore_ascii_case(email));
    mailbox || listing.website.as_ref().is_some_and(|website| website.host() == host)
}
