//! Messages on their way: written, confirmed, and to whom they may go.

use app::model::{Listing, MessageLoad, RecipientState, ValidMessage};
use chrono::{DateTime, Duration, Utc};
use sea_orm::prelude::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
};

use super::{Message, Recipient};
use crate::clock::month_began;
use crate::store::entity::{account, member, message, recipient};
use crate::store::{Store, StoreError, Write};

/// What counts as a day of messages.
const DAY: Duration = Duration::hours(24);

impl Write {
    /// Notes a message whose sender's address is not confirmed yet, with those it goes to; returns its number.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn add_message(&self, written: &ValidMessage, now: DateTime<Utc>) -> Result<i64, StoreError> {
        let wanted = &written.words.wanted;
        let wanted = (!wanted.is_empty()).then(|| serde_json::to_string(wanted)).transpose();
        let wanted = wanted.map_err(|reason| StoreError::Corrupt { slug: "message".to_owned(), reason })?;
        let row = message::ActiveModel {
            kind: Set(written.words.kind.slug().to_owned()),
            what: Set(written.words.what.clone()),
            amount: Set(written.words.amount.clone()),
            place: Set(written.words.place.clone()),
            wanted_by: Set(written.words.wanted_by.clone()),
            wanted: Set(wanted),
            company: Set(written.words.company.clone()),
            email: Set(written.words.email.clone()),
            created_at: Set(now),
            confirmed_at: Set(None),
            forgotten_at: Set(None),
            ..Default::default()
        };
        let id = message::Entity::insert(row).exec(&self.tx).await?.last_insert_id;
        let rows = written.to.iter().map(|slug| recipient::ActiveModel {
            message_id: Set(id),
            slug: Set(slug.clone()),
            state: Set(RecipientState::Waiting.slug().to_owned()),
            reminders: Set(0),
            ..Default::default()
        });
        recipient::Entity::insert_many(rows).exec_without_returning(&self.tx).await?;
        Ok(id)
    }

    /// The same message to the same receivers, if it was written since the time.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn same_message(
        &self,
        written: &ValidMessage,
        since: DateTime<Utc>,
    ) -> Result<Option<Message>, StoreError> {
        let alike = message::Entity::find()
            .filter(message::Column::Email.eq(&written.words.email))
            .filter(message::Column::CreatedAt.gte(since))
            .filter(message::Column::Kind.eq(written.words.kind.slug()))
            .filter(message::Column::What.eq(&written.words.what))
            .order_by_asc(message::Column::Id);
        for row in alike.all(&self.tx).await? {
            let message = Message::from(row);
            let to = self.addressed(message.id).await?;
            let same = to.iter().map(|recipient| &recipient.slug).eq(&written.to);
            if same && message.words.wanted == written.words.wanted {
                return Ok(Some(message));
            }
        }
        Ok(None)
    }

    /// A message whose sender's address is not confirmed.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn unconfirmed_message(&self, id: i64) -> Result<Option<Message>, StoreError> {
        unconfirmed(&self.tx, id).await
    }

    /// Notes that the sender confirmed the address.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn confirm_message(&self, id: i64, now: DateTime<Utc>) -> Result<(), StoreError> {
        message::Entity::update_many()
            .col_expr(message::Column::ConfirmedAt, Expr::value(now))
            .filter(message::Column::Id.eq(id))
            .exec(&self.tx)
            .await?;
        Ok(())
    }

    /// Those a message goes to, by slug.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn addressed(&self, message: i64) -> Result<Vec<Recipient>, StoreError> {
        addressed(&self.tx, message).await
    }

    /// Takes one of those it was to go to off a message that is not sent.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn drop_recipient(&self, id: i64) -> Result<(), StoreError> {
        recipient::Entity::delete_by_id(id).exec(&self.tx).await?;
        Ok(())
    }

    /// How many messages the mail address confirmed in the last 24 hours.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn sent_in_a_day(&self, email: &str, now: DateTime<Utc>) -> Result<u64, StoreError> {
        let sent = message::Entity::find()
            .filter(message::Column::Email.eq(email))
            .filter(message::Column::ConfirmedAt.gt(now - DAY));
        Ok(sent.count(&self.tx).await?)
    }

    /// Where the mails of a listing go: its own address, or else those of the people who keep it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn message_addresses(&self, listing: &Listing) -> Result<Vec<String>, StoreError> {
        addresses(&self.tx, listing).await
    }

    /// What a listing has to do with messages already.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn message_load(
        &self,
        listing: &Listing,
        now: DateTime<Utc>,
    ) -> Result<MessageLoad, StoreError> {
        load(&self.tx, listing, now).await
    }
}

impl Store {
    /// What a listing has to do with messages already.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn message_load(
        &self,
        listing: &Listing,
        now: DateTime<Utc>,
    ) -> Result<MessageLoad, StoreError> {
        load(&self.db, listing, now).await
    }

    /// A message whose sender's address is not confirmed, with those it goes to by slug.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn unconfirmed_message(
        &self,
        id: i64,
    ) -> Result<Option<(Message, Vec<Recipient>)>, StoreError> {
        let Some(message) = unconfirmed(&self.db, id).await? else { return Ok(None) };
        Ok(Some((message, addressed(&self.db, id).await?)))
    }
}

async fn unconfirmed(db: &impl ConnectionTrait, id: i64) -> Result<Option<Message>, StoreError> {
    let found = message::Entity::find_by_id(id).filter(message::Column::ConfirmedAt.is_null());
    Ok(found.one(db).await?.map(Message::from))
}

async fn addressed(db: &impl ConnectionTrait, message: i64) -> Result<Vec<Recipient>, StoreError> {
    let rows = recipient::Entity::find().filter(recipient::Column::MessageId.eq(message)).all(db).await?;
    let mut to: Vec<Recipient> = rows.into_iter().map(Recipient::from).collect();
    // By bytes, whatever the database thinks of letters.
    to.sort_unstable_by(|a, b| a.slug.cmp(&b.slug));
    Ok(to)
}

async fn addresses(db: &impl ConnectionTrait, listing: &Listing) -> Result<Vec<String>, StoreError> {
    if let Some(email) = &listing.email {
        return Ok(vec![email.clone()]);
    }
    let keepers = member::Entity::find()
        .filter(member::Column::Slug.eq(&listing.slug))
        .select_only()
        .column(member::Column::AccountId)
        .into_query();
    let keepers = account::Entity::find()
        .filter(account::Column::Id.in_subquery(keepers))
        .order_by_asc(account::Column::Id);
    Ok(keepers.all(db).await?.into_iter().map(|account| account.email).collect())
}

async fn load(
    db: &impl ConnectionTrait,
    listing: &Listing,
    now: DateTime<Utc>,
) -> Result<MessageLoad, StoreError> {
    let limited = listing.placement.as_ref().is_some_and(|place| place.messages_per_month.is_some());
    let this_month =
        if limited { received_since(&listing.slug, month_began(now)).count(db).await? } else { 0 };
    Ok(MessageLoad {
        addresses: addresses(db, listing).await?,
        this_month,
        last_day: received_since(&listing.slug, now - DAY).count(db).await?,
    })
}

/// Messages to a listing that were confirmed since the time.
fn received_since(slug: &str, since: DateTime<Utc>) -> Select<recipient::Entity> {
    let confirmed = message::Entity::find()
        .filter(message::Column::ConfirmedAt.gte(since))
        .select_only()
        .column(message::Column::Id)
        .into_query();
    recipient::Entity::find()
        .filter(recipient::Column::Slug.eq(slug))
        .filter(recipient::Column::MessageId.in_subquery(confirmed))
}
