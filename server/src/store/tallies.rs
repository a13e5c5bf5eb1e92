//! Counts of what visitors were shown of listings, by month.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::prelude::Expr;
use sea_orm::sea_query::{Alias, Iden, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};

use super::entity::{listing_view, shown_search};
use super::{Store, StoreError, Write};

/// Rows written by one statement.
const CHUNK: usize = 500;

/// How often a listing was shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Slug of the listing.
    pub slug: String,
    /// First day of the month.
    pub month: NaiveDate,
    /// The words of the search that showed it, empty for none but filters; none for its own page.
    pub words: Option<String>,
    /// How often.
    pub times: i64,
    /// Sum of its places among the hits, from 1; 0 for its own page.
    pub places: i64,
}

/// Words by which a listing was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The telling words, folded; empty when only filters were chosen.
    pub words: String,
    /// How often.
    pub times: i64,
    /// How often of these in the newest month.
    pub lately: i64,
    /// Sum of its places among the hits, from 1.
    pub places: i64,
}

impl Write {
    /// Adds counts to those of the same listing, month and words. The catalogue stays as it is, so its
    /// revision does too.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn count_tallies(&self, tallies: &[Tally]) -> Result<(), StoreError> {
        let (searches, views): (Vec<&Tally>, Vec<&Tally>) =
            tallies.iter().partition(|tally| tally.words.is_some());
        for chunk in views.chunks(CHUNK) {
            let rows = chunk.iter().map(|tally| listing_view::ActiveModel {
                slug: Set(tally.slug.clone()),
                month: Set(tally.month),
                times: Set(tally.times),
            });
            let times = Expr::col((listing_view::Entity, listing_view::Column::Times));
            let add = OnConflict::columns([listing_view::Column::Slug, listing_view::Column::Month])
                .value(listing_view::Column::Times, times.add(more(&listing_view::Column::Times)))
                .to_owned();
            listing_view::Entity::insert_many(rows).on_conflict(add).exec_without_returning(&self.tx).await?;
        }
        for chunk in searches.chunks(CHUNK) {
            self.count_searches(chunk).await?;
        }
        Ok(())
    }

    async fn count_searches(&self, tallies: &[&Tally]) -> Result<(), StoreError> {
        use shown_search::{ActiveModel, Column, Entity};
        let rows = tallies.iter().map(|tally| ActiveModel {
            slug: Set(tally.slug.clone()),
            month: Set(tally.month),
            words: Set(tally.words.clone().unwrap_or_default()),
            times: Set(tally.times),
            places: Set(tally.places),
        });
        let sum = |column| Expr::col((Entity, column)).add(more(&column));
        let add = OnConflict::columns([Column::Slug, Column::Month, Column::Words])
            .value(Column::Times, sum(Column::Times))
            .value(Column::Places, sum(Column::Places))
            .to_owned();
        Entity::insert_many(rows).on_conflict(add).exec_without_returning(&self.tx).await?;
        Ok(())
    }
}

/// The value that was to be inserted.
fn more(column: &impl Iden) -> Expr {
    Expr::col((Alias::new("excluded"), Alias::new(column.to_string())))
}

impl Store {
    /// How often the page of a listing was given in each month since one, the oldest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn views(&self, slug: &str, since: NaiveDate) -> Result<Vec<(NaiveDate, i64)>, StoreError> {
        let rows = listing_view::Entity::find()
            .filter(listing_view::Column::Slug.eq(slug))
            .filter(listing_view::Column::Month.gte(since))
            .order_by_asc(listing_view::Column::Month)
            .all(&self.db)
            .await?;
        Ok(rows.into_iter().map(|row| (row.month, row.times)).collect())
    }

    /// The words by which a listing was found since a month, those that showed it most often first, at
    /// most so many; and of these how often in the newest month.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn found_by(
        &self,
        slug: &str,
        since: NaiveDate,
        newest: NaiveDate,
        limit: u64,
    ) -> Result<Vec<Found>, StoreError> {
        use shown_search::{Column, Entity};
        // PostgreSQL sums whole numbers to decimals.
        let sum = |column: Column| Expr::col(column).sum().cast_as("BIGINT");
        let all: Vec<(String, i64, i64)> = Entity::find()
            .select_only()
            .column(Column::Words)
            .column_as(sum(Column::Times), "times")
            .column_as(sum(Column::Places), "places")
            .filter(Column::Slug.eq(slug))
            .filter(Column::Month.gte(since))
            .group_by(Column::Words)
            .order_by_desc(sum(Column::Times))
            .order_by_asc(Column::Words)
            .limit(limit)
            .into_tuple()
            .all(&self.db)
            .await?;
        let lately = Entity::find()
            .filter(Column::Slug.eq(slug))
            .filter(Column::Month.eq(newest))
            .filter(Column::Words.is_in(all.iter().map(|(words, ..)| words.as_str())))
            .all(&self.db)
            .await?;
        let lately: HashMap<String, i64> = lately.into_iter().map(|row| (row.words, row.times)).collect();
        let found = |(words, times, places): (String, i64, i64)| {
            let lately = lately.get(&words).copied().unwrap_or_default();
            Found { words, times, lately, places }
        };
        Ok(all.into_iter().map(found).collect())
    }

    /// Forgets what was shown in the months that ended before the day.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_tallies(&self, before: NaiveDate) -> Result<(), StoreError> {
        let month = chrono::Datelike::with_day(&before, 1).unwrap_or(before);
        listing_view::Entity::delete_many()
            .filter(listing_view::Column::Month.lt(month))
            .exec(&self.db)
            .await?;
        shown_search::Entity::delete_many()
            .filter(shown_search::Column::Month.lt(month))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}
