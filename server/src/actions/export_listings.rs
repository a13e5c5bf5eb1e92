//! Write every listing as one line of JSON.

use std::io::{self, Write};

use crate::store::{Store, StoreError};

/// Listings read at a time.
const PAGE: u64 = 500;

/// Why an export stopped.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The store did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The lines could not be written.
    #[error("the export could not be written: {0}")]
    Output(#[from] io::Error),
}

/// Writes all listings, drafts and closed ones too, sorted by slug. Returns how many.
///
/// # Errors
/// When the store does not answer or the output cannot be written.
pub async fn export_listings(store: &Store, mut output: impl Write) -> Result<usize, ExportError> {
    let now = store.revision().await?;
    let mut last = String::new();
    let mut count = 0;
    loop {
        let page = store.changed(-1, now, &last, PAGE).await?;
        for listing in &page {
            serde_json::to_writer(&mut output, listing).map_err(io::Error::from)?;
            output.write_all(b"\n")?;
        }
        count += page.len();
        match page.last() {
            Some(listing) => last.clone_from(&listing.slug),
            None => break,
        }
    }
    output.flush()?;
    Ok(count)
}
