//! Keeps the index in step with the store, whichever replica wrote.

use std::sync::Arc;
use std::time::Duration;

use app::model::Habits;
use chrono::NaiveDate;
use tokio::sync::{Notify, watch};

use super::SearchIndex;
use crate::clock::Clock;
use crate::habit::{habits, span};
use crate::store::{Store, StoreError};

/// How often the store is asked for the writes of other replicas.
const POLL: Duration = Duration::from_secs(1);
/// How long a save waits to see itself.
const PATIENCE: Duration = Duration::from_secs(1);
/// Listings read from the store at a time.
const PAGE: u64 = 1000;

/// Follows the store's revision.
#[derive(Debug)]
pub struct Follower {
    store: Store,
    index: Arc<SearchIndex>,
    clock: Arc<dyn Clock>,
    poked: Notify,
    seen: watch::Sender<i64>,
}

impl Follower {
    /// A follower that has seen nothing yet.
    #[must_use]
    pub fn new(store: Store, index: Arc<SearchIndex>, clock: Arc<dyn Clock>) -> Self {
        Self { store, index, clock, poked: Notify::new(), seen: watch::Sender::new(-1) }
    }

    /// Follows until the task is dropped. A store that does not answer is asked again.
    pub async fn run(&self) {
        loop {
            if let Err(error) = self.catch_up().await {
                tracing::error!(%error, "the index could not follow the store");
            }
            let _ = tokio::time::timeout(POLL, self.poked.notified()).await;
        }
    }

    /// Takes in what was written since the last time, if anything, and a new day, whose
    /// order of equals is another and whose habits are those of its beginning.
    ///
    /// # Errors
    /// When the store does not answer; the index then stays as it is.
    pub async fn catch_up(&self) -> Result<(), StoreError> {
        let now = self.store.revision().await?;
        let today = self.clock.today();
        if self.index.is_current(now, today) {
            return Ok(());
        }
        let after = self.index.revision().unwrap_or(-1);
        let mut changed = Vec::new();
        loop {
            let after_slug = changed.last().map_or("", |listing: &app::model::Listing| listing.slug.as_str());
            let page = self.store.changed(after, now, after_slug, PAGE).await?;
            let more = page.len() as u64 == PAGE;
            changed.extend(page);
            if !more {
                break;
            }
        }
        let habits = match self.index.day() {
            Some(day) if day == today => None,
            _ => Some(self.habits(today).await?),
        };
        let index = self.index.clone();
        let applied = tokio::task::spawn_blocking(move || index.apply(now, changed, today, habits)).await;
        match applied {
            Ok(Ok(())) => {
                self.seen.send_replace(now);
            }
            Ok(Err(error)) => tracing::error!(%error, "the index could not be written"),
            Err(error) => tracing::error!(%error, "the index could not be written"),
        }
        Ok(())
    }

    /// How enterprises usually answer, as it stood when the day began.
    async fn habits(&self, day: NaiveDate) -> Result<Habits, StoreError> {
        let (from, until) = span(day);
        Ok(habits(self.store.outcomes(from, until).await?, day))
    }

    /// Waits until a revision can be searched, so that people see what they saved; a
    /// second at most, for a save must not fail because the index is slow.
    pub async fn wait_for(&self, revision: i64) {
        self.poked.notify_one();
        let mut seen = self.seen.subscribe();
        let wait = seen.wait_for(|seen| *seen >= revision);
        if tokio::time::timeout(PATIENCE, wait).await.is_err() {
            tracing::warn!(revision, "a change is saved but not yet searchable");
        }
    }
}
