//! Links of those who send messages: one confirms an address once, the other is held by a browser.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{KNOWN_SENDER, SEND_MESSAGE};
use crate::key::Key;
use crate::store::entity::link;
use crate::store::{Store, StoreError, Write};

impl Write {
    /// Uses the link that confirms a message up and returns the message's number; none when it does not work.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn use_message_link(&self, key: &Key, now: DateTime<Utc>) -> Result<Option<i64>, StoreError> {
        Ok(self.use_link(key, SEND_MESSAGE, now).await?.and_then(|link| link.number))
    }

    /// Forgets the browser that has the key as a sender.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn forget_known_sender(&self, key: &Key) -> Result<(), StoreError> {
        let row = link::Entity::delete_by_id(key.hash()).filter(link::Column::Purpose.eq(KNOWN_SENDER));
        row.exec(&self.tx).await?;
        Ok(())
    }
}

impl Store {
    /// The number of the message a link confirms, without using it, and whether it was used; none when it is
    /// too old or no such link.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn message_link(
        &self,
        key: &Key,
        now: DateTime<Utc>,
    ) -> Result<Option<(i64, bool)>, StoreError> {
        let found = link::Entity::find_by_id(key.hash())
            .filter(link::Column::Purpose.eq(SEND_MESSAGE))
            .filter(link::Column::ExpiresAt.gt(now));
        let link = found.one(&self.db).await?;
        Ok(link.and_then(|link| Some((link.number?, link.used_at.is_some()))))
    }

    /// The mail address that the browser with the key sends from without confirming.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn known_sender(&self, key: &Key, now: DateTime<Utc>) -> Result<Option<String>, StoreError> {
        let found = link::Entity::find_by_id(key.hash())
            .filter(link::Column::Purpose.eq(KNOWN_SENDER))
            .filter(link::Column::ExpiresAt.gt(now));
        Ok(found.one(&self.db).await?.map(|link| link.email))
    }
}
