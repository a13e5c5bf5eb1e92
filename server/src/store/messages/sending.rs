//! Messages before they are sent.

use app::model::{MessageKind, RecipientState};
use chrono::{DateTime, Utc};
use sea_orm::prelude::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::super::entity::{message, recipient};
use super::super::{StoreError, Write};
use super::{Message, Recipient};

/// What a visitor wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMessage {
    /// What it is about.
    pub kind: MessageKind,
    /// What is wanted.
    pub what: String,
    /// How much of it; may be empty, as the next two.
    pub amount: String,
    /// Where.
    pub place: String,
    /// When.
    pub wanted_by: String,
    /// Who sends it.
    pub company: String,
    /// Their mail address.
    pub email: String,
}

impl Write {
    /// Adds a message to these listings that waits for its sender's address to be confirmed.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn add_message(
        &self,
        new: &NewMessage,
        slugs: &[String],
        now: DateTime<Utc>,
    ) -> Result<i64, StoreError> {
        let row = message::ActiveModel {
            kind: Set(new.kind.slug().to_owned()),
            what: Set(new.what.clone()),
            amount: Set(new.amount.clone()),
            place: Set(new.place.clone()),
            wanted_by: Set(new.wanted_by.clone()),
            company: Set(new.company.clone()),
            email: Set(new.email.clone()),
            created_at: Set(now),
            ..Default::default()
        };
        let id = message::Entity::insert(row).exec(&self.tx).await?.last_insert_id;
        let rows = slugs.iter().map(|slug| recipient::ActiveModel {
            message_id: Set(id),
            slug: Set(slug.clone()),
            state: Set(RecipientState::Waiting.slug().to_owned()),
            reminders: Set(0),
            ..Default::default()
        });
        recipient::Entity::insert_many(rows).exec_without_returning(&self.tx).await?;
        Ok(id)
    }

    /// Notes that the sender's address is confirmed; none when it was before, or there is no such message.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn confirm_message(
        &self,
        id: i64,
        now: DateTime<Utc>,
    ) -> Result<Option<(Message, Vec<Recipient>)>, StoreError> {
        let confirmed = message::Entity::update_many()
            .col_expr(message::Column::ConfirmedAt, Expr::value(now))
            .filter(message::Column::Id.eq(id))
            .filter(message::Column::ConfirmedAt.is_null())
            .exec_with_returning(&self.tx)
            .await?;
        let Some(message) = confirmed.into_iter().next() else { return Ok(None) };
        let recipients = recipient::Entity::find()
            .filter(recipient::Column::MessageId.eq(id))
            .order_by_asc(recipient::Column::Id)
            .all(&self.tx)
            .await?;
        Ok(Some((message.into(), recipients.into_iter().map(Recipient::from).collect())))
    }
}
