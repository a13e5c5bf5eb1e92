//! Listings in.

use std::error::Error;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use crate::actions::import_listings;
use crate::clock::SystemClock;
use crate::config::Config;

pub(super) async fn run(config: &Config, file: &Path) -> Result<(), Box<dyn Error>> {
    let input: Box<dyn BufRead> = if file == Path::new("-") {
        Box::new(BufReader::new(io::stdin()))
    } else {
        let opened =
            File::open(file).map_err(|error| format!("{} cannot be opened: {error}", file.display()))?;
        Box::new(BufReader::new(opened))
    };
    let store = super::open(config).await?;
    let report = import_listings(&store, &SystemClock, input, |saved| eprintln!("{saved} saved")).await?;
    store.close().await;
    for bad in &report.bad {
        eprintln!("line {}: {}", bad.line, bad.reason);
    }
    match report.bad.len() {
        0 => Ok(()),
        bad => Err(format!("{} listings saved, {bad} lines not taken", report.saved).into()),
    }
}
