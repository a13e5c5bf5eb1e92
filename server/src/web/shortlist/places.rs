//! The list as it is taken to a meeting, and its sheet for the citizen. The need stands in the address alone.

use std::sync::Arc;

use app::model::Need;
use app::routes::{self, Document, Meeting};
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::asked;
use crate::site::Site;
use crate::web::failures::Refused;
use crate::web::pages::document;

/// Why each is on the list, and what to ask them.
pub async fn places(
    State(site): State<Arc<Site>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    show(&site, query.as_deref(), &headers, routes::places_list).await
}

/// The same places in plain words.
pub async fn sheet(
    State(site): State<Arc<Site>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    show(&site, query.as_deref(), &headers, routes::places_sheet).await
}

async fn show(
    site: &Site,
    query: Option<&str>,
    headers: &HeaderMap,
    render: impl Fn(Meeting<'_>) -> Document,
) -> Result<Response, Refused> {
    let listed = asked(site, query, headers).await?;
    let need = Need { page: 0, ..Need::parse(query.unwrap_or_default()) };
    let today = site.clock.today();
    Ok(document(render(Meeting { base_url: &site.base_url, listed: &listed, need: &need, today })))
}
