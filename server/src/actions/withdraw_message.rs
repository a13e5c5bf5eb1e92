//! Wait no longer for answers to a message.

use app::model::RecipientState;

use crate::key::Key;
use crate::site::Site;
use crate::store::StoreError;

/// Notes that whoever has the link waits no longer for the recipient with this number, or for any. Those that
/// have answered stay as they are. False when the link does not work.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn withdraw_message(site: &Site, key: &Key, whom: Option<i64>) -> Result<bool, StoreError> {
    let (now, today) = (site.clock.now(), site.clock.today());
    let write = site.store.write().await?;
    let Some((_, recipients)) = write.followed_message(key, now).await? else { return Ok(false) };
    for recipient in recipients.iter().filter(|recipient| whom.is_none_or(|id| id == recipient.id)) {
        write.end_wait(recipient.id, RecipientState::Withdrawn, today).await?;
    }
    write.commit().await?;
    Ok(true)
}
