//! Who asks: the key of a session in a cookie.

use axum::http::{HeaderMap, HeaderValue, header};

use crate::key::Key;
use crate::site::Site;
use crate::store::{Identity, StoreError};

/// Name of the cookie. Browsers take a `__Host-` cookie from this very host only, over HTTPS.
const NAME: &str = "__Host-session";
/// How long a browser keeps it, in seconds: 30 days. What counts is the session in the database.
const KEPT: u32 = 30 * 24 * 60 * 60;

/// The key in the cookie, if there is one.
pub fn key(headers: &HeaderMap) -> Option<Key> {
    let cookies = headers.get_all(header::COOKIE).into_iter().filter_map(|cookies| cookies.to_str().ok());
    let mut pairs =
        cookies.flat_map(|cookies| cookies.split(';')).filter_map(|cookie| cookie.split_once('='));
    pairs.find(|(name, _)| name.trim() == NAME).map(|(_, key)| Key::from_text(key.trim()))
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

/// Has the browser keep the key.
pub fn cookie(key: &Key) -> HeaderValue {
    header_value(key.as_str(), KEPT)
}

/// Has the browser forget it.
pub fn no_cookie() -> HeaderValue {
    header_value("", 0)
}

fn header_value(key: &str, seconds: u32) -> HeaderValue {
    let cookie = format!("{NAME}={key}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite=Lax");
    HeaderValue::from_str(&cookie).unwrap_or(HeaderValue::from_static(""))
}
