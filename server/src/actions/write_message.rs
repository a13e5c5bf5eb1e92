//! Write a message to enterprises.

use app::model::{MessageKind, Obstacle, ValidMessage};
use chrono::Duration;

use super::confirm_message::{self, MOST_A_DAY};
use crate::key::Key;
use crate::site::Site;
use crate::store::{JobKind, StoreError, Write};

/// How long the same message is one, however often it is sent.
const TWICE: Duration = Duration::minutes(10);

/// What came of a message.
#[derive(Debug)]
pub enum Written {
    /// Its sender is asked to confirm the mail address.
    Waits,
    /// It is on its way; the key leads to how it stands.
    Sent(Key),
    /// One of those it was to go to can no longer be written to; nothing has changed.
    Blocked,
    /// The sender sent as many as one may in a day; nothing has changed.
    TooMany,
}

/// Notes the message, and sends it at once when the sender's address is `known`; else a mail is sent that
/// confirms it. Written twice within ten minutes it is one message.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn write_message(site: &Site, message: &ValidMessage, known: bool) -> Result<Written, StoreError> {
    let now = site.clock.now();
    let write = site.store.write().await?;
    // Holds their rows, so that of two who send the same at once one comes after the other.
    for slug in &message.to {
        if obstacle(site, &write, slug, message.words.kind).await?.is_some() {
            return Ok(Written::Blocked);
        }
    }
    let same = write.same_message(message, now - TWICE).await?;
    let confirmed = same.as_ref().is_some_and(|same| same.confirmed.is_some());
    let id = match &same {
        Some(same) => same.id,
        None => write.add_message(message, now).await?,
    };
    if !known {
        if same.is_none() {
            let mail = JobKind::ConfirmMessageMail { message: id, email: message.words.email.clone() };
            write.enqueue(&mail, Some(&format!("confirm-message {id}")), now).await?;
        }
        write.commit().await?;
        site.work.notify_one();
        return Ok(Written::Waits);
    }
    if !confirmed {
        if write.sent_in_a_day(&message.words.email, now).await? >= MOST_A_DAY {
            return Ok(Written::TooMany);
        }
        let to = write.addressed(id).await?;
        confirm_message::send(site, &write, id, &message.words.email, &to).await?;
    }
    let key = confirm_message::follow(site, &write, id, &message.words.email).await?;
    write.commit().await?;
    site.work.notify_one();
    Ok(Written::Sent(key))
}

/// What stands in the way of a message of this kind to the listing with this slug.
pub(super) async fn obstacle(
    site: &Site,
    write: &Write,
    slug: &str,
    kind: MessageKind,
) -> Result<Option<Obstacle>, StoreError> {
    let Some(listing) = write.listing(slug).await? else { return Ok(Some(Obstacle::Gone)) };
    let load = write.message_load(&listing, site.clock.now()).await?;
    Ok(Obstacle::of(&listing, &load, Some(kind), site.clock.today()))
}
