//! Every failure a visitor meets is a Danish page, wherever it came from.

use std::any::Any;
use std::sync::Arc;

use app::page::Failure;
use app::routes;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::pages::document;
use crate::site::Site;
use crate::store::StoreError;

/// Puts the page for its status in place of an answer that failed without one.
pub async fn explain(State(site): State<Arc<Site>>, response: Response) -> Response {
    let status = response.status();
    let failed = status.is_client_error() || status.is_server_error();
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|content_type| content_type.as_bytes().starts_with(b"text/html"));
    let mut answer = if failed && !is_page {
        let mut page = document(routes::fail(&site.base_url, Failure::from_status(status.as_u16())));
        *page.status_mut() = status;
        page
    } else {
        response
    };
    if failed {
        answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if status == StatusCode::SERVICE_UNAVAILABLE {
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    answer
}

/// A request that is answered with the page for a failure.
#[derive(Debug)]
pub struct Refused(pub Failure);

impl IntoResponse for Refused {
    /// Only the status; [`explain`] puts the page in its place.
    fn into_response(self) -> Response {
        StatusCode::from_u16(self.0.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response()
    }
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the store refused");
        Self(Failure::Unavailable)
    }
}

/// Logs a panic once and answers 500 without a word of it.
#[expect(clippy::needless_pass_by_value, reason = "the layer hands the panic over")]
pub fn panicked(panic: Box<dyn Any + Send + 'static>) -> Response {
    let message = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("no message");
    tracing::error!(message, "a request panicked");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
