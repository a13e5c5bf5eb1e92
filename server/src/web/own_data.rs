//! What is stored about a member: having it, and having it deleted.

mod file;

use std::sync::Arc;

use app::links;
use app::model::{DeleteForm, Farewell, Handover, Successor};
use app::page::Failure;
use app::routes;
use axum::Form;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};

use super::failures::Refused;
use super::pages::document;
use super::session::{self, Member};
use crate::actions::{self, left_behind};
use crate::site::Site;
use crate::store::{Identity, StoreError};

/// All of it, as a file.
pub async fn download(State(site): State<Arc<Site>>, Member(who): Member) -> Result<Response, Refused> {
    let stored = site.store.own_data(who.session.account, &who.email).await?;
    let stored = stored.ok_or(Refused(Failure::NotFound))?;
    let body = format!("{:#}\n", file::file(&who, &stored));
    let headers = [
        (header::CONTENT_TYPE, "application/json; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"mine-data.json\""),
    ];
    Ok((headers, body).into_response())
}

/// Says what goes and what stays.
pub async fn form(State(site): State<Arc<Site>>, Member(who): Member) -> Result<Response, Refused> {
    if lacks_code(&site, &who) {
        return Ok(Redirect::to(links::SECOND_FACTOR).into_response());
    }
    let farewell = farewell(&site, &who, &DeleteForm::default()).await?;
    Ok(document(routes::delete_account(&site.base_url, &farewell, false)))
}

/// Deletes the account.
pub async fn delete(
    State(site): State<Arc<Site>>,
    Member(who): Member,
    Form(form): Form<DeleteForm>,
) -> Result<Response, Refused> {
    if lacks_code(&site, &who) {
        return Ok(Redirect::to(links::SECOND_FACTOR).into_response());
    }
    if !actions::delete_account(&site, &who, &form).await? {
        let farewell = farewell(&site, &who, &form).await?;
        return Ok(document(routes::delete_account(&site.base_url, &farewell, true)));
    }
    Ok((session::no_cookies(), Redirect::to(links::ACCOUNT_DELETED)).into_response())
}

/// Says that it is done.
pub async fn deleted(State(site): State<Arc<Site>>) -> Response {
    document(routes::account_deleted(&site.base_url))
}

/// Whether the second factor must be given first. Without that, a mailbox alone would get an editor rid of it:
/// by deleting the account and setting up another app on a new one.
fn lacks_code(site: &Site, who: &Identity) -> bool {
    site.is_editor(who) && who.totp_secret.is_some() && !who.session.proven
}

async fn farewell(site: &Site, who: &Identity, form: &DeleteForm) -> Result<Farewell, StoreError> {
    let account = who.session.account;
    let mut handovers = Vec::new();
    for listing in site.store.listings_of(account).await?.into_iter().filter(|listing| !listing.is_closed()) {
        let all = site.store.colleagues(&listing.slug).await?;
        if left_behind(&all, account).is_some() {
            let others = all.into_iter().filter(|colleague| colleague.account != account);
            let colleagues: Vec<_> = others.map(|colleague| (colleague.account, colleague.email)).collect();
            let is_there = |successor: &Successor| match successor {
                Successor::Colleague(chosen) => colleagues.iter().any(|(account, _)| account == chosen),
                Successor::Nobody => true,
            };
            handovers.push(Handover {
                chosen: form.successor(&listing.slug).filter(is_there),
                closable: listing.is_visible(),
                colleagues,
                name: listing.name,
                slug: listing.slug,
            });
        }
    }
    Ok(Farewell { email: who.email.clone(), handovers })
}
