//! Links in mails that work once.

mod free_places;
mod sending;

use app::model::MessageAnswer;
use chrono::{DateTime, Utc};
use sea_orm::prelude::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::entity::link;
use super::{Store, StoreError, Write};
use crate::key::Key;

pub use free_places::FreePlacesLink;

/// What a link of a mail is for; it works for nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// To sign in.
    SignIn,
    /// To confirm the mail address of the claim with this number.
    Claim(i64),
    /// To accept the invitation with this number.
    Invitation(i64),
    /// To vouch for the listings with these slugs.
    Vouch(Vec<String>),
    /// To say how many places are free at the listing with this slug; it works until all is said.
    SayFreePlaces(String),
    /// To confirm the sender's mail address of the message with this number.
    SendMessage(i64),
    /// To see how the message with this number stands; it works more than once.
    FollowMessage(i64),
    /// To answer as the recipient with this number.
    AnswerMessage(i64, MessageAnswer),
    /// To send messages without confirming the mail address again; a browser holds it.
    KnownSender,
}

const SIGN_IN: &str = "sign-in";
const CLAIM: &str = "claim";
const INVITATION: &str = "invitation";
const VOUCH: &str = "vouch";
const SAY_FREE_PLACES: &str = "say-free-places";
const SEND_MESSAGE: &str = "send-message";
const FOLLOW_MESSAGE: &str = "follow-message";
const ANSWER_YES: &str = "answer-yes";
const ANSWER_NOT_NOW: &str = "answer-not-now";
const ANSWER_NOT_FOR_US: &str = "answer-not-for-us";
const KNOWN_SENDER: &str = "known-sender";

/// What has the number of a message.
pub(super) const OF_MESSAGES: [&str; 2] = [SEND_MESSAGE, FOLLOW_MESSAGE];
/// What has the number of a recipient.
pub(super) const ANSWERS: [&str; 3] = [ANSWER_YES, ANSWER_NOT_NOW, ANSWER_NOT_FOR_US];

impl Purpose {
    /// What a stored link is for; none for what only a later version knows.
    pub(super) fn of(link: &link::Model) -> Option<Self> {
        match link.purpose.as_str() {
            SIGN_IN => Some(Self::SignIn),
            CLAIM => link.number.map(Self::Claim),
            INVITATION => link.number.map(Self::Invitation),
            VOUCH => Some(Self::Vouch(slugs(link))),
            SAY_FREE_PLACES => slugs(link).pop().map(Self::SayFreePlaces),
            SEND_MESSAGE => link.number.map(Self::SendMessage),
            FOLLOW_MESSAGE => link.number.map(Self::FollowMessage),
            ANSWER_YES => link.number.map(|id| Self::AnswerMessage(id, MessageAnswer::Yes)),
            ANSWER_NOT_NOW => link.number.map(|id| Self::AnswerMessage(id, MessageAnswer::NotNow)),
            ANSWER_NOT_FOR_US => link.number.map(|id| Self::AnswerMessage(id, MessageAnswer::NotForUs)),
            KNOWN_SENDER => Some(Self::KnownSender),
            _ => None,
        }
    }

    /// As it stands in the table: its name, the number and the slugs it is about.
    fn columns(self) -> (&'static str, Option<i64>, Option<String>) {
        match self {
            Self::SignIn => (SIGN_IN, None, None),
            Self::Claim(id) => (CLAIM, Some(id), None),
            Self::Invitation(id) => (INVITATION, Some(id), None),
            Self::Vouch(slugs) => (VOUCH, None, Some(slugs.join(" "))),
            Self::SayFreePlaces(slug) => (SAY_FREE_PLACES, None, Some(slug)),
            Self::SendMessage(id) => (SEND_MESSAGE, Some(id), None),
            Self::FollowMessage(id) => (FOLLOW_MESSAGE, Some(id), None),
            Self::AnswerMessage(id, MessageAnswer::Yes) => (ANSWER_YES, Some(id), None),
            Self::AnswerMessage(id, MessageAnswer::NotNow) => (ANSWER_NOT_NOW, Some(id), None),
            Self::AnswerMessage(id, MessageAnswer::NotForUs) => (ANSWER_NOT_FOR_US, Some(id), None),
            Self::KnownSender => (KNOWN_SENDER, None, None),
        }
    }
}

