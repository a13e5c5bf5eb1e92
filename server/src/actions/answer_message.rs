//! Answer a message with a link of its mail.

use app::model::Declined;

use crate::key::Key;
use crate::site::Site;
use crate::store::StoreError;

/// Uses the link up and notes the answer; the last one counts. Whoever asked is told of a no, and that they may
/// call about a place, but not twice of the same. False when the link does not work or no answer is taken any more; it is not used up then.
///
/// # Errors
/// When the store refuses; the link then still works.
pub async fn answer_message(site: &Site, key: &Key, declined: Declined) -> Result<bool, StoreError> {
    let now = site.clock.now();
    let write = site.store.write().await?;
    let Some(link) = write.use_answer_link(key, now).await? else { return Ok(false) };
    let asked = &link.recipient;
    if !write.answer_message(asked, link.answer, declined, now).await? {
        return Ok(false);
    }
    let (before, state) = (asked.standing(), link.answer.state());
    if link.message.is_told_of(state) && (before.state, before.declined) != (state, declined) {
        write.tell_sender(&link.message, asked, now).await?;
    }
    write.commit().await?;
    site.work.notify_one();
    Ok(true)
}
