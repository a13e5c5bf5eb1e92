//! The link that confirms a sender's address, and the browser that needs none.

use std::sync::Arc;

use app::{links, routes};
use axum::Form;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::super::failures::Refused;
use super::super::pages::document;
use super::super::sign_in::Confirmation;
use super::receivers::to_confirm;
use super::sender;
use crate::actions::{self, Confirmed};
use crate::key::Key;
use crate::site::Site;

/// Says that a link is on its way; the same for everybody.
pub async fn written(State(site): State<Arc<Site>>) -> Response {
    document(routes::message_written(&site.base_url))
}

/// Where the link leads: the message and a button, because programs that look into mails follow links.
pub async fn confirm(
    State(site): State<Arc<Site>>,
    Query(asked): Query<Confirmation>,
) -> Result<Response, Refused> {
    confirmation(&site, &asked.noegle).await
}

/// What the button carries.
#[derive(Deserialize)]
pub struct Sending {
    #[serde(default)]
    noegle: String,
    /// Whether the browser is to be remembered.
    #[serde(default)]
    husk: String,
}

/// Takes the button.
pub async fn confirmed(
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
    Form(sending): Form<Sending>,
) -> Result<Response, Refused> {
    let (link, before) = (Key::from_text(&sending.noegle), sender::key(&headers));
    match actions::confirm_message(&site, &link, sending.husk == "ja", before.as_ref()).await? {
        Confirmed::Sent { follow, sender } => {
            let mut response = Redirect::to(&links::follow_message(follow.as_str())).into_response();
            if let Some(key) = sender {
                response.headers_mut().insert(header::SET_COOKIE, sender::cookie(&key));
            }
            Ok(response)
        }
        Confirmed::Dead => confirmation(&site, &sending.noegle).await,
        Confirmed::Nobody => Ok(document(routes::message_to_nobody(&site.base_url))),
        Confirmed::TooMany => Ok(document(routes::message_too_many(&site.base_url))),
    }
}

async fn confirmation(site: &Site, key: &str) -> Result<Response, Refused> {
    let link = site.store.message_link(&Key::from_text(key), site.clock.now()).await?;
    let Some((id, used)) = link else { return Ok(document(routes::message_expired(&site.base_url))) };
    let message = if used { None } else { site.store.unconfirmed_message(id).await? };
    let Some((message, to)) = message else {
        return Ok(document(routes::message_sent_already(&site.base_url)));
    };
    let shown = to_confirm(site, message, &to).await?;
    if shown.to.is_empty() {
        return Ok(document(routes::message_to_nobody(&site.base_url)));
    }
    Ok(document(routes::confirm_message(&site.base_url, key, &shown)))
}

/// Where to go after the browser was forgotten.
#[derive(Deserialize)]
pub struct Forgotten {
    #[serde(default)]
    retur: String,
}

/// Forgets the browser as a sender.
pub async fn forget(
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
    Form(forgotten): Form<Forgotten>,
) -> Result<Response, Refused> {
    if let Some(key) = sender::key(&headers) {
        actions::forget_sender(&site, &key).await?;
    }
    let to = Redirect::to(links::back_to_message(&forgotten.retur));
    Ok(([(header::SET_COOKIE, sender::no_cookie())], to).into_response())
}
