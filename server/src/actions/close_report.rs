//! Note that a reported error is mended.

use crate::site::Site;
use crate::store::{Identity, StoreError, Verb};

/// Takes the report off the lists and forgets its text.
///
/// # Errors
/// When the store refuses.
pub async fn close_report(site: &Site, editor: &Identity, id: i64) -> Result<(), StoreError> {
    let now = site.clock.now();
    let write = site.store.write().await?;
    if let Some(slug) = write.close_report(id, now).await? {
        write.note_deed(&editor.email, Verb::CloseReport, &slug, now).await?;
    }
    write.commit().await?;
    Ok(())
}
