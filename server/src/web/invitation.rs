//! Accepting an invitation to keep a listing.

use std::sync::Arc;

use app::{links, routes};
use axum::Form;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};

use super::device::device;
use super::failures::Refused;
use super::pages::document;
use super::session;
use super::sign_in::Confirmation;
use crate::actions;
use crate::key::Key;
use crate::site::Site;

/// Where the link leads: a button, because programs that look into mails follow links.
pub async fn confirm(State(site): State<Arc<Site>>, Query(asked): Query<Confirmation>) -> Response {
    if asked.noegle.is_empty() {
        return document(routes::invitation_expired(&site.base_url));
    }
    document(routes::confirm_invitation(&site.base_url, &asked.noegle))
}

/// Takes the button.
pub async fn accept(
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
    Form(confirmed): Form<Confirmation>,
) -> Result<Response, Refused> {
    let (link, before) = (Key::from_text(&confirmed.noegle), session::key(&headers));
    let accepted = actions::accept_invitation(&site, &link, &device(&headers), before.as_ref()).await?;
    let Some(key) = accepted else {
        return Ok(document(routes::invitation_expired(&site.base_url)));
    };
    Ok((session::cookies(&key), Redirect::to(links::MY_PAGE)).into_response())
}
