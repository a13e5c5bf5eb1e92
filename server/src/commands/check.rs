//! Check what the site needs before it is started.

use std::error::Error;

use content::taxonomy::{Service, Term, Trade};
use content::{map, pages, places, seed};

use crate::config::Config;

pub(super) async fn run(config: &Config) -> Result<(), Box<dyn Error>> {
    let listings = seed::listings()
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
    println!(
        "content: {} seed listings, {} trades, {} services, {} towns, {} postcodes, {} municipalities drawn, {} pages",
        listings.len(),
        Trade::all().len(),
        Service::all().len(),
        places::towns().len(),
        places::postcodes().len(),
        map::map().municipalities.len(),
        pages::pages().len(),
    );
    println!("settings: {} on {}", config.base_url, config.bind);
    let store = super::open(config).await?;
    println!("database: opened, at revision {}", store.revision().await?);
    store.close().await;
    Ok(())
}
