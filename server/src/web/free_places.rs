//! "Har I plads?": said by those who keep a listing, or with the link of a mail and no signing in.

use std::sync::Arc;

use app::model::{Listing, Typed, schemes_offered};
use app::page::Failure;
use app::routes::OwnRefused;
use app::{links, routes};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::edit::own;
use super::failures::Refused;
use super::pages::document;
use super::session::Member;
use super::sign_in::Confirmation;
use crate::actions::{self, PlacesSaid};
use crate::key::Key;
use crate::site::Site;
use crate::store::{Reach, StoreError};

/// Leads whoever asks for the address of the form to the page it stands on.
pub async fn back(Path(slug): Path<String>) -> Redirect {
    Redirect::to(&links::own_free_places(&slug))
}

/// Takes what a member or an editor says.
pub async fn say(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
    Form(typed): Form<Typed>,
) -> Result<Response, Refused> {
    match actions::say_free_places(&site, &who, &slug, &typed).await? {
        PlacesSaid::Saved { .. } => Ok(Redirect::to(&links::own_free_places(&slug)).into_response()),
        PlacesSaid::Refused(refused) => {
            let own = own(&site, &who, &slug).await?;
            let refused = OwnRefused::FreePlaces(&typed, &refused);
            Ok(document(routes::own_listing(&site.base_url, &own, refused)))
        }
        PlacesSaid::NotTheirs => Err(Refused(Failure::NotFound)),
    }
}

/// Where the link of the mail leads: buttons, because programs that look into mails follow links.
pub async fn ask(
    State(site): State<Arc<Site>>,
    Query(asked): Query<Confirmation>,
) -> Result<Response, Refused> {
    Ok(match listing(&site, &asked.noegle).await? {
        Some(listing) => {
            let today = site.clock.today();
            document(routes::free_places(&site.base_url, &asked.noegle, &listing, today, None))
        }
        None => document(routes::free_places_expired(&site.base_url)),
    })
}

/// Takes a button. What is left to be said is asked for again.
pub async fn say_by_link(
    State(site): State<Arc<Site>>,
    Form(typed): Form<Typed>,
) -> Result<Response, Refused> {
    let key = typed.one("noegle");
    match actions::say_free_places_by_link(&site, &Key::from_text(key), &typed).await? {
        PlacesSaid::Saved { all: true } => Ok(Redirect::to(links::FREE_PLACES_SAID).into_response()),
        PlacesSaid::Saved { all: false } => Ok(Redirect::to(&links::free_places(key)).into_response()),
        PlacesSaid::Refused(refused) => {
            let Some(listing) = listing(&site, key).await? else {
                return Ok(document(routes::free_places_expired(&site.base_url)));
            };
            let refused = Some((&typed, &refused));
            let today = site.clock.today();
            Ok(document(routes::free_places(&site.base_url, key, &listing, today, refused)))
        }
        PlacesSaid::NotTheirs => Ok(document(routes::free_places_expired(&site.base_url))),
    }
}

/// Says thank you.
pub async fn thanks(State(site): State<Arc<Site>>) -> Response {
    document(routes::free_places_said(&site.base_url))
}

/// What the link speaks of, while whoever got it keeps it and it has schemes.
async fn listing(site: &Site, key: &str) -> Result<Option<Listing>, StoreError> {
    let link = site.store.free_places_link(&Key::from_text(key), site.clock.now()).await?;
    let Some(link) = link else { return Ok(None) };
    let Some(account) = site.store.account_of(&link.email).await? else { return Ok(None) };
    let kept = site.store.kept_listing(Reach::Kept(account), &link.slug).await?;
    Ok(kept.filter(|listing| !schemes_offered(listing).is_empty()))
}
