//! The mail that asks whether listings are still right.

use app::model::{CONFIRM_DAYS, Listing, Question, schemes_offered};
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
    let places = add_places_links(&write, email, &open, until).await?;
    write.commit().await?;
    let sent = send(site, email, &open, &key, &places).await;
    if sent.is_err() {
        let write = site.store.write().await?;
        for key in places.iter().flatten().chain([&key]) {
            write.forget_link(key).await?;
        }
        write.commit().await?;
    }
    sent
}

/// A link for each listing with schemes that says how many places are free there and nothing else.
async fn add_places_links(
    write: &Write,
    email: &str,
    open: &[(Listing, u8)],
    until: DateTime<Utc>,
) -> Result<Vec<Option<Key>>, StoreError> {
    let mut keys = Vec::new();
    for (listing, _) in open {
        let key = (!schemes_offered(listing).is_empty()).then(Key::new);
        if let Some(key) = &key {
            let purpose = Purpose::SayFreePlaces(listing.slug.clone());
            write.add_link(key, purpose, email, until).await?;
        }
        keys.push(key);
    }
    Ok(keys)
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

async fn send(
    site: &Site,
    email: &str,
    open: &[(Listing, u8)],
    key: &Key,
    places: &[Option<Key>],
) -> Result<(), JobError> {
    let whole = |path: String| format!("{}{path}", site.base_url);
    let edits: Vec<String> =
        open.iter().map(|(listing, _)| whole(links::sign_in_to(&links::own(&listing.slug, "")))).collect();
    let places: Vec<Option<String>> =
        places.iter().map(|key| key.as_ref().map(|key| whole(links::free_places(key.as_str())))).collect();
    let questions: Vec<Question<'_>> = open
        .iter()
        .zip(edits.iter().zip(&places))
        .map(|((listing, mail), (edit, places))| Question {
            listing,
            mail: *mail,
            edit,
            places: places.as_deref(),
        })
        .collect();
    let settings = match open {
        [(listing, _)] => links::sign_in_to(&links::own(&listing.slug, "mails")),
        _ => links::MY_PAGE.to_owned(),
    };
    let mail = mails::freshness(&questions, &whole(links::vouch(key.as_str())), &whole(settings));
    site.mailer.send(email, &mail).await?;
    Ok(())
}
