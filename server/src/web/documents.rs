//! Documents for machines.

use std::sync::Arc;

use app::catalogue::Catalogue;
use app::model::SearchQuery;
use app::{documents, feed};
use axum::extract::{RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::site::Site;

/// All addresses, for search engines.
pub async fn sitemap(State(site): State<Arc<Site>>) -> Response {
    match site.slugs().await {
        Ok(slugs) => typed("application/xml", documents::sitemap(&site.base_url, &slugs)),
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// Articles and the newest listings, for feed readers.
pub async fn feed(State(site): State<Arc<Site>>) -> Response {
    match site.newest(feed::LISTINGS).await {
        Ok(newest) => typed("application/atom+xml", feed::atom(&site.base_url, &newest)),
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// What search engines may read.
pub async fn robots(State(site): State<Arc<Site>>) -> Response {
    typed("text/plain; charset=utf-8", documents::robots(&site.base_url))
}

/// The search, for browsers.
pub async fn opensearch(State(site): State<Arc<Site>>) -> Response {
    typed("application/opensearchdescription+xml", documents::opensearch(&site.base_url))
}

/// Suggestions for a half-typed search text; a text that holds a CPR number has none.
pub async fn suggest(State(site): State<Arc<Site>>, RawQuery(query): RawQuery) -> Response {
    let asked = SearchQuery::parse(query.as_deref().unwrap_or_default());
    if asked.had_cpr {
        return typed("application/json", "[]".to_owned());
    }
    match site.suggest(&asked.text).await.map(|found| app::suggest::json(&found)) {
        Ok(Ok(json)) => typed("application/json", json),
        _ => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

fn typed(content_type: &'static str, body: String) -> Response {
    ([(header::CONTENT_TYPE, content_type)], body).into_response()
}
