//! A copy of the database, also while the site is serving.

use std::error::Error;
use std::path::Path;

use crate::config::Config;

pub(super) async fn run(config: &Config, file: &Path) -> Result<(), Box<dyn Error>> {
    if file.exists() {
        return Err(format!("{} exists already; nothing is overwritten", file.display()).into());
    }
    let store = super::open(config).await?;
    let name = file.to_str().ok_or("the file name is not UTF-8")?;
    store.copy_to(name).await?;
    store.close().await;
    eprintln!("copied to {}", file.display());
    Ok(())
}
