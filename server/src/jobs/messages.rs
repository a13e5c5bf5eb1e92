//! The life of a message: each mail about it, its reminders, its end.

mod confirm;
mod declined;
mod deliver;
mod remind;
mod sent;

use crate::key::Key;
use crate::site::Site;
use crate::store::StoreError;

pub use confirm::confirm;
pub use declined::declined;
pub use deliver::deliver;
pub use remind::{perform, schedule};
pub use sent::sent;

/// Takes back links that nobody got.
async fn forget(site: &Site, keys: &[Key]) -> Result<(), StoreError> {
    let write = site.store.write().await?;
    for key in keys {
        write.forget_link(key).await?;
    }
    write.commit().await?;
    Ok(())
}
