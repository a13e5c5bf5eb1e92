//! Read listings from lines of JSON: check each, save them in chunks.

use std::collections::HashSet;
use std::io::{self, BufRead, Read};

use app::model::Listing;

use super::save_listings;
use crate::clock::Clock;
use crate::store::{Store, StoreError};

/// Listings saved in one transaction.
pub const CHUNK: usize = 500;
/// Longest line read, in bytes; a listing with every text at its longest is far below.
const MAX_LINE: usize = 1 << 20;

/// A line that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLine {
    /// Counted from 1.
    pub line: usize,
    /// Why not.
    pub reason: String,
}

/// What an import did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// Listings saved.
    pub saved: usize,
    /// Lines that were not taken.
    pub bad: Vec<BadLine>,
}

/// Why an import stopped. What was saved before stays saved, in whole chunks.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The store refused a chunk.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The lines could not be read.
    #[error("the import could not be read: {0}")]
    Input(#[from] io::Error),
}

/// Adds or replaces the listings of `input`, one JSON object a line. Empty lines are
/// passed over; bad ones are reported and the rest goes on. `progress` is called with
/// the number saved after each chunk.
///
/// # Errors
/// When the input cannot be read or the store refuses.
pub async fn import_listings(
    store: &Store,
    clock: &dyn Clock,
    mut input: impl BufRead,
    mut progress: impl FnMut(usize),
) -> Result<ImportReport, ImportError> {
    let mut report = ImportReport::default();
    let mut seen = HashSet::new();
    let mut chunk = Vec::with_capacity(CHUNK);
    let mut number = 0;
    while let Some(line) = next_line(&mut input)? {
        number += 1;
        let checked = match &line {
            Ok(text) if text.trim_ascii().is_empty() => continue,
            Ok(text) => check(text, &mut seen),
            Err(reason) => Err((*reason).to_owned()),
        };
        match checked {
            Ok(listing) => chunk.push(listing),
            Err(reason) => report.bad.push(BadLine { line: number, reason }),
        }
        if chunk.len() == CHUNK {
            report.saved += save(store, clock, &mut chunk).await?;
            progress(report.saved);
        }
    }
    report.saved += save(store, clock, &mut chunk).await?;
    progress(report.saved);
    Ok(report)
}

async fn save(store: &Store, clock: &dyn Clock, chunk: &mut Vec<Listing>) -> Result<usize, StoreError> {
    let listings = std::mem::take(chunk);
    let count = listings.len();
    if count > 0 {
        save_listings(store, clock, listings).await?;
    }
    Ok(count)
}

/// The next line, or why it cannot be taken; a line too long is passed over without being held.
fn next_line(input: &mut impl BufRead) -> io::Result<Option<Result<Vec<u8>, &'static str>>> {
    let mut line = Vec::new();
    let read = input.by_ref().take(MAX_LINE as u64 + 1).read_until(b'\n', &mut line)?;
    if read == 0 {
        return Ok(None);
    }
    if line.len() > MAX_LINE && line.last() != Some(&b'\n') {
        input.skip_until(b'\n')?;
        return Ok(Some(Err("the line is longer than 1 MiB")));
    }
    Ok(Some(Ok(line)))
}

fn check(line: &[u8], seen: &mut HashSet<String>) -> Result<Listing, String> {
    let listing: Listing = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    let problems: Vec<String> = listing.problems().iter().map(ToString::to_string).collect();
    if !problems.is_empty() {
        return Err(problems.join("; "));
    }
    if !seen.insert(listing.slug.clone()) {
        return Err(format!("slug: “{}” stands on an earlier line", listing.slug));
    }
    Ok(listing)
}
