//! Members see how their listing is found.

use std::sync::Arc;

use app::model::{Findable, FoundBy, Lacking, Listing, MessageCounts, Often, RecipientState, SearchQuery};
use app::page::Failure;
use app::routes;
use axum::extract::{Path, State};
use axum::response::Response;
use chrono::{Datelike, Months, NaiveDate};

use super::failures::Refused;
use super::pages::document;
use super::session::Member;
use crate::clock::danish_day;
use crate::gaps::{lacking, near};
use crate::search::kinship::Kin;
use crate::site::Site;
use crate::store::{Found, Recipient, StoreError};

/// Months looked back on beside this one.
const BEFORE: Months = Months::new(12);
/// Most searches shown.
const MOST_SEARCHES: u64 = 20;
/// Most of what people did not find.
const MOST_WANTED: usize = 20;
/// Most of that for which it is asked whether the listing answers it by now.
const MOST_ASKED: usize = 60;

/// Views, searches, and what people nearby looked for.
pub async fn show(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
) -> Result<Response, Refused> {
    let kept = site.store.kept_listing(site.reach(&who), &slug).await?;
    let listing = kept.ok_or(Refused(Failure::NotFound))?;
    let findable = findable(&site, &listing).await?;
    Ok(document(routes::findable(&site.base_url, &listing, &findable)))
}

async fn findable(site: &Site, listing: &Listing) -> Result<Findable, StoreError> {
    let today = site.clock.today();
    let month = today.with_day(1).unwrap_or(today);
    let since = month - BEFORE;
    let views = site.store.views(&listing.slug, since).await?;
    let searches = site.store.found_by(&listing.slug, since, month, MOST_SEARCHES).await?;
    Ok(Findable {
        views: often(&views, month),
        searches: searches.into_iter().map(found_by).collect(),
        wanted: wanted(site, listing).await?,
        messages: messages(site, &listing.slug, since, month).await?,
    })
}

fn often(views: &[(NaiveDate, i64)], month: NaiveDate) -> Often {
    let lately: i64 = views.iter().filter(|(of, _)| *of == month).map(|(_, times)| times).sum();
    let all: i64 = views.iter().map(|(_, times)| times).sum();
    Often { month: size(lately), year: size(all) }
}

/// Messages in numbers alone: nothing of who asked for what.
async fn messages(
    site: &Site,
    slug: &str,
    since: NaiveDate,
    month: NaiveDate,
) -> Result<MessageCounts, StoreError> {
    let all = site.store.messages_to(slug, since).await?;
    let in_state =
        |states: &[RecipientState]| all.iter().filter(|recipient| states.contains(&recipient.state)).count();
    let lately = |recipient: &&Recipient| recipient.sent.is_some_and(|sent| danish_day(sent) >= month);
    Ok(MessageCounts {
        month: all.iter().filter(lately).count(),
        year: all.len(),
        answered: in_state(&[RecipientState::Answered]),
        declined: in_state(&[RecipientState::NotNow, RecipientState::NotForUs]),
        silent: in_state(&[RecipientState::Silent]),
        waiting: in_state(&[RecipientState::Waiting]),
        withdrawn: in_state(&[RecipientState::Withdrawn]),
    })
}

fn found_by(found: Found) -> FoundBy {
    let Found { words, times, lately, places } = found;
    // Rounded to the nearest tenth.
    let place = (20 * size(places) + size(times)) / (2 * size(times)).max(1);
    FoundBy { words, times: Often { month: size(lately), year: size(times) }, place }
}

fn size(count: i64) -> usize {
    usize::try_from(count).unwrap_or_default()
}

/// What was not found in a year, near the listing and like what it sells, unless it is found by it now.
async fn wanted(site: &Site, listing: &Listing) -> Result<Vec<Lacking>, StoreError> {
    let kin = Kin::of(listing);
    let all = lacking(site).await?.into_iter();
    let fitting = all.filter(|gap| near(listing, &gap.place) && kin.could_answer(&gap.words));
    let mut wanted = Vec::new();
    for gap in fitting.take(MOST_ASKED) {
        if wanted.len() < MOST_WANTED && !answers(site, listing, &gap.words) {
            wanted.push(gap);
        }
    }
    Ok(wanted)
}

/// Whether the listing is among the first hits for the words. Asked of the index, so that it is no search
/// of anybody's.
fn answers(site: &Site, listing: &Listing, words: &str) -> bool {
    let query = SearchQuery { text: words.to_owned(), ..SearchQuery::default() };
    let found = site.index.current().and_then(|state| site.index.find(&state, &query).ok());
    found.is_some_and(|found| found.hits.iter().any(|hit| hit.listing.slug == listing.slug))
}
