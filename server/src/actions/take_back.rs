//! Take a change back.

use serde_json::Value;

use crate::site::Site;
use crate::store::{Fields, Identity, StoreError, Verb, fields};

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
    let mut restored = fields(&now)?;
    let keys: Vec<&String> = change.before.keys().chain(change.after.keys()).collect();
    for key in keys {
        if restored.get(key) == change.after.get(key) {
            restore(&mut restored, key, change.before.get(key));
        }
    }
    let Ok(mut after) = serde_json::from_value::<app::model::Listing>(Value::Object(restored)) else {
        return Ok(false);
    };
    if !after.problems().is_empty() {
        return Ok(false);
    }
    // One that was shown long ago may be forgotten.
    write.leave_out_unknown_pictures(&mut after).await?;
    write.change(&now, &after, &site.author(editor), site.clock.now()).await?;
    write.note_deed(&editor.email, Verb::TakeBack, &change.slug, site.clock.now()).await?;
    let revision = write.commit().await?;
    site.follower.wait_for(revision).await;
    Ok(true)
}

fn restore(fields: &mut Fields, key: &str, old: Option<&Value>) {
    match old {
        Some(old) => fields.insert(key.to_owned(), old.clone()),
        None => fields.remove(key),
    };
}
