//! A plan for keeping contact, as a file for calendars.

use std::sync::Arc;

use app::model::Aftercare;
use app::{calendar, links};
use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};

use crate::site::Site;

/// The plan of the address as a calendar. Without a day to count from there is none, and the page asks for it.
pub async fn calendar(State(site): State<Arc<Site>>, RawQuery(query): RawQuery) -> Response {
    let aftercare = Aftercare::parse(query.as_deref().unwrap_or_default());
    if aftercare.start.is_none() {
        return Redirect::to(links::AFTERCARE).into_response();
    }
    let file = calendar::aftercare(&site.base_url, &aftercare, site.clock.today());
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"eftervaern.ics\""),
    ];
    (headers, file).into_response()
}
