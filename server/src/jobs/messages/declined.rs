//! Tells whoever wrote a message that an enterprise declined it or did not answer, or that they may call.

use app::model::FOLLOW_MONTHS;
use app::{links, mails};
use chrono::Months;

use super::super::JobError;
use super::forget;
use crate::key::Key;
use crate::site::Site;
use crate::store::Purpose;
use crate::suggestions::alike;

/// Tells of how it stands now: whoever changed their mind meanwhile and answers by mail is not told of.
pub async fn declined(site: &Site, recipient: i64, email: &str) -> Result<(), JobError> {
    let write = site.store.write().await?;
    let Some((message, asked)) = write.asked_message(recipient).await? else { return Ok(()) };
    if !message.is_told_of(asked.state) {
        return Ok(());
    }
    let Some((_, all)) = write.sent_message(message.id).await? else { return Ok(()) };
    let Some(listing) = write.listing(&asked.slug).await? else { return Ok(()) };
    let key = Key::new();
    let until = site.clock.now() + Months::new(FOLLOW_MONTHS);
    write.add_link(&key, Purpose::FollowMessage(message.id), email, until).await?;
    write.commit().await?;
    let whole = |path: String| format!("{}{path}", site.base_url);
    let others =
        if asked.state.is_over() { alike(site, &message, &all, &listing).await? } else { Vec::new() };
    let others: Vec<(String, String)> =
        others.iter().map(|other| (other.name.clone(), whole(links::listing(other)))).collect();
    let address = whole(links::follow_message(key.as_str()));
    let phone = listing.phone.as_deref();
    let mail = mails::message_declined(
        &listing.name,
        message.words.kind,
        &asked.standing(),
        phone,
        &others,
        &address,
    );
    let mailed = site.mailer.send(email, &mail).await;
    if mailed.is_err() {
        forget(site, &[key]).await?;
    }
    Ok(mailed?)
}
