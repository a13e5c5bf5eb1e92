//! Closing a listing.

use std::sync::Arc;

use app::links;
use app::model::{CloseForm, Listing};
use app::page::Failure;
use app::routes;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::failures::Refused;
use super::pages::document;
use super::session::Member;
use crate::actions;
use crate::site::Site;
use crate::store::{Identity, may_invite};

/// The form.
pub async fn form(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
) -> Result<Response, Refused> {
    let listing = closable(&site, &who, &slug).await?;
    Ok(document(routes::close(&site.base_url, &listing, &CloseForm::default(), None)))
}

/// Takes the form.
pub async fn close(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
    Form(form): Form<CloseForm>,
) -> Result<Response, Refused> {
    let reason = match form.validate() {
        Ok(reason) => reason,
        Err(wrong) => {
            let listing = closable(&site, &who, &slug).await?;
            return Ok(document(routes::close(&site.base_url, &listing, &form, Some(wrong))));
        }
    };
    if !actions::close_listing(&site, &who, &slug, reason).await? {
        return Err(Refused(Failure::NotFound));
    }
    Ok(Redirect::to(&links::listing_at(&slug)).into_response())
}

async fn closable(site: &Site, who: &Identity, slug: &str) -> Result<Listing, Refused> {
    let reach = site.reach(who);
    let may = may_invite(reach, &site.store.colleagues(slug).await?);
    let listing = site.store.kept_listing(reach, slug).await?;
    listing.filter(|listing| may && listing.is_visible()).ok_or(Refused(Failure::NotFound))
}
