//! Say how many places are free, as one of those who keep the listing or with the link of a mail.

use app::model::{CONFIRM_DAYS, Refusals, SaidPlaces, Typed, all_said_since, said_places, schemes_offered};
use chrono::{Duration, NaiveDate};
use content::Listing;

use crate::clock::danish_day;
use crate::key::Key;
use crate::site::Site;
use crate::store::{Author, Identity, Reach, StoreError};

/// What came of it.
#[derive(Debug)]
pub enum PlacesSaid {
    /// It stands there; with a link, whether nothing is left to be said with it.
    Saved {
        /// Every scheme was spoken of.
        all: bool,
    },
    /// Something typed cannot be taken. Nothing has changed.
    Refused(Refusals),
    /// They keep no such listing that is open, or the link does not work. Nothing has changed.
    NotTheirs,
}

/// Notes what was said of the schemes the listing has, each with today's date, and waits until it can be seen.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn say_free_places(
    site: &Site,
    who: &Identity,
    slug: &str,
    typed: &Typed,
) -> Result<PlacesSaid, StoreError> {
    let mut write = site.store.write().await?;
    let Some(before) = write.kept_listing(site.reach(who), slug).await? else {
        return Ok(PlacesSaid::NotTheirs);
    };
    let said = match said_places(typed, schemes_offered(&before)) {
        Ok(said) => said,
        Err(refused) => return Ok(PlacesSaid::Refused(refused)),
    };
    let after = said.of(&before, site.clock.today());
    write.change(&before, &after, &site.author(who), site.clock.now()).await?;
    let revision = write.commit().await?;
    site.follower.wait_for(revision).await;
    Ok(PlacesSaid::Saved { all: said.all })
}

/// The same with the link of a mail, for whoever got it and still keeps the listing. The link is used up once
/// every scheme was spoken of since it was sent.
///
/// # Errors
/// When the store refuses; the link then still works.
pub async fn say_free_places_by_link(
    site: &Site,
    key: &Key,
    typed: &Typed,
) -> Result<PlacesSaid, StoreError> {
    let now = site.clock.now();
    let mut write = site.store.write().await?;
    let Some(link) = write.free_places_link(key, now).await? else { return Ok(PlacesSaid::NotTheirs) };
    let account = write.account(&link.email, now).await?;
    let kept = write.kept_listing(Reach::Kept(account), &link.slug).await?;
    let Some(before) = kept.filter(|listing| !schemes_offered(listing).is_empty()) else {
        return Ok(PlacesSaid::NotTheirs);
    };
    let said = match said_places(typed, schemes_offered(&before)) {
        Ok(said) => said,
        Err(refused) => return Ok(PlacesSaid::Refused(refused)),
    };
    let after = said.of(&before, site.clock.today());
    let asked = danish_day(link.until - Duration::days(CONFIRM_DAYS));
    let all = is_all(&said, &after, asked);
    if all {
        write.end_free_places_link(key, now).await?;
    }
    let author = Author { email: link.email, editor: false };
    write.change(&before, &after, &author, now).await?;
    let revision = write.commit().await?;
    site.follower.wait_for(revision).await;
    Ok(PlacesSaid::Saved { all })
}

/// Whether nothing is left to be said: all was said at once, or bit by bit since the link was sent.
fn is_all(said: &SaidPlaces, after: &Listing, asked: NaiveDate) -> bool {
    said.all || (!said.counts.is_empty() && all_said_since(after, asked))
}
