//! Asks whoever wrote a message to confirm their mail address.

use app::model::MESSAGE_HOURS;
use app::{links, mails};
use chrono::Duration;

use super::super::JobError;
use crate::key::Key;
use crate::site::Site;
use crate::store::Purpose;

/// The link is made here, so that its key is never stored, and works as long as the message waits for it. One
/// that was confirmed meanwhile, or is too old, needs none.
pub async fn confirm(site: &Site, message: i64, email: &str) -> Result<(), JobError> {
    let now = site.clock.now();
    let write = site.store.write().await?;
    let Some(message) = write.unconfirmed_message(message).await? else { return Ok(()) };
    let until = message.created + Duration::hours(MESSAGE_HOURS);
    if until <= now {
        return Ok(());
    }
    let mut names = Vec::new();
    for recipient in write.addressed(message.id).await? {
        names.extend(write.listing(&recipient.slug).await?.map(|listing| listing.name));
    }
    let key = Key::new();
    write.add_link(&key, Purpose::SendMessage(message.id), email, until).await?;
    write.commit().await?;
    let address = format!("{}{}", site.base_url, links::confirm_message(key.as_str()));
    site.mailer.send(email, &mails::confirm_message(&names, &address)).await?;
    Ok(())
}
