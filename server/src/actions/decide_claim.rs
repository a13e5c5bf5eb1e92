//! Answer a claim that waits.

use crate::site::Site;
use crate::store::{ClaimState, Identity, JobKind, StoreError, Verb};

/// Lets whoever claimed the listing keep it, or not, and has a mail sent that says so. Answered twice, the
/// first answer stands; false then.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn decide_claim(site: &Site, editor: &Identity, id: i64, grant: bool) -> Result<bool, StoreError> {
    let now = site.clock.now();
    let write = site.store.write().await?;
    let Some(claim) = write.claim(id, ClaimState::Waiting).await? else { return Ok(false) };
    let to = if grant { ClaimState::Granted } else { ClaimState::Refused };
    if !write.move_claim(id, ClaimState::Waiting, to).await? {
        return Ok(false);
    }
    if grant {
        let account = write.account(&claim.email, now).await?;
        write.add_member(account, &claim.slug, true, now).await?;
    }
    let verb = if grant { Verb::GrantClaim } else { Verb::RefuseClaim };
    write.note_deed(&editor.email, verb, &claim.slug, now).await?;
    let mail = JobKind::ClaimDecidedMail { email: claim.email, slug: claim.slug, granted: grant };
    write.enqueue(&mail, Some(&format!("claim decided {id}")), now).await?;
    write.commit().await?;
    site.work.notify_one();
    Ok(true)
}
