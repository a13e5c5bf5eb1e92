//! Signing in: a mail with a link, a page with a button, a session.

use std::sync::Arc;

use app::links;
use app::model::SignInForm;
use app::page::Failure;
use app::routes;
use axum::extract::{Query, Request, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Form, RequestExt};
use serde::Deserialize;

use super::device::device;
use super::failures::Refused;
use super::pages::document;
use super::session;
use crate::actions;
use crate::key::Key;
use crate::site::Site;

/// What the link and the button below it carry.
#[derive(Deserialize)]
pub struct Confirmation {
    /// The key of the link.
    #[serde(default)]
    pub noegle: String,
    /// Where to go then; a path, or nothing.
    #[serde(default)]
    pub til: String,
}

/// The form; whoever is signed in is led on.
pub async fn form(
    State(site): State<Arc<Site>>,
    Query(form): Query<SignInForm>,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    if session::current(&site, &headers).await?.is_some() {
        return Ok(Redirect::to(links::onward(&form.til).unwrap_or(links::MY_PAGE)).into_response());
    }
    Ok(document(routes::sign_in(&site.base_url, &form, None)))
}

/// Takes the form. The answer is the same whether or not anyone has the address.
pub async fn ask(State(site): State<Arc<Site>>, request: Request) -> Result<Response, Refused> {
    let (parts, body) = request.into_parts();
    let may_ask = site.limits.visitor(&parts);
    let Form(form): Form<SignInForm> =
        Request::from_parts(parts, body).extract().await.map_err(|_| Refused(Failure::Invalid))?;
    let email = match form.validate() {
        Ok(email) => email,
        Err(refused) => return Ok(document(routes::sign_in(&site.base_url, &form, Some(refused)))),
    };
    if !may_ask {
        return Ok(document(routes::sign_in_later(&site.base_url, &form)));
    }
    // A mailbox that has had its share is sent no more, and nobody is told.
    if site.limits.mailbox(&email) {
        actions::ask_to_sign_in(&site, &email, &form.til).await?;
    }
    Ok(Redirect::to(links::LINK_SENT).into_response())
}

/// Says that the mail is on its way.
pub async fn sent(State(site): State<Arc<Site>>) -> Response {
    document(routes::link_sent(&site.base_url))
}

/// Where the link leads: a button, because programs that look into mails follow links.
pub async fn confirm(State(site): State<Arc<Site>>, Query(asked): Query<Confirmation>) -> Response {
    if asked.noegle.is_empty() {
        return document(routes::link_expired(&site.base_url));
    }
    document(routes::confirm_sign_in(&site.base_url, &asked.noegle, &asked.til))
}

/// Takes the button: signs in, under a new key.
pub async fn sign_in(
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
    Form(confirmed): Form<Confirmation>,
) -> Result<Response, Refused> {
    let link = Key::from_text(&confirmed.noegle);
    let signed_in =
        actions::sign_in(&site, &link, &device(&headers), session::key(&headers).as_ref()).await?;
    let Some(key) = signed_in else {
        return Ok(document(routes::link_expired(&site.base_url)));
    };
    let to = links::onward(&confirmed.til).unwrap_or(links::MY_PAGE);
    Ok((session::cookies(&key), Redirect::to(to)).into_response())
}
