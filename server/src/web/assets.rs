//! Stylesheet, scripts and pictures: hashed names, compressed when built, cached for ever.

use app::assets::ASSETS;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Answers with a public file.
pub async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Response {
    let wanted = ASSETS.iter().find(|asset| asset.url.strip_prefix("/assets/") == Some(&file));
    let Some(asset) = wanted else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let brotli = accepted.is_some_and(|accepted| accepted.split(',').any(|one| one.trim() == "br"));
    let always = [
        (header::CONTENT_TYPE, asset.content_type),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::VARY, "accept-encoding"),
    ];
    if brotli {
        (always, [(header::CONTENT_ENCODING, "br")], asset.brotli).into_response()
    } else {
        (always, asset.bytes).into_response()
    }
}
