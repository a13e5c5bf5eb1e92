//! Counts of what people did not find.

use chrono::NaiveDate;
use sea_orm::prelude::Expr;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder};

use super::entity::search_gap::{ActiveModel, Column, Entity, Model};
use super::{Store, StoreError, Write};

/// Words that were searched for with few hits or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The day in Denmark.
    pub day: NaiveDate,
    /// The telling words, folded, single spaces between.
    pub words: String,
    /// The place as a visitor reads it, "Rebild Kommune" or "Klarup"; empty for none.
    pub place: String,
    /// Hits of the last such search.
    pub hits: i32,
    /// How many such searches.
    pub count: i64,
}

impl Write {
    /// Adds counts to those of the same words, place and day. The catalogue stays as it
    /// is, so its revision does too.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn count_gaps(&self, gaps: &[Gap]) -> Result<(), StoreError> {
        for gap in gaps {
            let row = ActiveModel {
                day: Set(gap.day),
                words: Set(gap.words.clone()),
                place: Set(gap.place.clone()),
                hits: Set(gap.hits),
                count: Set(gap.count),
            };
            let before = Expr::col((Entity, Column::Count));
            let add = OnConflict::columns([Column::Day, Column::Words, Column::Place])
                .update_column(Column::Hits)
                .value(Column::Count, before.add(gap.count))
                .to_owned();
            Entity::insert(row).on_conflict(add).exec_without_returning(&self.tx).await?;
        }
        Ok(())
    }
}

impl Store {
    /// What was not found since the day, the oldest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn gaps(&self, since: NaiveDate) -> Result<Vec<Gap>, StoreError> {
        let rows = Entity::find()
            .filter(Column::Day.gte(since))
            .order_by_asc(Column::Day)
            .order_by_asc(Column::Words)
            .order_by_asc(Column::Place)
            .all(&self.db)
            .await?;
        let gap = |Model { day, words, place, hits, count }| Gap { day, words, place, hits, count };
        Ok(rows.into_iter().map(gap).collect())
    }

    /// Forgets what was not found before the day.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_gaps(&self, before: NaiveDate) -> Result<u64, StoreError> {
        let gone = Entity::delete_many().filter(Column::Day.lt(before)).exec(&self.db).await?;
        Ok(gone.rows_affected)
    }
}
