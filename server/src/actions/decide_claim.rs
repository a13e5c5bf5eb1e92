//! Answer a claim that waits.

use super::leave_listing::Managed;
use crate::site::Site;
use crate::store::{ClaimState, Identity, JobKind, StoreError, Verb};

/// Lets whoever claimed the listing keep it, or not, and has a mail sent that says so. Editors answer, and
/// members who may invite. Answered twice, the first answer stands.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn decide_claim(site: &Site, who: &Identity, id: i64, grant: bool) -> Result<Managed, StoreError> {
    let now = site.clock.now();
    let write = site.store.write().await?;
    let Some(claim) = write.claim(id, ClaimState::Waiting).await? else { return Ok(Managed::Done) };
    let editor = site.acts_as_editor(who);
    if !editor && write.managed_listing(site.reach(who), &claim.slug).await?.is_none() {
        return Ok(Managed::NotTheirs);
    }
    let to = if grant { ClaimState::Granted } else { ClaimState::Refused };
    if !write.move_claim(id, ClaimState::Waiting, to, now).await? {
        return Ok(Managed::Done);
    }
    if grant {
        let account = write.account(&claim.email, now).await?;
        write.add_member(account, &claim.slug, true, now).await?;
    }
    if editor {
        let verb = if grant { Verb::GrantClaim } else { Verb::RefuseClaim };
        write.note_deed(&who.email, verb, &claim.slug, now).await?;
    }
    let mail = JobKind::ClaimDecidedMail { email: claim.email, slug: claim.slug, granted: grant };
    write.enqueue(&mail, Some(&format!("claim decided {id}")), now).await?;
    write.commit().await?;
    site.work.notify_one();
    Ok(Managed::Done)
}
