//! The mail that asks whether listings are still right.

use app::model::{CONFIRM_DAYS, Listing, Question};
use app::{links, mails};
use chrono::{DateTime, Duration, Utc};
use content::listing::State;

use super::JobError;
use crate::clock::danish_day;
use crate::key::Key;
use crate::site::Site;
use crate::store::{Purpose, Reach, StoreError, Write};

/// Sends the mail about those listings that somebody still has to answer for. When the mail is refused, its
/// link is taken back; a link that is still there was of a process that ended while it handed the mail
/// over. Nobody knows whether that mail went, so it is not sent again: a reminder follows anyway.
pub async fn perform(
    site: &Site,
    account: i64,
    email: &str,
    asked: DateTime<Utc>,
    about: &[(String, u8)],
) -> Result<(), JobError> {
    let until = asked + Duration::days(CONFIRM_DAYS);
    let write = site.store.write().await?;
    if write.has_vouch_link(email, until).await? {
        return Ok(());
    }
    let open = still_open(&write, account, asked, about).await?;
    if open.is_empty() {
        return Ok(());
    }
    let key = Key::new();
    let slugs = open.iter().map(|(listing, _)| listing.slug.clone()).collect();
    write.add_link(&key, Purpose::Vouch(slugs), email, until).await?;
    write.commit().await?;
    let sent = send(site, email, &open, &key).await;
    if sent.is_err() {
        let write = site.store.write().await?;
        write.forget_link(&key).await?;
        write.commit().await?;
    }
    sent
}

/// The listings they still keep that are in the catalogue and that nobody has vouched for since.
async fn still_open(
    write: &Write,
    account: i64,
    asked: DateTime<Utc>,
    about: &[(String, u8)],
) -> Result<Vec<(Listing, u8)>, StoreError> {
    let mut open = Vec::new();
    for (slug, mail) in about {
        let Some(listing) = write.kept_listing(Reach::Kept(account), slug).await? else { continue };
        let vouched = listing.confirmed.as_ref().is_some_and(|confirmed| confirmed.on >= danish_day(asked));
        if listing.state == State::Public && !vouched {
            open.push((listing, *mail));
        }
    }
    Ok(open)
}

async fn send(site: &Site, email: &str, open: &[(Listing, u8)], key: &Key) -> Result<(), JobError> {
    let whole = |path: String| format!("{}{path}", site.base_url);
    let edits: Vec<String> =
        open.iter().map(|(listing, _)| whole(links::sign_in_to(&links::own(&listing.slug, "")))).collect();
    let questions: Vec<Question<'_>> = open
        .iter()
        .zip(&edits)
        .map(|((listing, mail), edit)| Question { listing, mail: *mail, edit })
        .collect();
    let settings = match open {
        [(listing, _)] => links::sign_in_to(&links::own(&listing.slug, "mails")),
        _ => links::MY_PAGE.to_owned(),
    };
    let mail = mails::freshness(&questions, &whole(links::vouch(key.as_str())), &whole(settings));
    site.mailer.send(email, &mail).await?;
    Ok(())
}
