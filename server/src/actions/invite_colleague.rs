//! Ask somebody to keep a listing too.

use app::model::Role;

use crate::site::Site;
use crate::store::{Identity, JobKind, StoreError, Verb};

/// Notes the invitation and has the mail sent that accepts it; asked twice before it is sent, it is sent once,
/// with the latter role. Whoever keeps the listing already is not asked. False when they may not invite.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn invite_colleague(
    site: &Site,
    who: &Identity,
    slug: &str,
    email: &str,
    role: Role,
) -> Result<bool, StoreError> {
    let now = site.clock.now();
    let write = site.store.write().await?;
    if write.managed_listing(site.reach(who), slug).await?.is_none() {
        return Ok(false);
    }
    if write.colleagues(slug).await?.iter().any(|colleague| colleague.email == email) {
        return Ok(true);
    }
    let invitation = write.add_invitation(slug, email, role == Role::Invite, now).await?;
    let mail = JobKind::ColleagueMail { invitation, email: email.to_owned() };
    write.enqueue(&mail, Some(&format!("colleague {slug} {email}")), now).await?;
    if site.acts_as_editor(who) {
        write.note_deed(&who.email, Verb::InviteColleague, slug, now).await?;
    }
    write.commit().await?;
    site.work.notify_one();
    Ok(true)
}
