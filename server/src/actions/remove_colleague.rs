//! Take a listing from a member.

use super::leave_listing::{Managed, left_behind};
use crate::site::Site;
use crate::store::{Identity, StoreError, Verb};

/// Takes the listing from the member. Editors may take it from the last one too, for it may be the wrong one.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn remove_colleague(
    site: &Site,
    who: &Identity,
    slug: &str,
    account: i64,
) -> Result<Managed, StoreError> {
    let editor = site.acts_as_editor(who);
    let write = site.store.write().await?;
    if write.managed_listing(site.reach(who), slug).await?.is_none() {
        return Ok(Managed::NotTheirs);
    }
    let all = write.colleagues(slug).await?;
    if let Some(last) = left_behind(&all, account).filter(|_| !editor) {
        return Ok(Managed::Refused(last));
    }
    if write.remove_member(account, slug).await? && editor {
        let email = all.iter().find(|one| one.account == account).map_or("", |one| one.email.as_str());
        let about = format!("{slug} {email}");
        write.note_deed(&who.email, Verb::RemoveMember, &about, site.clock.now()).await?;
    }
    write.commit().await?;
    Ok(Managed::Done)
}
