//! Forgetting what was asked and by whom. That something was asked, and how it was answered, stays.

use chrono::{DateTime, Duration, Months, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::super::entity::{link, message, recipient};
use super::super::links::{ANSWERS, OF_MESSAGES};
use super::super::{Store, StoreError, Write};
use super::{Message, Recipient};

/// How long a message waits for its sender's address to be confirmed.
const UNCONFIRMED: Duration = Duration::hours(24);
/// How long its words are kept from then on.
const KEPT: Months = Months::new(6);
/// Messages forgotten in one statement.
const CHUNK: usize = 200;

impl Store {
    /// Deletes messages that were never confirmed, and empties those that were confirmed long ago.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_messages(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let write = self.write().await?;
        let never = Condition::all().add(message::Column::CreatedAt.lte(now - UNCONFIRMED));
        write.delete_unconfirmed(never).await?;
        let old = Condition::all().add(message::Column::ConfirmedAt.lte(now - KEPT));
        write.empty_messages(old, now).await?;
        write.commit().await?;
        Ok(())
    }

    /// The messages with this sender's address, each with its recipients.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn messages_by(&self, email: &str) -> Result<Vec<(Message, Vec<Recipient>)>, StoreError> {
        let messages = message::Entity::find()
            .filter(message::Column::Email.eq(email))
            .order_by_asc(message::Column::Id)
            .all(&self.db)
            .await?;
        let mut all = Vec::new();
        for message in messages {
            let rows = recipient::Entity::find().filter(recipient::Column::MessageId.eq(message.id));
            let rows = rows.order_by_asc(recipient::Column::Id).all(&self.db).await?;
            all.push((message.into(), rows.into_iter().map(Recipient::from).collect()));
        }
        Ok(all)
    }
}

impl Write {
    /// Forgets all messages with this sender's address.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn forget_messages_by(&self, email: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
        let theirs = Condition::all().add(message::Column::Email.eq(email));
        self.delete_unconfirmed(theirs.clone()).await?;
        self.empty_messages(theirs, now).await
    }

    async fn delete_unconfirmed(&self, which: Condition) -> Result<(), StoreError> {
        // Their recipients go with them.
        message::Entity::delete_many()
            .filter(which)
            .filter(message::Column::ConfirmedAt.is_null())
            .exec(&self.tx)
            .await?;
        Ok(())
    }

    async fn empty_messages(&self, which: Condition, now: DateTime<Utc>) -> Result<(), StoreError> {
        let which = message::Entity::find().filter(which).filter(message::Column::ForgottenAt.is_null());
        let ids: Vec<i64> =
            which.select_only().column(message::Column::Id).into_tuple().all(&self.tx).await?;
        for ids in ids.chunks(CHUNK) {
            let nothing = String::new;
            let empty = message::ActiveModel {
                what: Set(nothing()),
                amount: Set(nothing()),
                place: Set(nothing()),
                wanted_by: Set(nothing()),
                wanted: Set(None),
                company: Set(nothing()),
                email: Set(nothing()),
                forgotten_at: Set(Some(now)),
                ..Default::default()
            };
            let these = message::Column::Id.is_in(ids.iter().copied());
            message::Entity::update_many().set(empty).filter(these).exec(&self.tx).await?;
            self.forget_links_of(ids).await?;
        }
        Ok(())
    }

    async fn forget_links_of(&self, messages: &[i64]) -> Result<(), StoreError> {
        let recipients: Vec<i64> = recipient::Entity::find()
            .filter(recipient::Column::MessageId.is_in(messages.iter().copied()))
            .select_only()
            .column(recipient::Column::Id)
            .into_tuple()
            .all(&self.tx)
            .await?;
        let of = |purposes: &[&str], numbers: &[i64]| {
            Condition::all()
                .add(link::Column::Purpose.is_in(purposes.iter().copied()))
                .add(link::Column::Number.is_in(numbers.iter().copied()))
        };
        let theirs = Condition::any().add(of(&OF_MESSAGES, messages)).add(of(&ANSWERS, &recipients));
        link::Entity::delete_many().filter(theirs).exec(&self.tx).await?;
        Ok(())
    }
}
