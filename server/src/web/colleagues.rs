//! Who keeps a listing.

use std::sync::Arc;

use app::links;
use app::model::{
    Colleague, Colleagues, InvalidColleagues, InviteForm, Role, WaitingClaim, WaitingInvitation,
};
use app::page::Failure;
use app::routes;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Form, RequestExt};
use serde::Deserialize;

use super::editors::{Decision, waiting_claim};
use super::failures::Refused;
use super::pages::document;
use super::session::Member;
use crate::actions::{self, Managed};
use crate::clock::danish_day;
use crate::site::Site;
use crate::store::{ClaimState, Identity, StoreError, may_invite};

/// Last part of the page's address.
const PART: &str = "kolleger";

/// The page.
pub async fn show(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
) -> Result<Response, Refused> {
    page(&site, &who, &slug, InvalidColleagues::default()).await
}

/// Leads back to the page from where its forms go to.
pub async fn back(Path(slug): Path<String>) -> Redirect {
    Redirect::to(&links::own(&slug, PART))
}

/// Takes the form that invites. The answer is the same whether or not anyone has the address.
pub async fn invite(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
    request: Request,
) -> Result<Response, Refused> {
    let all = colleagues(&site, &who, &slug).await?;
    if !all.open || !all.manages {
        return Err(Refused(Failure::NotFound));
    }
    let (parts, body) = request.into_parts();
    let may_ask = site.limits.visitor(&parts);
    let Form(form): Form<InviteForm> =
        Request::from_parts(parts, body).extract().await.map_err(|_| Refused(Failure::Invalid))?;
    let (email, role) = match form.validate() {
        Ok(valid) => valid,
        Err(wrong) => {
            let refused = InvalidColleagues { email: Some(wrong), ..InvalidColleagues::default() };
            return Ok(document(routes::colleagues(&site.base_url, &all, &form, refused)));
        }
    };
    if !may_ask {
        let refused = InvalidColleagues { too_often: true, ..InvalidColleagues::default() };
        return Ok(document(routes::colleagues(&site.base_url, &all, &form, refused)));
    }
    // A mailbox that has had its share is sent no more, and nobody is told.
    if site.limits.mailbox(&email) && !actions::invite_colleague(&site, &who, &slug, &email, role).await? {
        return Err(Refused(Failure::NotFound));
    }
    Ok(back(Path(slug)).await.into_response())
}

/// Which invitation or whose account.
#[derive(Deserialize)]
pub struct Which {
    id: i64,
}

/// Takes an invitation back.
pub async fn withdraw(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
    Form(which): Form<Which>,
) -> Result<Response, Refused> {
    if !actions::withdraw_invitation(&site, &who, &slug, which.id).await? {
        return Err(Refused(Failure::NotFound));
    }
    Ok(back(Path(slug)).await.into_response())
}

/// Whose role it is and which they get.
#[derive(Deserialize)]
pub struct NewRole {
    id: i64,
    rolle: String,
}

/// Changes what a colleague may do.
pub async fn change_role(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
    Form(new): Form<NewRole>,
) -> Result<Response, Refused> {
    let role = Role::from_slug(&new.rolle);
    let done = actions::change_role(&site, &who, &slug, new.id, role).await?;
    answer(&site, &who, &slug, done, &links::own(&slug, PART)).await
}

/// Takes the listing from a colleague.
pub async fn remove(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
    Form(which): Form<Which>,
) -> Result<Response, Refused> {
    let done = actions::remove_colleague(&site, &who, &slug, which.id).await?;
    answer(&site, &who, &slug, done, &links::own(&slug, PART)).await
}

/// Who takes over; nothing when nobody was chosen.
#[derive(Deserialize)]
pub struct Leaving {
    #[serde(default)]
    efter: String,
}

/// Takes the listing from whoever asks.
pub async fn leave(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
    Form(leaving): Form<Leaving>,
) -> Result<Response, Refused> {
    let done = actions::leave_listing(&site, &who, &slug, leaving.efter.parse().ok()).await?;
    answer(&site, &who, &slug, done, links::MY_PAGE).await
}

/// Takes a member's answer to a claim; one that was answered meanwhile is no longer on the page.
pub async fn decide_claim(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
    Form(decision): Form<Decision>,
) -> Result<Response, Refused> {
    let done = actions::decide_claim(&site, &who, decision.id, decision.is_yes()).await?;
    answer(&site, &who, &slug, done, &links::own(&slug, PART)).await
}

async fn answer(
    site: &Site,
    who: &Identity,
    slug: &str,
    done: Managed,
    then: &str,
) -> Result<Response, Refused> {
    match done {
        Managed::Done => Ok(Redirect::to(then).into_response()),
        Managed::NotTheirs => Err(Refused(Failure::NotFound)),
        Managed::Refused(last) => {
            let refused = InvalidColleagues { last: Some(last), ..InvalidColleagues::default() };
            page(site, who, slug, refused).await
        }
    }
}

async fn page(
    site: &Site,
    who: &Identity,
    slug: &str,
    refused: InvalidColleagues,
) -> Result<Response, Refused> {
    let all = colleagues(site, who, slug).await?;
    Ok(document(routes::colleagues(&site.base_url, &all, &InviteForm::default(), refused)))
}

async fn colleagues(site: &Site, who: &Identity, slug: &str) -> Result<Colleagues, Refused> {
    let reach = site.reach(who);
    let listing = site.store.reached_listing(reach, slug).await?.ok_or(Refused(Failure::NotFound))?;
    let stored = site.store.colleagues(slug).await?;
    let manages = may_invite(reach, &stored);
    let colleagues = stored.into_iter().map(|one| Colleague {
        own: one.account == who.session.account,
        account: one.account,
        email: one.email,
        role: Role::of(one.may_invite),
        since: danish_day(one.since),
    });
    let open = !listing.is_closed();
    Ok(Colleagues {
        slug: slug.to_owned(),
        name: listing.name.clone(),
        open,
        closable: open && listing.is_visible(),
        manages,
        colleagues: colleagues.collect(),
        invitations: if manages { invitations(site, slug).await? } else { Vec::new() },
        claims: if manages { claims(site, slug).await? } else { Vec::new() },
    })
}

async fn invitations(site: &Site, slug: &str) -> Result<Vec<WaitingInvitation>, StoreError> {
    let waiting = site.store.invitations(slug, site.clock.now()).await?;
    let shown = waiting.into_iter().map(|one| WaitingInvitation {
        id: one.id,
        email: one.email,
        role: Role::of(one.may_invite),
        until: danish_day(one.until),
    });
    Ok(shown.collect())
}

async fn claims(site: &Site, slug: &str) -> Result<Vec<WaitingClaim>, StoreError> {
    let waiting = site.store.claims(ClaimState::Waiting, None).await?;
    let ours = waiting.into_iter().filter(|claim| claim.slug == slug);
    Ok(ours.map(|claim| waiting_claim(site, claim)).collect())
}
