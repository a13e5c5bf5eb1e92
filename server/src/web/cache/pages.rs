//! The pages kept, at most so many bytes of them.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use super::encoding::Encoding;
use crate::site::Edition;
use crate::tallies::Shown;

/// Most bytes of pages that are kept, unless set otherwise.
const CAPACITY: u64 = 64 << 20;
/// About how many pages that is; sizes the table.
const PAGES: usize = 4096;
/// What a page takes beside address and body: its headers and its place in the table.
const OVERHEAD: usize = 3 << 10;

/// What a page is kept by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    /// Path and query as asked.
    pub address: Box<str>,
    /// How it is packed.
    pub encoding: Encoding,
}

/// An answer that can be given again.
#[derive(Debug)]
pub struct KeptPage {
    /// Its headers.
    pub headers: HeaderMap,
    body: Bytes,
    /// Counts how often it is given, where that is counted.
    shown: Option<Arc<Shown>>,
}

impl KeptPage {
    pub fn new(mut headers: HeaderMap, body: &[u8], shown: Option<Arc<Shown>>) -> Self {
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
        // Copied, so that no spare room of the buffers it was made in is kept with it.
        Self { headers, body: Bytes::copy_from_slice(body), shown }
    }

    /// The answer, or only its head, which is given to nobody and so not counted.
    pub fn answer(&self, head_only: bool) -> Response {
        if let Some(shown) = self.shown.as_ref().filter(|_| !head_only) {
            shown.once_more();
        }
        let body = if head_only { Body::empty() } else { Body::from(self.body.clone()) };
        let mut response = Response::new(body);
        response.headers_mut().clone_from(&self.headers);
        response
    }
}

/// Pages by address and encoding. Those that were asked for once make way for those
/// asked for often.
#[derive(Debug)]
pub struct PageCache(Cache<Key, (Edition, Arc<KeptPage>), Bytewise>);

#[derive(Debug, Clone)]
struct Bytewise;

impl Weighter<Key, (Edition, Arc<KeptPage>)> for Bytewise {
    fn weight(&self, key: &Key, (_, page): &(Edition, Arc<KeptPage>)) -> u64 {
        (key.address.len() + page.body.len() + OVERHEAD) as u64
    }
}

impl Default for PageCache {
    fn default() -> Self {
        Self(Cache::with_weighter(PAGES, CAPACITY, Bytewise))
    }
}

impl PageCache {
    /// The page, if it is of this edition. One of another is left for its successor to replace.
    pub(super) fn get(&self, key: &Key, edition: Edition) -> Option<Arc<KeptPage>> {
        self.0.get(key).filter(|(of, _)| *of == edition).map(|(_, page)| page)
    }

    pub(super) fn keep(&self, key: Key, edition: Edition, page: Arc<KeptPage>) {
        self.0.insert(key, (edition, page));
    }

    /// Sets how many bytes are kept at most.
    pub fn limit(&self, bytes: u64) {
        self.0.set_capacity(bytes);
    }

    /// How many bytes are kept.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.0.weight()
    }

    /// How many pages are kept.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.0.len()
    }
}
