//! Rendered pages for the next who ask the same, until the catalogue or the day changes.
//!
//! A page is made of its address and the [`Edition`](crate::site::Edition), so one asked
//! for again need not be made again. Kept are whole answers as they leave the layers, with
//! their headers and compressed, one for each [`Encoding`]; a hit is the same bytes as the
//! miss before it because the miss is answered from what was kept.

mod encoding;
mod pages;
mod queue;

use std::convert::Infallible;
use std::future::{Future, ready};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use app::links;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use tower::Service;

use self::encoding::Encoding;
pub use self::pages::PageCache;
use self::pages::{KeptPage, Key};
pub use self::queue::Queue;
use super::session;
use crate::site::Site;
use crate::tallies::What;

/// Longest path and query of a page that is kept, in bytes.
const LONGEST: usize = 1 << 10;

/// Put on an answer that may be given to the next who asks the same.
#[derive(Debug, Clone, Copy)]
pub struct MayBeKept;

/// The site behind the pages it has kept.
///
/// This stands before all layers, because what is left of a hit is so little that each of
/// them would be seen: it cannot panic, take long or have a body to limit, and the headers
/// are kept with the page. Its line in the log is of level debug, for writing the line
/// takes as long as the answer; misses are logged at info by the layers.
#[derive(Debug, Clone)]
pub struct Cached {
    site: Arc<Site>,
    inner: Router,
}

impl Cached {
    pub(super) fn new(site: Arc<Site>, inner: Router) -> Self {
        Self { site, inner }
    }
}

impl Service<Request> for Cached {
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        // A router is always ready.
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let Some(key) = key(&request) else {
            return Box::pin(self.inner.call(request));
        };
        let edition = self.site.edition();
        let head_only = request.method() == Method::HEAD;
        if let Some(page) = edition.and_then(|edition| self.site.pages.get(&key, edition))
            && !has(request.headers(), &page)
        {
            tracing::debug!(method = %request.method(), path = request.uri().path(), "given as kept");
            return Box::pin(ready(Ok(page.answer(head_only))));
        }
        let (site, inner) = (self.site.clone(), self.inner.clone());
        Box::pin(async move {
            let _waiting = site.queue.turn().await;
            Ok(make(&site, inner, request, key, head_only).await)
        })
    }
}

/// The key of a request that can be answered with a kept page. The pages of those who are signed in
/// are their own: neither kept nor answered from what others were given.
fn key(request: &Request) -> Option<Key> {
    let read = matches!(*request.method(), Method::GET | Method::HEAD);
    let address = request.uri().path_and_query()?.as_str();
    let anonymous = session::key(request.headers()).is_none();
    // Pictures are no pages: never kept, and nobody who waits for a page waits for them.
    let picture = address.strip_prefix(links::PICTURES).is_some_and(|rest| rest.starts_with('/'));
    (read && anonymous && !picture && address.len() <= LONGEST)
        .then(|| Key { address: address.into(), encoding: Encoding::asked(request.headers()) })
}

/// Whether the visitor has this very page; the layers know how to say so.
fn has(headers: &HeaderMap, page: &KeptPage) -> bool {
    headers.get(header::IF_NONE_MATCH).is_some_and(|known| Some(known) == page.headers.get(header::ETAG))
}

/// Has the page made, and keeps it if it may be kept and the catalogue has not changed meanwhile.
async fn make(site: &Site, mut inner: Router, mut request: Request, key: Key, head_only: bool) -> Response {
    let edition = site.edition();
    // What is made must be what it is kept as: in this encoding, and with a body.
    request.headers_mut().insert(header::ACCEPT_ENCODING, key.encoding.header());
    *request.method_mut() = Method::GET;
    let Ok(mut response) = inner.call(request).await;
    let what = response.extensions_mut().remove::<What>();
    let shown = what.and_then(|what| site.tallies.begin(site.clock.today(), what));
    if response.extensions().get::<MayBeKept>().is_none()
        || response.headers().contains_key(header::SET_COOKIE)
    {
        match shown {
            _ if head_only => *response.body_mut() = Body::empty(),
            Some(shown) => shown.once_more(),
            None => {}
        }
        return response;
    }
    let (parts, body) = response.into_parts();
    let Ok(body) = to_bytes(body, usize::MAX).await else {
        tracing::error!("a page could not be compressed");
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let page = Arc::new(KeptPage::new(parts.headers, &body, shown));
    // Compared after the last byte: a page made while the index changed may hold some of
    // both and belongs to neither.
    if let Some(edition) = edition.filter(|before| site.edition() == Some(*before)) {
        site.pages.keep(key, edition, page.clone());
    }
    page.answer(head_only)
}