impl Write {
    /// Makes a link work once, until the time.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn add_link(
        &self,
        key: &Key,
        purpose: Purpose,
        email: &str,
        until: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (purpose, number, slugs) = purpose.columns();
        let row = link::ActiveModel {
            key_hash: Set(key.hash()),
            purpose: Set(purpose.to_owned()),
            email: Set(email.to_owned()),
            expires_at: Set(until),
            used_at: Set(None),
            number: Set(number),
            slugs: Set(slugs),
        };
        link::Entity::insert(row).exec_without_returning(&self.tx).await?;
        Ok(())
    }

    /// Uses a sign-in link up and returns the mail address it was sent to; none when it does not work.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn use_sign_in_link(
        &self,
        key: &Key,
        now: DateTime<Utc>,
    ) -> Result<Option<String>, StoreError> {
        Ok(self.use_link(key, SIGN_IN, now).await?.map(|link| link.email))
    }

    /// Uses a link that confirms a claim up and returns the claim's number; none when it does not work.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn use_claim_link(&self, key: &Key, now: DateTime<Utc>) -> Result<Option<i64>, StoreError> {
        Ok(self.use_link(key, CLAIM, now).await?.and_then(|link| link.number))
    }

    /// Uses the link of an invitation up and returns the invitation's number; none when it does not work.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn use_invitation_link(
        &self,
        key: &Key,
        now: DateTime<Utc>,
    ) -> Result<Option<i64>, StoreError> {
        Ok(self.use_link(key, INVITATION, now).await?.and_then(|link| link.number))
    }

    /// Uses a link that vouches for listings up and returns the mail address it was sent to and the slugs;
    /// none when it does not work.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn use_vouch_link(
        &self,
        key: &Key,
        now: DateTime<Utc>,
    ) -> Result<Option<(String, Vec<String>)>, StoreError> {
        Ok(self.use_link(key, VOUCH, now).await?.map(vouch))
    }

    /// Whether a link to vouch for listings was made for the mail address that ends at this very time.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn has_vouch_link(&self, email: &str, until: DateTime<Utc>) -> Result<bool, StoreError> {
        let made = link::Entity::find()
            .filter(link::Column::Purpose.eq(VOUCH))
            .filter(link::Column::Email.eq(email))
            .filter(link::Column::ExpiresAt.eq(until));
        Ok(made.count(&self.tx).await? > 0)
    }

    /// Takes back a link that nobody got.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn forget_link(&self, key: &Key) -> Result<(), StoreError> {
        link::Entity::delete_by_id(key.hash()).exec(&self.tx).await?;
        Ok(())
    }

    async fn use_link(
        &self,
        key: &Key,
        purpose: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<link::Model>, StoreError> {
        // One statement, so that of two who follow a link at once one is let in.
        let used = link::Entity::update_many()
            .col_expr(link::Column::UsedAt, Expr::value(now))
            .filter(link::Column::KeyHash.eq(key.hash()))
            .filter(link::Column::Purpose.eq(purpose))
            .filter(link::Column::UsedAt.is_null())
            .filter(link::Column::ExpiresAt.gt(now))
            .exec_with_returning(&self.tx)
            .await?;
        Ok(used.into_iter().next())
    }
}

/// Whom a link was sent to, and of which listings it speaks.
fn vouch(link: link::Model) -> (String, Vec<String>) {
    let slugs = slugs(&link);
    (link.email, slugs)
}

fn slugs(link: &link::Model) -> Vec<String> {
    link.slugs.iter().flat_map(|slugs| slugs.split_whitespace()).map(ToOwned::to_owned).collect()
}

impl Store {
    /// What a link that vouches for listings would do, without using it: the mail address it was sent to and
    /// the slugs; none when it does not work.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn vouch_link(
        &self,
        key: &Key,
        now: DateTime<Utc>,
    ) -> Result<Option<(String, Vec<String>)>, StoreError> {
        let found = link::Entity::find_by_id(key.hash())
            .filter(link::Column::Purpose.eq(VOUCH))
            .filter(link::Column::UsedAt.is_null())
            .filter(link::Column::ExpiresAt.gt(now));
        Ok(found.one(&self.db).await?.map(vouch))
    }

    /// Forgets links that no longer work.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_links(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        link::Entity::delete_many().filter(link::Column::ExpiresAt.lte(now)).exec(&self.db).await?;
        Ok(())
    }
}
