//! For those who watch over the process.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;

use crate::site::Site;

/// The process is there.
pub async fn alive() -> &'static str {
    "ok\n"
}

/// It can answer: the index is built.
pub async fn ready(State(site): State<Arc<Site>>) -> (StatusCode, &'static str) {
    match site.index.revision() {
        Some(_) => (StatusCode::OK, "ready\n"),
        None => (StatusCode::SERVICE_UNAVAILABLE, "the index is being built\n"),
    }
}
