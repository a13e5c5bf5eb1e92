//! Sends a message to an enterprise, or reminds it.

use app::mails::AnswerAddresses;
use app::model::{ANSWER_DAYS, Listing, MessageAnswer, RecipientState};
use app::{links, mails};
use chrono::Duration;
use content::listing::State;

use super::super::JobError;
use super::forget;
use crate::key::Key;
use crate::site::Site;
use crate::store::{ATTEMPTS, Message, Purpose, Recipient, StoreError, Write};

/// The keys of its links are made here, so that none is stored. A process that ends while it hands the mail
/// over sends it again: better twice than a request that nobody reads.
pub async fn deliver(
    site: &Site,
    recipient: i64,
    email: &str,
    reminder: u8,
    attempt: i32,
) -> Result<(), JobError> {
    let write = site.store.write().await?;
    let Some((message, asked)) = write.asked_message(recipient).await? else { return Ok(()) };
    if !is_wanted(&asked, reminder) {
        return Ok(());
    }
    let there = |listing: &Listing| matches!(listing.state, State::Public | State::Paused);
    let Some(listing) = write.listing(&asked.slug).await?.filter(there) else { return Ok(()) };
    let keys = add_links(site, &write, asked.id, email).await?;
    write.commit().await?;
    let addresses = keys.each_ref().map(|key| whole(site, key));
    let [yes, not_now, not_for_us] = addresses.each_ref().map(String::as_str);
    let answers = AnswerAddresses { yes, not_now, not_for_us };
    let mail = mails::message(&listing.name, &message.words, &answers, reminder);
    match site.mailer.send_answerable(email, &message.words.email, &mail).await {
        Ok(()) => Ok(note_sent(site, asked.id).await?),
        Err(error) => {
            forget(site, &keys).await?;
            if attempt >= ATTEMPTS {
                give_up(site, &message, &asked).await?;
            }
            Err(error.into())
        }
    }
}

/// Whether the mail is still wanted. What could not be delivered to one address may still come to another; a
/// reminder that comes after the next one was decided on does not go.
fn is_wanted(asked: &Recipient, reminder: u8) -> bool {
    match asked.state {
        RecipientState::Waiting => reminder == 0 || reminder == asked.reminders,
        RecipientState::Undelivered => reminder == 0,
        _ => false,
    }
}

/// One link for each answer, in the order they are offered.
async fn add_links(site: &Site, write: &Write, recipient: i64, email: &str) -> Result<[Key; 3], StoreError> {
    let until = site.clock.now() + Duration::days(ANSWER_DAYS);
    let keys = [Key::new(), Key::new(), Key::new()];
    for (key, answer) in keys.iter().zip(MessageAnswer::ALL) {
        write.add_link(key, Purpose::AnswerMessage(recipient, answer), email, until).await?;
    }
    Ok(keys)
}

fn whole(site: &Site, key: &Key) -> String {
    format!("{}{}", site.base_url, links::answer_message(key.as_str()))
}

async fn note_sent(site: &Site, recipient: i64) -> Result<(), StoreError> {
    let write = site.store.write().await?;
    write.note_message_sent(recipient, site.clock.now()).await?;
    write.commit().await?;
    Ok(())
}

/// Nobody tries this mail again; unless another to the same enterprise went, nobody there got the message.
async fn give_up(site: &Site, message: &Message, asked: &Recipient) -> Result<(), StoreError> {
    let write = site.store.write().await?;
    if write.note_undelivered(asked.id, site.clock.today()).await? {
        write.tell_sender(message, asked, site.clock.now()).await?;
        write.commit().await?;
        site.work.notify_one();
    }
    Ok(())
}
