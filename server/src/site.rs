//! All that a running catalogue is made of.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use tantivy::TantivyError;
use tokio::sync::Notify;

use crate::clock::Clock;
use crate::search::{Follower, SearchIndex};
use crate::store::Store;

/// Store, search and clock of one process.
#[derive(Debug)]
pub struct Site {
    /// The database.
    pub store: Store,
    /// The index derived from it.
    pub index: Arc<SearchIndex>,
    /// What keeps the index in step.
    pub follower: Follower,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Scheme and host visitors use.
    pub base_url: String,
    /// When this process was started.
    pub started: DateTime<Utc>,
    /// Wakes the job runner.
    pub work: Notify,
}

impl Site {
    /// Puts a site together; its index is empty until the follower has run.
    ///
    /// # Errors
    /// When the index cannot be made.
    pub fn new(store: Store, clock: Arc<dyn Clock>, base_url: String) -> Result<Arc<Self>, TantivyError> {
        let index = Arc::new(SearchIndex::new()?);
        let follower = Follower::new(store.clone(), index.clone(), clock.clone());
        let started = clock.now();
        Ok(Arc::new(Self { store, index, follower, clock, base_url, started, work: Notify::new() }))
    }
}
