//! Once a day: reminds enterprises of messages they have not answered, and closes those they never will.

use chrono::Duration;

use crate::site::Site;
use crate::store::{JobKind, StoreError};

/// Asks for the next run; when one is waiting, that one stays.
pub async fn schedule(site: &Site, after: Duration) -> Result<(), StoreError> {
    let write = site.store.write().await?;
    write.enqueue(&JobKind::Messages, Some("messages"), site.clock.now() + after).await?;
    write.commit().await?;
    Ok(())
}

pub async fn perform(_site: &Site) -> Result<(), StoreError> {
    Ok(())
}
