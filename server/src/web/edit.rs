//! Members edit what they keep.

use std::sync::Arc;

use app::links;
use app::model::{Sales, SalesForm};
use app::page::Failure;
use app::routes;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::failures::Refused;
use super::pages::document;
use super::session::Member;
use crate::actions::{self, Edited, version};
use crate::site::Site;

/// The form.
pub async fn form(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
) -> Result<Response, Refused> {
    let kept = site.store.kept_listing(site.reach(&who), &slug).await?;
    let listing = kept.ok_or(Refused(Failure::NotFound))?;
    let form = SalesForm::filled(Sales::of(&listing), version(&listing));
    Ok(document(routes::edit(&site.base_url, &listing, &form)))
}

/// Takes the form.
pub async fn save(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
    Form(form): Form<SalesForm>,
) -> Result<Response, Refused> {
    let sales = match form.validate() {
        Ok(sales) => sales,
        Err(refused) => {
            let kept = site.store.kept_listing(site.reach(&who), &slug).await?;
            let listing = kept.ok_or(Refused(Failure::NotFound))?;
            return Ok(document(routes::edit_refused(&site.base_url, &listing, &form, refused)));
        }
    };
    match actions::edit_sales(&site, &who, &slug, &form.udgave, sales.clone()).await? {
        Edited::Saved => Ok(Redirect::to(&links::listing_at(&slug)).into_response()),
        Edited::Conflict(listing) => {
            // From here on they know of the other's texts, and may put theirs in their place.
            let form = SalesForm::filled(sales, version(&listing));
            Ok(document(routes::edit_conflict(&site.base_url, &listing, &form)))
        }
        Edited::NotTheirs => Err(Refused(Failure::NotFound)),
    }
}
