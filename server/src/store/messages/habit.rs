//! How messages came out, for the habits of those they went to.

use app::model::RecipientState;
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use crate::store::entity::{message, recipient};
use crate::store::{Store, StoreError};

/// How a message that was sent to an enterprise came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Which listing.
    pub slug: String,
    /// When it was sent.
    pub sent: DateTime<Utc>,
    /// When it was answered, with whatever answer.
    pub answered: Option<DateTime<Utc>>,
}

/// Slug, state, when it was sent and when it was answered.
type Row = (String, String, DateTime<Utc>, Option<DateTime<Utc>>);

impl Store {
    /// How the messages came out that were sent from a moment on and before another. Those the sender took
    /// back, and those that could not be delivered, say nothing of the enterprise.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn outcomes(
        &self,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Vec<Outcome>, StoreError> {
        use recipient::Column;
        let confirmed = message::Entity::find()
            .select_only()
            .column(message::Column::Id)
            .filter(message::Column::ConfirmedAt.is_not_null())
            .into_query();
        let untold = [RecipientState::Withdrawn, RecipientState::Undelivered].map(RecipientState::slug);
        let rows: Vec<Row> = recipient::Entity::find()
            .select_only()
            .columns([Column::Slug, Column::State, Column::SentAt, Column::AnsweredAt])
            .filter(Column::SentAt.gte(from))
            .filter(Column::SentAt.lt(until))
            .filter(Column::State.is_not_in(untold))
            .filter(Column::MessageId.in_subquery(confirmed))
            .into_tuple()
            .all(&self.db)
            .await?;
        let open = [RecipientState::Waiting, RecipientState::Silent].map(RecipientState::slug);
        let outcome = |(slug, state, sent, answered): Row| {
            let answered = answered.filter(|_| !open.contains(&state.as_str()));
            Outcome { slug, sent, answered }
        };
        Ok(rows.into_iter().map(outcome).collect())
    }
}
