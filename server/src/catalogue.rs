//! The read side: what pages ask, answered from the index in RAM.

use std::sync::Arc;

use app::catalogue::{Catalogue, Unavailable};
use app::model::{AsOf, Counts, Filter, Listing, Matched, Need, Overview, Results, SearchQuery, Suggestion};
use async_trait::async_trait;
use chrono::NaiveDate;
use tantivy::TantivyError;

use crate::search::Searchable;
use crate::site::Site;

impl Site {
    /// The state to read, or an outage while there is none.
    fn searchable(&self) -> Result<Arc<Searchable>, Unavailable> {
        self.index.current().ok_or(Unavailable)
    }
}

fn unreadable(error: &TantivyError) -> Unavailable {
    tracing::error!(%error, "the index cannot be read");
    Unavailable
}

#[async_trait]
impl Catalogue for Site {
    async fn search(&self, query: &SearchQuery) -> Result<Results, Unavailable> {
        let state = self.searchable()?;
        let results = self.index.find(&state, query).map_err(|error| unreadable(&error))?;
        self.gaps.note(self.clock.today(), query, &results);
        Ok(results)
    }

    async fn places_for(&self, need: &Need, today: NaiveDate) -> Result<Matched, Unavailable> {
        Ok(self.searchable()?.snapshot.places_for(need, today))
    }

    async fn suggest(&self, typed: &str) -> Result<Vec<Suggestion>, Unavailable> {
        let state = self.searchable()?;
        self.index.suggest(&state, typed).map_err(|error| unreadable(&error))
    }

    async fn listing(&self, slug: &str) -> Result<Option<Arc<Listing>>, Unavailable> {
        Ok(self.searchable()?.snapshot.row_of(slug).map(|row| row.listing.clone()))
    }

    async fn similar(&self, listing: &Listing, count: usize) -> Result<Vec<Arc<Listing>>, Unavailable> {
        Ok(self.searchable()?.snapshot.similar(listing, count))
    }

    async fn newest(&self, count: usize) -> Result<Vec<Arc<Listing>>, Unavailable> {
        let state = self.searchable()?;
        let snapshot = &state.snapshot;
        let mut numbers: Vec<usize> = snapshot.open.ones().collect();
        numbers.sort_unstable_by_key(|number| snapshot.by_newest[*number]);
        let rows = numbers.into_iter().take(count).filter_map(|number| snapshot.rows[number].as_ref());
        Ok(rows.map(|row| row.listing.clone()).collect())
    }

    async fn having(&self, value: Filter) -> Result<Vec<Arc<Listing>>, Unavailable> {
        let state = self.searchable()?;
        let snapshot = &state.snapshot;
        let numbers = snapshot.open.intersection(snapshot.set_of(value));
        let rows = numbers.filter_map(|number| snapshot.rows[number].as_ref());
        Ok(rows.map(|row| row.listing.clone()).collect())
    }

    async fn overview(&self) -> Result<Overview, Unavailable> {
        let state = self.searchable()?;
        let open = &state.snapshot.open;
        Ok(Overview {
            total: open.count_ones(..),
            counts: Counts::by(|filter| open.intersection_count(state.snapshot.set_of(filter))),
        })
    }

    fn as_of(&self, today: NaiveDate) -> AsOf {
        self.index.current().map_or_else(
            || AsOf::day(today),
            |state| {
                let snapshot = &state.snapshot;
                AsOf { today, began: snapshot.began, habits: snapshot.habits.clone() }
            },
        )
    }

    async fn slugs(&self) -> Result<Vec<String>, Unavailable> {
        let state = self.searchable()?;
        let mut slugs: Vec<String> =
            state.snapshot.rows.iter().flatten().map(|row| row.listing.slug.clone()).collect();
        slugs.sort_unstable();
        Ok(slugs)
    }
}
