//! The visitor's list: a cookie with slugs, or an address with them.

mod file;
mod places;

use std::sync::Arc;

use app::catalogue::Catalogue;
use app::model::{Full, Listed, Shortlist};
use app::page::Failure;
use app::{links, routes};
use axum::Form;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use url::form_urlencoded;

pub use self::file::{csv, xlsx};
pub use self::places::{places, sheet};
use super::failures::Refused;
use super::pages::document;
use super::session::cookie_named;
use crate::site::Site;

/// Name of the cookie. Scripts read it, for they fill in the number: pages are the same for everybody.
const NAME: &str = "liste";
/// How long a browser keeps it after the last change, in seconds: a year.
const KEPT: u32 = 365 * 24 * 60 * 60;

/// The list of the address, or else the visitor's own.
pub async fn show(
    State(site): State<Arc<Site>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    Ok(page(&site, &asked(&site, query.as_deref(), &headers).await?))
}

/// Changes the visitor's own list, and leads back to where the button stood.
pub async fn change(
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let before = own(&headers);
    let known = listed(&site, &before, false).await?;
    let mut list = Shortlist::of(known.slugs());
    let wanted = Shortlist::of(fields.iter().filter(|(name, _)| name == "foej").map(|(_, slug)| slug));
    let wanted = listed(&site, &wanted, false).await?;
    let there = wanted.slugs().iter().all(|slug| list.contains(slug));
    let full = wanted.slugs().into_iter().try_for_each(|slug| list.add(slug)) == Err(Full);
    for (name, slug) in &fields {
        match name.as_str() {
            "fjern" => list.remove(slug),
            "op" => list.up(slug),
            "ned" => list.down(slug),
            _ => {}
        }
    }
    let mut response = if full {
        page(&site, &Listed { full, ..listed(&site, &list, false).await? })
    } else {
        Redirect::to(&way_back(&site, &headers, &fields, &wanted, there)).into_response()
    };
    if list != before {
        response.headers_mut().insert(header::SET_COOKIE, cookie(&list));
    }
    Ok(response)
}

/// Where to go afterwards. Pages are the same for everybody, so what was put on the list is told by the
/// address, and whoever adds what is there already is led to the list, where it can be taken off.
fn way_back(
    site: &Site,
    headers: &HeaderMap,
    fields: &[(String, String)],
    wanted: &Listed,
    there: bool,
) -> String {
    let field = fields.iter().find(|(name, _)| name == "retur").map(|(_, to)| to.as_str());
    let referer = headers.get(header::REFERER).and_then(|referer| referer.to_str().ok());
    let to = field.or_else(|| referer?.strip_prefix(&site.base_url));
    match to.and_then(links::back) {
        Some(to) if wanted.listings.is_empty() => to.to_owned(),
        Some(to) if !there && to != links::LIST => links::listed(to),
        _ => links::LIST.to_owned(),
    }
}

/// What the catalogue knows of a list. Whoever was merged into another is found as that one.
async fn listed(site: &Site, list: &Shortlist, received: bool) -> Result<Listed, Refused> {
    let mut found = Listed { listings: Vec::new(), unknown: 0, received, full: false };
    for slug in list.slugs() {
        let index = site.index.current();
        let moved = index.as_ref().and_then(|state| state.snapshot.moved.get(slug.as_str()));
        let slug = moved.map_or(slug.as_str(), AsRef::as_ref);
        match site.listing(slug).await.map_err(|_| Refused(Failure::Unavailable))? {
            Some(listing) if found.slugs().contains(&listing.slug.as_str()) => {}
            Some(listing) => found.listings.push(listing),
            None => found.unknown += 1,
        }
    }
    Ok(found)
}

/// The list of the address, or else the visitor's own.
async fn asked(site: &Site, query: Option<&str>, headers: &HeaderMap) -> Result<Listed, Refused> {
    let named = named(query);
    match named.slugs() {
        [] => listed(site, &own(headers), false).await,
        _ => listed(site, &named, true).await,
    }
}

/// The list an address names.
fn named(query: Option<&str>) -> Shortlist {
    let pairs = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    Shortlist::of(pairs.filter(|(name, _)| name == "v").map(|(_, slug)| slug))
}

/// The list in the cookie.
fn own(headers: &HeaderMap) -> Shortlist {
    cookie_named(headers, NAME).map(Shortlist::parse).unwrap_or_default()
}

/// Has the browser keep the list, or forget an empty one.
fn cookie(list: &Shortlist) -> HeaderValue {
    let kept = if list.slugs().is_empty() { 0 } else { KEPT };
    let cookie = format!("{NAME}={}; Path=/; Max-Age={kept}; Secure; SameSite=Lax", list.to_text());
    HeaderValue::from_str(&cookie).unwrap_or(HeaderValue::from_static(""))
}

fn page(site: &Site, listed: &Listed) -> Response {
    document(routes::shortlist(&site.base_url, listed, site.clock.today()))
}
