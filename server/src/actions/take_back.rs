//! Take a change back.

use content::listing::State;
use serde_json::Value;

use crate::site::Site;
use crate::store::{Fields, Identity, StoreError, Verb, fields, with_fields};

/// Gives every field of the change its old value, except those that were changed again since. What comes
/// of it is a change of its own. False when the change was taken back already, or its old values no
/// longer make a sound listing.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn take_back(site: &Site, editor: &Identity, id: i64) -> Result<bool, StoreError> {
    let mut write = site.store.write().await?;
    let Some(change) = write.take_change(id).await? else { return Ok(false) };
    let Some(now) = write.listing(&change.slug).await? else { return Ok(false) };
    let current = fields(&now)?;
    let unchanged = change.before.keys().chain(change.after.keys());
    let unchanged = unchanged.filter(|key| current.get(*key) == change.after.get(*key));
    let old = |key: &String| change.before.get(key).cloned().unwrap_or(Value::Null);
    let restored: Fields = unchanged.map(|key| (key.clone(), old(key))).collect();
    let Ok(mut after) = with_fields(&now, &restored) else { return Ok(false) };
    // What waited then waits no more: it is sent in again.
    if after.state == State::Waiting {
        after.state = State::Draft;
    }
    if !after.problems().is_empty() {
        return Ok(false);
    }
    // One that was shown long ago may be forgotten.
    write.leave_out_unknown_pictures(&mut after).await?;
    // One that was shown long ago may be forgotten.
    write.leave_out_unknown_pictures(&mut after).await?;
    write.change(&now, &after, &site.author(editor), site.clock.now()).await?;
    write.note_deed(&editor.email, Verb::TakeBack, &change.slug, site.clock.now()).await?;
    let revision = write.commit().await?;
    site.follower.wait_for(revision).await;
    Ok(true)
}
