//! Listings out.

use std::error::Error;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use crate::actions::export_listings;
use crate::config::Config;

pub(super) async fn run(config: &Config, file: Option<&Path>) -> Result<(), Box<dyn Error>> {
    let store = super::open(config).await?;
    let output: Box<dyn Write> = match file {
        Some(file) => Box::new(
            File::create(file).map_err(|error| format!("{} cannot be written: {error}", file.display()))?,
        ),
        None => Box::new(io::stdout()),
    };
    let count = export_listings(&store, BufWriter::new(output)).await?;
    store.close().await;
    eprintln!("{count} listings exported");
    Ok(())
}
