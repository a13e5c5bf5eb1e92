//! Once a day: reminds enterprises of messages they have not answered, and closes those they never will.

use app::model::Listing;
use chrono::Duration;

use crate::reminders::{Step, next};
use crate::site::Site;
use crate::store::{JobKind, StoreError, Write};

/// Asks for the next run; when one is waiting, that one stays.
pub async fn schedule(site: &Site, after: Duration) -> Result<(), StoreError> {
    let write = site.store.write().await?;
    write.enqueue(&JobKind::Messages, Some("messages"), site.clock.now() + after).await?;
    write.commit().await?;
    Ok(())
}

/// Takes the next step of each message that waits. A step and the mails it sends are noted together, so whoever
/// runs this again on the same day finds nothing to do twice.
pub async fn perform(site: &Site) -> Result<(), StoreError> {
    for recipient in site.store.waiting_recipients().await? {
        step(site, recipient).await?;
    }
    site.work.notify_one();
    Ok(())
}

async fn step(site: &Site, recipient: i64) -> Result<(), StoreError> {
    let (now, today) = (site.clock.now(), site.clock.today());
    let write = site.store.write().await?;
    let Some((message, asked)) = write.asked_message(recipient).await? else { return Ok(()) };
    let listing = write.listing(&asked.slug).await?;
    match next(&message, &asked, listing.as_ref(), today) {
        Step::Wait => return Ok(()),
        Step::CountAnew => write.count_anew(recipient, today).await?,
        Step::Remind(reminder) => {
            if write.note_reminder(recipient, reminder, today).await?
                && let Some(listing) = &listing
            {
                remind(site, &write, listing, recipient, reminder).await?;
            }
        }
        Step::End(state) => {
            if write.end_wait(recipient, state, today).await? {
                write.tell_sender(&message, &asked, now).await?;
            }
        }
    }
    write.commit().await?;
    Ok(())
}

async fn remind(
    site: &Site,
    write: &Write,
    listing: &Listing,
    recipient: i64,
    reminder: u8,
) -> Result<(), StoreError> {
    for email in write.message_addresses(listing).await? {
        let key = format!("message {recipient} {reminder} {email}");
        let mail = JobKind::MessageMail { recipient, email, reminder };
        write.enqueue(&mail, Some(&key), site.clock.now()).await?;
    }
    Ok(())
}
