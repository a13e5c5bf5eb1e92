//! The browser of a sender who need not confirm the mail address again: a key in a cookie.

use app::model::SENDER_DAYS;
use axum::http::{HeaderMap, HeaderValue};

use super::super::session::cookie_named;
use crate::key::Key;
use crate::site::Site;
use crate::store::StoreError;

/// Name of the cookie. Browsers take a `__Host-` cookie from this very host only, over HTTPS.
const NAME: &str = "__Host-afsender";
/// How long a browser keeps it, in seconds. What counts is the link in the database.
const KEPT: i64 = SENDER_DAYS * 24 * 60 * 60;

/// The key in the cookie, if there is one.
pub fn key(headers: &HeaderMap) -> Option<Key> {
    cookie_named(headers, NAME).map(Key::from_text)
}

/// The mail address the browser sends from without confirming; none for others.
///
/// # Errors
/// When the database does not answer.
pub async fn known(site: &Site, headers: &HeaderMap) -> Result<Option<String>, StoreError> {
    match key(headers) {
        Some(key) => site.store.known_sender(&key, site.clock.now()).await,
        None => Ok(None),
    }
}

/// Has the browser keep the key.
pub fn cookie(key: &Key) -> HeaderValue {
    header_value(key.as_str(), KEPT)
}

/// Has the browser forget it.
pub fn no_cookie() -> HeaderValue {
    header_value("", 0)
}

fn header_value(key: &str, seconds: i64) -> HeaderValue {
    let cookie = format!("{NAME}={key}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite=Lax");
    HeaderValue::from_str(&cookie).unwrap_or(HeaderValue::from_static(""))
}
