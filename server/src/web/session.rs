//! Who asks: the key of a session in a cookie.

use std::sync::Arc;

use app::links;
use app::page::Failure;
use axum::extract::FromRequestParts;
use axum::http::HeaderName;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};

use super::failures::Refused;
use crate::key::Key;
use crate::site::Site;
use crate::store::{Identity, StoreError};

/// Name of the cookie. Browsers take a `__Host-` cookie from this very host only, over HTTPS.
const NAME: &str = "__Host-session";
/// Name of the cookie that says to the header of pages, which are the same for everybody, that somebody is
/// signed in. It is a hint to a script and opens nothing.
const HINT: &str = "inde";
/// How long a browser keeps it, in seconds: 30 days. What counts is the session in the database.
const KEPT: u32 = 30 * 24 * 60 * 60;

/// Somebody who is signed in. Strangers are led to where one signs in, and back from there.
#[derive(Debug)]
pub struct Member(pub Identity);

impl FromRequestParts<Arc<Site>> for Member {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Response> {
        match current(site, &parts.headers).await {
            Ok(Some(who)) => Ok(Self(who)),
            Ok(None) => {
                let stale = cookie_named(&parts.headers, HINT).is_some();
                let forget = stale.then(|| AppendHeaders([(header::SET_COOKIE, hint("", 0))]));
                Err((forget, Redirect::to(&way_in(parts))).into_response())
            }
            Err(error) => Err(Refused::from(error).into_response()),
        }
    }
}

/// An editor who gave the second factor. Others find nothing here.
#[derive(Debug)]
pub struct Editor(pub Identity);

impl FromRequestParts<Arc<Site>> for Editor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Response> {
        let Member(who) = Member::from_request_parts(parts, site).await?;
        if !site.is_editor(&who) {
            return Err(Refused(Failure::NotFound).into_response());
        }
        if !who.session.proven {
            return Err(Redirect::to(links::SECOND_FACTOR).into_response());
        }
        Ok(Self(who))
    }
}

/// Where a stranger signs in; a form that was sent is not sent again afterwards.
fn way_in(parts: &Parts) -> String {
    if parts.method == Method::GET { links::sign_in_to(parts.uri.path()) } else { links::SIGN_IN.to_owned() }
}

/// The key in the cookie, if there is one.
pub fn key(headers: &HeaderMap) -> Option<Key> {
    cookie_named(headers, NAME).map(Key::from_text)
}

/// What a cookie holds, if there is one of that name.
pub fn cookie_named<'a>(headers: &'a HeaderMap, wanted: &str) -> Option<&'a str> {
    let cookies = headers.get_all(header::COOKIE).into_iter().filter_map(|cookies| cookies.to_str().ok());
    let mut pairs =
        cookies.flat_map(|cookies| cookies.split(';')).filter_map(|cookie| cookie.split_once('='));
    pairs.find(|(name, _)| name.trim() == wanted).map(|(_, value)| value.trim())
}

/// Who asks; none for a stranger.
///
/// # Errors
/// When the database does not answer.
pub async fn current(site: &Site, headers: &HeaderMap) -> Result<Option<Identity>, StoreError> {
    match key(headers) {
        Some(key) => site.store.session(&key, site.clock.now()).await,
        None => Ok(None),
    }
}

/// What a browser is told to keep.
pub type Cookies = AppendHeaders<[(HeaderName, HeaderValue); 2]>;

/// Has the browser keep the key, and that there is one.
pub fn cookies(key: &Key) -> Cookies {
    both(header_value(key.as_str(), KEPT), hint("1", KEPT))
}

/// Has the browser forget both.
pub fn no_cookies() -> Cookies {
    both(header_value("", 0), hint("", 0))
}

fn both(key: HeaderValue, hint: HeaderValue) -> Cookies {
    AppendHeaders([(header::SET_COOKIE, key), (header::SET_COOKIE, hint)])
}

fn hint(value: &str, seconds: u32) -> HeaderValue {
    let cookie = format!("{HINT}={value}; Path=/; Max-Age={seconds}; Secure; SameSite=Lax");
    HeaderValue::from_str(&cookie).unwrap_or(HeaderValue::from_static(""))
}

fn header_value(key: &str, seconds: u32) -> HeaderValue {
    let cookie = format!("{NAME}={key}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite=Lax");
    HeaderValue::from_str(&cookie).unwrap_or(HeaderValue::from_static(""))
}
