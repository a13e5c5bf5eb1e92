//! Putting an enterprise into the catalogue.

use std::sync::Arc;

use app::model::{CreateForm, Refusals, Typed};
use app::page::Failure;
use app::{links, routes};
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Form, RequestExt};

use super::failures::Refused;
use super::pages::document;
use super::session::Member;
use crate::actions::{self, Creation};
use crate::site::Site;

/// The form.
pub async fn form(State(site): State<Arc<Site>>, _: Member) -> Response {
    document(routes::create(&site.base_url, &Typed::default(), &Refusals::new(), &[]))
}

/// Takes the form.
pub async fn create(
    State(site): State<Arc<Site>>,
    Member(who): Member,
    request: Request,
) -> Result<Response, Refused> {
    let (parts, body) = request.into_parts();
    let may_create = site.limits.visitor(&parts);
    let Form(form): Form<CreateForm> =
        Request::from_parts(parts, body).extract().await.map_err(|_| Refused(Failure::Invalid))?;
    let created = match form.validate(site.clock.today()) {
        Ok(created) => created,
        Err(refused) => return Ok(document(routes::create(&site.base_url, &form.0, &refused, &[]))),
    };
    if !may_create {
        return Ok(document(routes::create_later(&site.base_url, &form.0)));
    }
    match actions::create_listing(&site, &who, created).await? {
        Creation::Made(slug) => Ok(Redirect::to(&links::own(&slug, "")).into_response()),
        Creation::Alike(alike) => {
            Ok(document(routes::create(&site.base_url, &form.0, &Refusals::new(), &alike)))
        }
    }
}
