//! Messages on their way, and the links that answer and follow them.

use app::model::MessageAnswer;
use chrono::{DateTime, Utc};
use sea_orm::prelude::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::super::entity::{link, message, recipient};
use super::super::{JobKind, Purpose, Store, StoreError, Write};
use super::{Message, Recipient};
use crate::key::Key;

/// A link that answers a message, with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerLink {
    /// What it answers.
    pub answer: MessageAnswer,
    /// Whether it was used.
    pub used: bool,
    /// What was asked.
    pub message: Message,
    /// Whom.
    pub recipient: Recipient,
}

impl Write {
    /// A message that was confirmed and is not forgotten, with the recipient of this number.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn asked_message(&self, recipient: i64) -> Result<Option<(Message, Recipient)>, StoreError> {
        asked(&self.tx, recipient).await
    }

    /// A message that was confirmed and is not forgotten, with all its recipients.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn sent_message(&self, id: i64) -> Result<Option<(Message, Vec<Recipient>)>, StoreError> {
        sent(&self.tx, id).await
    }

    /// What a link that follows a message is about.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn followed_message(
        &self,
        key: &Key,
        now: DateTime<Utc>,
    ) -> Result<Option<(Message, Vec<Recipient>)>, StoreError> {
        followed(&self.tx, key, now).await
    }

    /// Uses a link that answers a message up; none when it does not work.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn use_answer_link(
        &self,
        key: &Key,
        now: DateTime<Utc>,
    ) -> Result<Option<AnswerLink>, StoreError> {
        let Some(found) = answer_link(&self.tx, key, now).await? else { return Ok(None) };
        // Asks again whether it was used, so that of two who follow a link at once one is let in.
        let used = link::Entity::update_many()
            .col_expr(link::Column::UsedAt, Expr::value(now))
            .filter(link::Column::KeyHash.eq(key.hash()))
            .filter(link::Column::UsedAt.is_null())
            .exec(&self.tx)
            .await?;
        Ok((used.rows_affected > 0).then_some(found))
    }

    /// Has whoever wrote a message told how this enterprise answered, or that it did not. A mail that was not sent
    /// yet will tell of what is true when it is.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn tell_sender(
        &self,
        message: &Message,
        asked: &Recipient,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mail = JobKind::MessageDeclinedMail { recipient: asked.id, email: message.words.email.clone() };
        self.enqueue(&mail, Some(&format!("message-declined {}", asked.id)), now).await
    }
}

impl Store {
    /// A link that answers a message, used or not; none when it is none or its time is over.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn answer_link(&self, key: &Key, now: DateTime<Utc>) -> Result<Option<AnswerLink>, StoreError> {
        answer_link(&self.db, key, now).await
    }

    /// What a link that follows a message is about; none when it does not work.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn followed_message(
        &self,
        key: &Key,
        now: DateTime<Utc>,
    ) -> Result<Option<(Message, Vec<Recipient>)>, StoreError> {
        followed(&self.db, key, now).await
    }

    /// A message that was confirmed and is not forgotten, with all its recipients.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn sent_message(&self, id: i64) -> Result<Option<(Message, Vec<Recipient>)>, StoreError> {
        sent(&self.db, id).await
    }
}

async fn purpose(
    db: &impl ConnectionTrait,
    key: &Key,
    now: DateTime<Utc>,
) -> Result<Option<(Purpose, bool)>, StoreError> {
    let found = link::Entity::find_by_id(key.hash()).filter(link::Column::ExpiresAt.gt(now)).one(db).await?;
    Ok(found.and_then(|row| Some((Purpose::of(&row)?, row.used_at.is_some()))))
}

async fn answer_link(
    db: &impl ConnectionTrait,
    key: &Key,
    now: DateTime<Utc>,
) -> Result<Option<AnswerLink>, StoreError> {
    let Some((Purpose::AnswerMessage(id, answer), used)) = purpose(db, key, now).await? else {
        return Ok(None);
    };
    let asked = asked(db, id).await?;
    Ok(asked.map(|(message, recipient)| AnswerLink { answer, used, message, recipient }))
}

async fn followed(
    db: &impl ConnectionTrait,
    key: &Key,
    now: DateTime<Utc>,
) -> Result<Option<(Message, Vec<Recipient>)>, StoreError> {
    match purpose(db, key, now).await? {
        Some((Purpose::FollowMessage(id), _)) => sent(db, id).await,
        _ => Ok(None),
    }
}

async fn asked(db: &impl ConnectionTrait, id: i64) -> Result<Option<(Message, Recipient)>, StoreError> {
    let Some(row) = recipient::Entity::find_by_id(id).one(db).await? else { return Ok(None) };
    Ok(known(db, row.message_id).await?.map(|message| (message, row.into())))
}

async fn sent(db: &impl ConnectionTrait, id: i64) -> Result<Option<(Message, Vec<Recipient>)>, StoreError> {
    let Some(message) = known(db, id).await? else { return Ok(None) };
    let rows = recipient::Entity::find()
        .filter(recipient::Column::MessageId.eq(id))
        .order_by_asc(recipient::Column::Id)
        .all(db)
        .await?;
    Ok(Some((message, rows.into_iter().map(Recipient::from).collect())))
}

/// A message while it is on its way: confirmed, and not forgotten.
async fn known(db: &impl ConnectionTrait, id: i64) -> Result<Option<Message>, StoreError> {
    let found = message::Entity::find_by_id(id)
        .filter(message::Column::ConfirmedAt.is_not_null())
        .filter(message::Column::ForgottenAt.is_null());
    Ok(found.one(db).await?.map(Message::from))
}
