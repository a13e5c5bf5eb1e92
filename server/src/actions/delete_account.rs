//! Delete an account and what is stored about its owner.

use app::model::{DeleteForm, Successor};

use super::leave_listing::{is_other, left_behind, tell_of_orphan};
use crate::site::Site;
use crate::store::{Identity, StoreError};

/// Deletes the account of whoever asks. For each open listing that nobody else could let others into, the form
/// must say who takes over, or that nobody does; editors are told of the latter. False, and nothing is deleted,
/// when it does not.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn delete_account(site: &Site, who: &Identity, form: &DeleteForm) -> Result<bool, StoreError> {
    let account = who.session.account;
    let write = site.store.write().await?;
    for slug in write.kept_slugs(account).await? {
        let all = write.colleagues(&slug).await?;
        if write.listing(&slug).await?.is_none_or(|listing| listing.is_closed()) {
            continue;
        }
        if left_behind(&all, account).is_none() {
            if all.len() == 1 {
                tell_of_orphan(site, &write, &slug, &who.email).await?;
            }
            continue;
        }
        match form.successor(&slug) {
            Some(Successor::Colleague(other)) if is_other(&all, account, other) => {
                write.let_invite(other, &slug, true).await?;
            }
            Some(Successor::Nobody) => tell_of_orphan(site, &write, &slug, &who.email).await?,
            _ => return Ok(false),
        }
    }
    write.delete_account(account, &who.email, site.clock.now()).await?;
    write.commit().await?;
    site.work.notify_one();
    Ok(true)
}
