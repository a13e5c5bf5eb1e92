//! Make a picture that was sent fit to show.

use app::model::InvalidFile;

use crate::actions;
use crate::pictures::{self, Made};
use crate::site::Site;
use crate::store::StoreError;

/// How often a file is tried that the process did not outlive.
const TRIES: i32 = 3;

/// Decodes outside every transaction; a file that cannot be decoded is refused and not tried again.
pub async fn perform(site: &Site, id: i64, attempt: i32) -> Result<(), StoreError> {
    let Some(mut upload) = site.store.upload(id).await? else { return Ok(()) };
    let made = if attempt > TRIES {
        Err(InvalidFile::Unreadable)
    } else {
        make(std::mem::take(&mut upload.bytes), upload.logo).await
    };
    actions::show_picture(site, id, upload, made).await
}

async fn make(bytes: Vec<u8>, logo: bool) -> Result<Made, InvalidFile> {
    let made = tokio::task::spawn_blocking(move || pictures::make(&bytes, logo)).await;
    made.unwrap_or_else(|error| {
        tracing::error!(%error, "a picture brought its decoder down");
        Err(InvalidFile::Unreadable)
    })
}
