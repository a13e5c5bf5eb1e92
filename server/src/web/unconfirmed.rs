//! What editors look after: listings nobody vouches for, or not for too long.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use app::model::{Lapse, Listing, Unconfirmed};
use app::page::Failure;
use app::{links, routes, text};
use axum::Form;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveDate;
use serde::Deserialize;

use super::failures::Refused;
use super::pages::document;
use super::session::Editor;
use crate::actions;
use crate::site::Site;
use crate::store::Asked;

/// Most listings on the page; the most urgent stand first.
const MOST: usize = 200;

/// The list.
pub async fn show(State(site): State<Arc<Site>>, _: Editor) -> Result<Response, Refused> {
    let mut listings = unconfirmed(&site).await?;
    let total = listings.len();
    listings.truncate(MOST);
    Ok(document(routes::unconfirmed(&site.base_url, &listings, total)))
}

/// Which listing to vouch for.
#[derive(Deserialize)]
pub struct Which {
    slug: String,
}

/// Takes the editor's word that a listing is right.
pub async fn confirm(
    State(site): State<Arc<Site>>,
    Editor(who): Editor,
    Form(which): Form<Which>,
) -> Result<Response, Refused> {
    if !actions::confirm_listings(&site, &who, &[which.slug]).await? {
        return Err(Refused(Failure::NotFound));
    }
    Ok(Redirect::to(&links::editors("ubekraeftede")).into_response())
}

/// All of them, the most urgent first and of equals the oldest.
async fn unconfirmed(site: &Site) -> Result<Vec<Unconfirmed>, Refused> {
    let state = site.index.current().ok_or(Refused(Failure::Unavailable))?;
    let keepers = site.store.keepers(None).await?;
    let asked = site.store.asked(None).await?;
    let kept: HashSet<&str> = keepers.iter().map(|keeper| keeper.slug.as_str()).collect();
    let mut history: HashMap<&str, Vec<&Asked>> = HashMap::new();
    for asked in &asked {
        history.entry(&asked.slug).or_default().push(asked);
    }
    let today = site.clock.today();
    let open = state.snapshot.rows.iter().flatten().map(|row| &*row.listing);
    let mut found: Vec<(Unconfirmed, String)> = open
        .filter_map(|listing| {
            let kept = kept.contains(listing.slug.as_str());
            let (lapse, day) = lapse(listing, kept, today)?;
            let (slug, name) = (listing.slug.clone(), listing.name.clone());
            let standing = text::standing(listing, today);
            let asked = history.get(listing.slug.as_str()).map_or(&[][..], Vec::as_slice);
            let mails = mails(listing, asked);
            Some((Unconfirmed { slug, name, lapse, standing, kept, mails }, day))
        })
        .collect();
    found.sort_by(|(a, day_a), (b, day_b)| {
        a.lapse.cmp(&b.lapse).then_with(|| day_a.cmp(day_b)).then_with(|| a.name.cmp(&b.name))
    });
    Ok(found.into_iter().map(|(listing, _)| listing).collect())
}

/// Why a listing is on the list, if it is, and the day to sort it by; one that is not known is oldest.
fn lapse(listing: &Listing, kept: bool, today: NaiveDate) -> Option<(Lapse, String)> {
    if listing.is_closed() {
        return None;
    }
    if listing.confirmed.is_some() {
        return listing.unconfirmed_since(today).map(|since| (Lapse::Overdue, since.to_string()));
    }
    let read = listing.source.as_ref().and_then(|source| source.date).map(String::from);
    Some((if kept { Lapse::Never } else { Lapse::Unkept }, read.unwrap_or_default()))
}

/// Mails that asked about a listing since it was last confirmed.
fn mails(listing: &Listing, asked: &[&Asked]) -> usize {
    let since = listing.confirmed.as_ref().map(|confirmed| confirmed.on);
    let counts = |asked: &&&Asked| asked.on.is_some_and(|on| since.is_none_or(|since| on > since));
    asked.iter().filter(counts).map(|asked| usize::from(asked.mails)).sum()
}
