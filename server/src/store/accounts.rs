//! Accounts and their sessions.

use chrono::{DateTime, Duration, Utc};
use sea_orm::prelude::Expr;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::entity::{account, session};
use super::{Store, StoreError, Write};
use crate::key::Key;

/// How long a browser that is not seen stays signed in.
const SIGNED_IN: Duration = Duration::days(30);
/// How exact it is known when a browser was last seen.
const SEEN: Duration = Duration::hours(1);

/// A browser that is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its number; no secret.
    pub id: i64,
    /// Whose it is.
    pub account: i64,
    /// What the browser calls itself, in Danish.
    pub device: String,
    /// When it was signed in.
    pub created: DateTime<Utc>,
    /// When it was last seen, to the hour.
    pub seen: DateTime<Utc>,
    /// Whether the second factor was given too.
    pub proven: bool,
}

/// Who asks: a session and what there is to know of its account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The browser.
    pub session: Session,
    /// Mail address of the account.
    pub email: String,
    /// Whether invited as an editor.
    pub invited_editor: bool,
    /// Secret of the second factor in base 32, where there is one.
    pub totp_secret: Option<String>,
}

impl From<session::Model> for Session {
    fn from(row: session::Model) -> Self {
        Self {
            id: row.id,
            account: row.account_id,
            device: row.device,
            created: row.created_at,
            seen: row.seen_at,
            proven: row.proven,
        }
    }
}

impl Write {
    /// The number of the account with this address, made if there is none.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn account(&self, email: &str, now: DateTime<Utc>) -> Result<i64, StoreError> {
        let row = account::ActiveModel {
            email: Set(email.to_owned()),
            created_at: Set(now),
            editor: Set(false),
            ..Default::default()
        };
        // Writes what is there already, so that the row comes back either way.
        let keep =
            OnConflict::column(account::Column::Email).update_column(account::Column::Email).to_owned();
        let account = account::Entity::insert(row).on_conflict(keep).exec_with_returning(&self.tx).await?;
        Ok(account.id)
    }

    /// Signs a browser in.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn add_session(
        &self,
        key: &Key,
        account: i64,
        device: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row = session::ActiveModel {
            key_hash: Set(key.hash()),
            account_id: Set(account),
            device: Set(device.to_owned()),
            created_at: Set(now),
            seen_at: Set(now),
            proven: Set(false),
            ..Default::default()
        };
        session::Entity::insert(row).exec_without_returning(&self.tx).await?;
        Ok(())
    }

    /// Signs out the browser with the key, if it is signed in.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn end_session_of(&self, key: &Key) -> Result<(), StoreError> {
        session::Entity::delete_many().filter(session::Column::KeyHash.eq(key.hash())).exec(&self.tx).await?;
        Ok(())
    }

    /// Signs out one browser of an account; false when it has no such one.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn end_session(&self, account: i64, id: i64) -> Result<bool, StoreError> {
        let ended = session::Entity::delete_many()
            .filter(session::Column::Id.eq(id))
            .filter(session::Column::AccountId.eq(account))
            .exec(&self.tx)
            .await?;
        Ok(ended.rows_affected > 0)
    }
}

impl Store {
    /// The number of the account with this address, if there is one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn account_of(&self, email: &str) -> Result<Option<i64>, StoreError> {
        let found = account::Entity::find().filter(account::Column::Email.eq(email)).one(&self.db).await?;
        Ok(found.map(|account| account.id))
    }

    /// Who has the session with the key, if it is not over. Notes that it was seen.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn session(&self, key: &Key, now: DateTime<Utc>) -> Result<Option<Identity>, StoreError> {
        let found = session::Entity::find()
            .filter(session::Column::KeyHash.eq(key.hash()))
            .filter(session::Column::SeenAt.gt(now - SIGNED_IN))
            .one(&self.db)
            .await?;
        let Some(found) = found else { return Ok(None) };
        if found.seen_at < now - SEEN {
            session::Entity::update_many()
                .col_expr(session::Column::SeenAt, Expr::value(now))
                .filter(session::Column::Id.eq(found.id))
                .exec(&self.db)
                .await?;
        }
        let account = account::Entity::find_by_id(found.account_id).one(&self.db).await?;
        Ok(account.map(|account| Identity {
            session: found.into(),
            email: account.email,
            invited_editor: account.editor,
            totp_secret: account.totp_secret,
        }))
    }

    /// Where an account is signed in, the latest seen first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn sessions(&self, account: i64, now: DateTime<Utc>) -> Result<Vec<Session>, StoreError> {
        let rows = session::Entity::find()
            .filter(session::Column::AccountId.eq(account))
            .filter(session::Column::SeenAt.gt(now - SIGNED_IN))
            .order_by_desc(session::Column::SeenAt)
            .order_by_desc(session::Column::Id)
            .all(&self.db)
            .await?;
        Ok(rows.into_iter().map(Session::from).collect())
    }

    /// Forgets sessions that are over.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_sessions(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        session::Entity::delete_many()
            .filter(session::Column::SeenAt.lte(now - SIGNED_IN))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}
