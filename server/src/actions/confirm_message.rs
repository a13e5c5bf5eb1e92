//! Confirm the mail address of whoever wrote a message, and send it.

use app::model::SENDER_DAYS;
use chrono::{Duration, Months};

use super::write_message::obstacle;
use crate::key::Key;
use crate::site::Site;
use crate::store::{JobKind, Purpose, Recipient, StoreError, Write};

/// Most messages from a mail address in a day.
pub(super) const MOST_A_DAY: u64 = 10;
/// How long a sender can see how a message stands: as long as its words are kept.
const FOLLOWED: Months = Months::new(6);

/// What came of it.
#[derive(Debug)]
pub enum Confirmed {
    /// It is on its way.
    Sent {
        /// Leads to how it stands.
        follow: Key,
        /// For the browser to send the next one without confirming, if it is to be remembered.
        sender: Option<Key>,
    },
    /// The link does not work.
    Dead,
    /// It can go to nobody any more; the link still works.
    Nobody,
    /// The sender sent as many as one may in a day; the link still works.
    TooMany,
}

/// Uses the link up and has the message sent to all who can still be written to. A browser that is to be
/// `remembered` sends the next one without confirming; what it was remembered for `before` is forgotten.
///
/// # Errors
/// When the store refuses; the link then still works.
pub async fn confirm_message(
    site: &Site,
    link: &Key,
    remembered: bool,
    before: Option<&Key>,
) -> Result<Confirmed, StoreError> {
    let now = site.clock.now();
    let write = site.store.write().await?;
    let Some(id) = write.use_message_link(link, now).await? else { return Ok(Confirmed::Dead) };
    let Some(message) = write.unconfirmed_message(id).await? else { return Ok(Confirmed::Dead) };
    let mut to = Vec::new();
    for recipient in write.addressed(id).await? {
        match obstacle(site, &write, &recipient.slug, message.words.kind).await? {
            None => to.push(recipient),
            Some(_) => write.drop_recipient(recipient.id).await?,
        }
    }
    if to.is_empty() {
        return Ok(Confirmed::Nobody);
    }
    if write.sent_in_a_day(&message.words.email, now).await? >= MOST_A_DAY {
        return Ok(Confirmed::TooMany);
    }
    send(site, &write, id, &message.words.email, &to).await?;
    let follow = follow(site, &write, id, &message.words.email).await?;
    let sender = if remembered { Some(Key::new()) } else { None };
    if let Some(sender) = &sender {
        if let Some(before) = before {
            write.forget_known_sender(before).await?;
        }
        let until = now + Duration::days(SENDER_DAYS);
        write.add_link(sender, Purpose::KnownSender, &message.words.email, until).await?;
    }
    write.commit().await?;
    site.work.notify_one();
    Ok(Confirmed::Sent { follow, sender })
}

/// Notes that the address is confirmed and has the mails made: to each receiver, and to the sender.
pub(super) async fn send(
    site: &Site,
    write: &Write,
    id: i64,
    email: &str,
    to: &[Recipient],
) -> Result<(), StoreError> {
    let now = site.clock.now();
    write.confirm_message(id, now).await?;
    for recipient in to {
        let Some(listing) = write.listing(&recipient.slug).await? else { continue };
        for email in write.message_addresses(&listing).await? {
            let key = format!("message {} 0 {email}", recipient.id);
            let mail = JobKind::MessageMail { recipient: recipient.id, email, reminder: 0 };
            write.enqueue(&mail, Some(&key), now).await?;
        }
    }
    let mail = JobKind::MessageSentMail { message: id, email: email.to_owned() };
    write.enqueue(&mail, Some(&format!("message-sent {id}")), now).await
}

/// A new link to how the message stands.
pub(super) async fn follow(site: &Site, write: &Write, id: i64, email: &str) -> Result<Key, StoreError> {
    let key = Key::new();
    write.add_link(&key, Purpose::FollowMessage(id), email, site.clock.now() + FOLLOWED).await?;
    Ok(key)
}
