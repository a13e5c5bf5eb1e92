//! Take everything in again.

use std::error::Error;

use crate::config::Config;

pub(super) async fn run(config: &Config) -> Result<(), Box<dyn Error>> {
    let store = super::open(config).await?;
    let mut write = store.write().await?;
    let count = write.touch_all().await?;
    write.commit().await?;
    store.close().await;
    eprintln!("{count} listings will be taken in again by every running replica");
    Ok(())
}
