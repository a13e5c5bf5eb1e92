//! How a message stands with each enterprise, and how that changes.

use app::model::{Declined, MessageAnswer, MessageStanding, RecipientState};
use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};

use super::super::entity::{message, recipient};
use super::super::{Store, StoreError, Write};
use super::Recipient;
use crate::clock::danish_day;

impl Recipient {
    /// How the message stands there, and since when.
    #[must_use]
    pub fn standing(&self) -> MessageStanding {
        let waits = self.state == RecipientState::Waiting;
        MessageStanding {
            state: self.state,
            declined: Declined { reason: self.reason, again_on: self.again_on },
            since: if waits { self.sent.map(danish_day) } else { self.moved_on },
        }
    }
}

impl Write {
    /// Notes what an enterprise answered; its first answer says when. False when none is taken any more.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn answer_message(
        &self,
        recipient: &Recipient,
        answer: MessageAnswer,
        declined: Declined,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let row = recipient::ActiveModel {
            state: Set(answer.state().slug().to_owned()),
            reason: Set(declined.reason.map(|reason| reason.slug().to_owned())),
            again_on: Set(declined.again_on),
            answered_at: Set(Some(recipient.answered.unwrap_or(now))),
            moved_on: Set(Some(danish_day(now))),
            ..Default::default()
        };
        let open = RecipientState::ALL.into_iter().filter(|state| state.takes_answers());
        let which = Condition::all().add(recipient::Column::State.is_in(open.map(RecipientState::slug)));
        self.move_recipient(recipient.id, which, row).await
    }

    /// Notes that a mail with the message was handed over; if others to the same enterprise could not be
    /// delivered, it waits again.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn note_message_sent(&self, recipient: i64, now: DateTime<Utc>) -> Result<(), StoreError> {
        let row = recipient::ActiveModel { sent_at: Set(Some(now)), ..Default::default() };
        let first = Condition::all().add(recipient::Column::SentAt.is_null());
        self.move_recipient(recipient, first, row).await?;
        let row = recipient::ActiveModel {
            state: Set(RecipientState::Waiting.slug().to_owned()),
            moved_on: Set(None),
            ..Default::default()
        };
        self.move_recipient(recipient, is_in(RecipientState::Undelivered), row).await?;
        Ok(())
    }

    /// Notes that nobody could be sent the message. False when somebody was, or it no longer waits.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn note_undelivered(&self, recipient: i64, today: NaiveDate) -> Result<bool, StoreError> {
        let nobody = is_in(RecipientState::Waiting).add(recipient::Column::SentAt.is_null());
        self.move_recipient(recipient, nobody, moved(RecipientState::Undelivered, today)).await
    }

    /// Notes that an enterprise is reminded; false when it was before, or the message no longer waits.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn note_reminder(
        &self,
        recipient: i64,
        reminder: u8,
        today: NaiveDate,
    ) -> Result<bool, StoreError> {
        let row = recipient::ActiveModel {
            reminders: Set(reminder.into()),
            ..moved(RecipientState::Waiting, today)
        };
        let before = is_in(RecipientState::Waiting).add(recipient::Column::Reminders.lt(i32::from(reminder)));
        self.move_recipient(recipient, before, row).await
    }

    /// Notes that a message waits, and that its days are counted from today on.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn count_anew(&self, recipient: i64, today: NaiveDate) -> Result<(), StoreError> {
        let row = moved(RecipientState::Waiting, today);
        self.move_recipient(recipient, is_in(RecipientState::Waiting), row).await?;
        Ok(())
    }

    /// Ends the wait for an answer. False when it was over before.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn end_wait(
        &self,
        recipient: i64,
        state: RecipientState,
        today: NaiveDate,
    ) -> Result<bool, StoreError> {
        self.move_recipient(recipient, is_in(RecipientState::Waiting), moved(state, today)).await
    }

    /// Lets what one listing was asked be asked of another; what both were asked stays where it is.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn move_messages(&self, from: &str, to: &str) -> Result<(), StoreError> {
        let both = recipient::Entity::find()
            .filter(recipient::Column::Slug.eq(to))
            .select_only()
            .column(recipient::Column::MessageId);
        let row = recipient::ActiveModel { slug: Set(to.to_owned()), ..Default::default() };
        recipient::Entity::update_many()
            .set(row)
            .filter(recipient::Column::Slug.eq(from))
            .filter(recipient::Column::MessageId.not_in_subquery(both.into_query()))
            .exec(&self.tx)
            .await?;
        Ok(())
    }

    async fn move_recipient(
        &self,
        id: i64,
        which: Condition,
        row: recipient::ActiveModel,
    ) -> Result<bool, StoreError> {
        // One statement, so that an answer that comes meanwhile is not written over.
        let moved = recipient::Entity::update_many()
            .set(row)
            .filter(recipient::Column::Id.eq(id))
            .filter(which)
            .exec(&self.tx)
            .await?;
        Ok(moved.rows_affected > 0)
    }
}

fn is_in(state: RecipientState) -> Condition {
    Condition::all().add(recipient::Column::State.eq(state.slug()))
}

fn moved(state: RecipientState, today: NaiveDate) -> recipient::ActiveModel {
    recipient::ActiveModel {
        state: Set(state.slug().to_owned()),
        moved_on: Set(Some(today)),
        ..Default::default()
    }
}

impl Store {
    /// Numbers of the recipients that have not answered a message that is not forgotten, the oldest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn waiting_recipients(&self) -> Result<Vec<i64>, StoreError> {
        let known = message::Entity::find()
            .filter(message::Column::ConfirmedAt.is_not_null())
            .filter(message::Column::ForgottenAt.is_null())
            .select_only()
            .column(message::Column::Id);
        let waiting = recipient::Entity::find()
            .filter(is_in(RecipientState::Waiting))
            .filter(recipient::Column::MessageId.in_subquery(known.into_query()))
            .order_by_asc(recipient::Column::Id)
            .select_only()
            .column(recipient::Column::Id);
        Ok(waiting.into_tuple().all(&self.db).await?)
    }

    /// The messages that were sent to a listing on that Danish day or later, without their words.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn messages_to(&self, slug: &str, since: NaiveDate) -> Result<Vec<Recipient>, StoreError> {
        // A first choice only: the day in Denmark begins before the one of the store.
        let about = since.and_time(NaiveTime::MIN).and_utc() - Duration::days(1);
        let rows = recipient::Entity::find()
            .filter(recipient::Column::Slug.eq(slug))
            .filter(recipient::Column::SentAt.gte(about));
        let sent = rows.all(&self.db).await?.into_iter().map(Recipient::from);
        Ok(sent.filter(|row| row.sent.is_some_and(|sent| danish_day(sent) >= since)).collect())
    }
}
