//! What only the member sees.

use std::sync::Arc;

use app::links;
use app::model::{Account, SignedIn};
use app::page::Failure;
use app::routes;
use axum::Form;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::editors::{open_report, waiting_claim};
use super::failures::Refused;
use super::pages::document;
use super::session::{self, Member};
use super::vouch::slugs;
use crate::actions;
use crate::clock::danish_day;
use crate::site::Site;
use crate::store::{ClaimState, Session};

/// Which session to end.
#[derive(Deserialize)]
pub struct Which {
    id: i64,
}

/// The page.
pub async fn show(State(site): State<Arc<Site>>, Member(who): Member) -> Result<Response, Refused> {
    let sessions = site.store.sessions(who.session.account, site.clock.now()).await?;
    let signed_in = sessions.into_iter().map(|session| shown(session, who.session.id)).collect();
    let listings = site.store.listings_of(who.session.account).await?;
    let slugs: Vec<String> = listings.iter().map(|listing| listing.slug.clone()).collect();
    let reports = site.store.reports(Some(&slugs)).await?;
    let reports = reports.into_iter().map(|report| open_report(&site, report)).collect();
    let waiting = site.store.claims(ClaimState::Waiting, Some(&who.email)).await?;
    let waiting = waiting.into_iter().map(|claim| waiting_claim(&site, claim)).collect();
    let editor = site.is_editor(&who);
    let today = site.clock.today();
    let account = Account { email: who.email, editor, listings, waiting, reports, today, signed_in };
    Ok(document(routes::my_page(&site.base_url, &account)))
}

fn shown(session: Session, current: i64) -> SignedIn {
    SignedIn {
        current: session.id == current,
        id: session.id,
        device: session.device,
        since: danish_day(session.created),
        seen: danish_day(session.seen),
    }
}

/// Takes the member's word that listings are right: one, or all that were ticked.
pub async fn confirm_listings(
    State(site): State<Arc<Site>>,
    Member(who): Member,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let slugs = slugs(&fields);
    if !slugs.is_empty() && !actions::confirm_listings(&site, &who, &slugs).await? {
        return Err(Refused(Failure::NotFound));
    }
    Ok(Redirect::to(links::MY_PAGE).into_response())
}

/// Signs this browser out.
pub async fn sign_out(State(site): State<Arc<Site>>, headers: HeaderMap) -> Result<Response, Refused> {
    if let Some(key) = session::key(&headers) {
        actions::sign_out(&site, &key).await?;
    }
    Ok((session::no_cookies(), Redirect::to(links::FRONT)).into_response())
}

/// Signs another browser of the same account out.
pub async fn end_session(
    State(site): State<Arc<Site>>,
    Member(who): Member,
    Form(which): Form<Which>,
) -> Result<Response, Refused> {
    actions::end_session(&site, who.session.account, which.id).await?;
    Ok(Redirect::to(links::MY_PAGE).into_response())
}
