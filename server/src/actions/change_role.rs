//! Change what a member may do.

use app::model::{LastOne, Role};

use super::leave_listing::{Managed, left_behind};
use crate::site::Site;
use crate::store::{Identity, StoreError, Verb};

/// Gives a member of the listing the role. The last who may invite keeps theirs.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn change_role(
    site: &Site,
    who: &Identity,
    slug: &str,
    account: i64,
    role: Role,
) -> Result<Managed, StoreError> {
    let write = site.store.write().await?;
    if write.managed_listing(site.reach(who), slug).await?.is_none() {
        return Ok(Managed::NotTheirs);
    }
    if role == Role::Edit && left_behind(&write.colleagues(slug).await?, account).is_some() {
        return Ok(Managed::Refused(LastOne::KeepsRole));
    }
    if !write.let_invite(account, slug, role == Role::Invite).await? {
        return Ok(Managed::NotTheirs);
    }
    if site.acts_as_editor(who) {
        write.note_deed(&who.email, Verb::ChangeRole, slug, site.clock.now()).await?;
    }
    write.commit().await?;
    Ok(Managed::Done)
}
