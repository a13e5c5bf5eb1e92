//! Reporting an error in a listing.

use std::sync::Arc;

use app::links;
use app::model::{InvalidReport, ReportForm};
use app::page::Failure;
use app::routes;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Form, RequestExt};

use super::failures::Refused;
use super::pages::document;
use super::visible::visible;
use crate::actions;
use crate::site::Site;

/// The form.
pub async fn form(State(site): State<Arc<Site>>, Path(slug): Path<String>) -> Result<Response, Refused> {
    let listing = visible(&site, &slug).await?;
    Ok(document(routes::report(&site.base_url, &listing, &ReportForm::default(), None)))
}

/// Takes the form.
pub async fn take(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    request: Request,
) -> Result<Response, Refused> {
    let listing = visible(&site, &slug).await?;
    let (parts, body) = request.into_parts();
    let may_report = site.limits.visitor(&parts);
    let Form(form): Form<ReportForm> =
        Request::from_parts(parts, body).extract().await.map_err(|_| Refused(Failure::Invalid))?;
    let (reason, text) = match form.validate() {
        Ok(valid) => valid,
        Err(refused) => return Ok(document(routes::report(&site.base_url, &listing, &form, Some(refused)))),
    };
    if !may_report {
        let refused = InvalidReport { too_often: true, ..InvalidReport::default() };
        return Ok(document(routes::report(&site.base_url, &listing, &form, Some(refused))));
    }
    actions::report_error(&site, &listing.slug, reason, &text).await?;
    Ok(Redirect::to(&links::report_thanks(&listing.slug)).into_response())
}

/// Says thank you.
pub async fn thanks(State(site): State<Arc<Site>>, Path(slug): Path<String>) -> Result<Response, Refused> {
    let listing = visible(&site, &slug).await?;
    Ok(document(routes::report_thanks(&site.base_url, &listing)))
}
