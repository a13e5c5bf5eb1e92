//! Tells whoever wrote a message that it was sent, with the link to how it stands.

use app::model::FOLLOW_MONTHS;
use app::{links, mails};
use chrono::Months;

use super::super::JobError;
use super::forget;
use crate::key::Key;
use crate::site::Site;
use crate::store::Purpose;

/// The link is made here, so that its key is never stored.
pub async fn sent(site: &Site, message: i64, email: &str) -> Result<(), JobError> {
    let write = site.store.write().await?;
    let Some((message, recipients)) = write.sent_message(message).await? else { return Ok(()) };
    let mut names = Vec::new();
    for recipient in recipients {
        names.extend(write.listing(&recipient.slug).await?.map(|listing| listing.name));
    }
    let key = Key::new();
    let until = site.clock.now() + Months::new(FOLLOW_MONTHS);
    write.add_link(&key, Purpose::FollowMessage(message.id), email, until).await?;
    write.commit().await?;
    let address = format!("{}{}", site.base_url, links::follow_message(key.as_str()));
    let mailed = site.mailer.send(email, &mails::message_sent(&names, &message.words, &address)).await;
    if mailed.is_err() {
        forget(site, &[key]).await?;
    }
    Ok(mailed?)
}
