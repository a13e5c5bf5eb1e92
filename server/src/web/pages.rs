//! Pages: rendered by `app`, asked for again only when the catalogue has changed.

use std::sync::Arc;

use app::page::{Failure, Request as PageRequest};
use app::{links, routes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};
use content::taxonomy::is_slug;

use super::cache::MayBeKept;
use crate::site::{Edition, Site};
use crate::tallies::What;

/// Answers every address that is no file: a page, or the page that says why not.
pub async fn serve(State(site): State<Arc<Site>>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let refused = document(routes::fail(&site.base_url, Failure::NotAllowed));
        return ([(header::ALLOW, "GET, HEAD")], refused).into_response();
    }
    let uri = request.uri();
    if let Some(path) = uri.path().strip_suffix('/').filter(|path| is_plain(path)) {
        let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        return Redirect::permanent(&format!("{path}{query}")).into_response();
    }
    if let Some(to) = moved_to(&site, uri.path()) {
        return Redirect::permanent(&to).into_response();
    }
    let asked = PageRequest {
        path: uri.path(),
        query: uri.query().unwrap_or_default(),
        base_url: &site.base_url,
        today: site.clock.today(),
        catalogue: &*site,
    };
    document(routes::respond(asked).await)
}

/// Where the page of a listing is, that was merged into another.
fn moved_to(site: &Site, path: &str) -> Option<String> {
    let slug = path.strip_prefix(links::SEARCH)?.strip_prefix('/')?;
    let moved = |slug: &str| site.index.current()?.snapshot.moved.get(slug).cloned();
    match slug.split_once('/') {
        Some((slug, _)) if path == links::documentation(slug) => Some(links::documentation(&moved(slug)?)),
        _ => Some(links::listing_at(&moved(slug)?)),
    }
}

/// Whether a path is one of ours without its last slash: no `//` or `\` that a browser
/// would take for another site's address.
fn is_plain(path: &str) -> bool {
    let parts = path.strip_prefix('/').map(|rest| rest.split('/'));
    parts.is_some_and(|mut parts| parts.all(is_slug))
}

/// A rendered document as an answer.
pub fn document(document: routes::Document) -> Response {
    let status = StatusCode::from_u16(document.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, Html(document.html)).into_response();
    if document.kept && status == StatusCode::OK {
        response.extensions_mut().insert(MayBeKept);
    }
    if let Some(what) = document.told.and_then(What::of) {
        response.extensions_mut().insert(what);
    }
    response
}

/// Gives good answers an entity tag and answers 304 without rendering when the visitor
/// has the newest already.
///
/// A page is made of its address, the catalogue's revision, the day and this program, so
/// those are its tag, the program by when it was started; nothing needs to be hashed.
pub async fn revalidate(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let tag = tag(&site);
    if tag.is_some() && has(request.headers(), tag.as_ref()) {
        return (StatusCode::NOT_MODIFIED, caching(tag)).into_response();
    }
    let mut response = next.run(request).await;
    if response.status() == StatusCode::OK {
        response.headers_mut().extend(caching(tag));
    }
    response
}

fn tag(site: &Site) -> Option<HeaderValue> {
    let Edition { revision, day } = site.edition()?;
    let started = site.started.timestamp_millis();
    let tag = format!("W/\"{started:x}-{revision:x}-{}\"", day.format("%y%m%d"));
    HeaderValue::from_str(&tag).ok()
}

fn has(headers: &HeaderMap, tag: Option<&HeaderValue>) -> bool {
    headers.get(header::IF_NONE_MATCH).is_some_and(|known| Some(known) == tag)
}

fn caching(tag: Option<HeaderValue>) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Some(tag) = tag {
        headers.insert(header::ETAG, tag);
    }
    headers
}
