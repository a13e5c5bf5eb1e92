//! Saying that a listing is one's own.

use std::sync::Arc;

use app::links;
use app::model::{ClaimForm, InvalidClaim, Listing};
use app::page::Failure;
use app::routes;
use axum::extract::{Path, Query, Request, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Form, RequestExt};

use super::device::device;
use super::failures::Refused;
use super::pages::document;
use super::session;
use super::sign_in::Confirmation;
use super::visible::visible;
use crate::actions;
use crate::key::Key;
use crate::site::Site;

/// The form.
pub async fn form(State(site): State<Arc<Site>>, Path(slug): Path<String>) -> Result<Response, Refused> {
    let listing = open_listing(&site, &slug).await?;
    Ok(document(routes::claim(&site.base_url, &listing, &ClaimForm::default(), None)))
}

/// Takes the form. The answer is the same whoever asks.
pub async fn ask(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    request: Request,
) -> Result<Response, Refused> {
    let listing = open_listing(&site, &slug).await?;
    let (parts, body) = request.into_parts();
    let may_ask = site.limits.visitor(&parts);
    let Form(form): Form<ClaimForm> =
        Request::from_parts(parts, body).extract().await.map_err(|_| Refused(Failure::Invalid))?;
    let claim = match form.validate() {
        Ok(claim) => claim,
        Err(refused) => return Ok(document(routes::claim(&site.base_url, &listing, &form, Some(refused)))),
    };
    if !may_ask {
        let refused = InvalidClaim { too_often: true, ..InvalidClaim::default() };
        return Ok(document(routes::claim(&site.base_url, &listing, &form, Some(refused))));
    }
    // A mailbox that has had its share is sent no more, and nobody is told.
    if site.limits.mailbox(&claim.email) {
        actions::claim_listing(&site, &listing.slug, &claim).await?;
    }
    Ok(Redirect::to(links::LINK_SENT).into_response())
}

/// Where the link leads: a button, because programs that look into mails follow links.
pub async fn confirm(State(site): State<Arc<Site>>, Query(asked): Query<Confirmation>) -> Response {
    if asked.noegle.is_empty() {
        return document(routes::link_expired(&site.base_url));
    }
    document(routes::confirm_claim(&site.base_url, &asked.noegle))
}

/// Takes the button.
pub async fn confirmed(
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
    Form(confirmed): Form<Confirmation>,
) -> Result<Response, Refused> {
    let (link, before) = (Key::from_text(&confirmed.noegle), session::key(&headers));
    let Some(key) = actions::confirm_claim(&site, &link, &device(&headers), before.as_ref()).await? else {
        return Ok(document(routes::link_expired(&site.base_url)));
    };
    Ok((session::cookies(&key), Redirect::to(links::MY_PAGE)).into_response())
}

async fn open_listing(site: &Site, slug: &str) -> Result<Arc<Listing>, Refused> {
    let listing = visible(site, slug).await?;
    if listing.is_closed() { Err(Refused(Failure::NotFound)) } else { Ok(listing) }
}
