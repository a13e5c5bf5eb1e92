//! Links in mails that work once.

use chrono::{DateTime, Utc};
use sea_orm::prelude::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::entity::link;
use super::{Store, StoreError, Write};
use crate::key::Key;

/// What a link of a mail is for; it works for nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To sign in.
    SignIn,
    /// To confirm the mail address of the claim with this number.
    Claim(i64),
    /// To accept the invitation with this number.
    Invitation(i64),
}

const SIGN_IN: &str = "sign-in";
const CLAIM: &str = "claim";
const INVITATION: &str = "invitation";

impl Purpose {
    /// What a stored link is for; none for what only a later version knows.
    pub(super) fn of(link: &link::Model) -> Option<Self> {
        match link.purpose.as_str() {
            SIGN_IN => Some(Self::SignIn),
            CLAIM => link.number.map(Self::Claim),
            INVITATION => link.number.map(Self::Invitation),
            _ => None,
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
        let (purpose, number) = match purpose {
            Purpose::SignIn => (SIGN_IN, None),
            Purpose::Claim(id) => (CLAIM, Some(id)),
            Purpose::Invitation(id) => (INVITATION, Some(id)),
        };
        let row = link::ActiveModel {
            key_hash: Set(key.hash()),
            purpose: Set(purpose.to_owned()),
            email: Set(email.to_owned()),
            expires_at: Set(until),
            used_at: Set(None),
            number: Set(number),
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

impl Store {
    /// Forgets links that no longer work.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_links(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        link::Entity::delete_many().filter(link::Column::ExpiresAt.lte(now)).exec(&self.db).await?;
        Ok(())
    }
}
