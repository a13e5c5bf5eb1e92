//! The answer to a mail that asks whether listings are right: no signing in, and once.

use std::sync::Arc;

use app::links;
use app::model::Listing;
use app::routes;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::failures::Refused;
use super::pages::document;
use super::sign_in::Confirmation;
use crate::actions;
use crate::key::Key;
use crate::site::Site;
use crate::store::{Reach, StoreError};

/// Where the link leads: a button, because programs that look into mails follow links.
pub async fn ask(
    State(site): State<Arc<Site>>,
    Query(asked): Query<Confirmation>,
) -> Result<Response, Refused> {
    page(&site, &asked.noegle, false).await
}

/// Takes the button, with the listings that were ticked.
pub async fn vouch(
    State(site): State<Arc<Site>>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let key = fields.iter().find(|(name, _)| name == "noegle").map_or("", |(_, key)| key.as_str());
    let named = slugs(&fields);
    if named.is_empty() {
        return page(&site, key, true).await;
    }
    if actions::vouch_by_link(&site, &Key::from_text(key), &named).await? {
        return Ok(Redirect::to(links::VOUCHED).into_response());
    }
    Ok(document(routes::vouch_expired(&site.base_url)))
}

/// Says thank you.
pub async fn thanks(State(site): State<Arc<Site>>) -> Response {
    document(routes::vouched(&site.base_url))
}

/// The slugs of a form that may name several.
pub fn slugs(fields: &[(String, String)]) -> Vec<String> {
    fields.iter().filter(|(name, _)| name == "slug").map(|(_, slug)| slug.clone()).collect()
}

async fn page(site: &Site, key: &str, none: bool) -> Result<Response, Refused> {
    let listings = listings(site, key).await?;
    if listings.is_empty() {
        return Ok(document(routes::vouch_expired(&site.base_url)));
    }
    Ok(document(routes::vouch(&site.base_url, key, &listings, none)))
}

/// What the link can vouch for: what whoever got the mail still keeps.
async fn listings(site: &Site, key: &str) -> Result<Vec<Listing>, StoreError> {
    let asked = site.store.vouch_link(&Key::from_text(key), site.clock.now()).await?;
    let Some((email, slugs)) = asked else { return Ok(Vec::new()) };
    let Some(account) = site.store.account_of(&email).await? else { return Ok(Vec::new()) };
    let mut listings = Vec::new();
    for slug in slugs {
        listings.extend(site.store.kept_listing(Reach::Kept(account), &slug).await?);
    }
    Ok(listings)
}
