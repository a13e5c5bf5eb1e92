//! Members choose which mails they get about a listing.

use std::sync::Arc;

use app::links;
use app::model::{InvalidMails, MailSettings, Mails, MailsForm, Quiet};
use app::page::Failure;
use app::routes;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::failures::Refused;
use super::pages::document;
use super::session::Member;
use crate::site::Site;
use crate::store::Identity;
use crate::{actions, freshness};

/// What stands in the address once the form is saved.
#[derive(Deserialize)]
pub struct Saved {
    gemt: Option<String>,
}

/// The form.
pub async fn form(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Query(saved): Query<Saved>,
    Member(who): Member,
) -> Result<Response, Refused> {
    show(&site, &who, &slug, saved.gemt.is_some(), None).await
}

/// Takes the form.
pub async fn save(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
    Form(form): Form<MailsForm>,
) -> Result<Response, Refused> {
    let mails = match form.validate(site.clock.today()) {
        Ok(mails) => mails,
        Err(refused) => return show(&site, &who, &slug, false, Some((form, refused))).await,
    };
    if !actions::choose_mails(&site, &who, &slug, mails).await? {
        return Err(Refused(Failure::NotFound));
    }
    Ok(Redirect::to(&format!("{}?gemt", links::own(&slug, "mails"))).into_response())
}

async fn show(
    site: &Site,
    who: &Identity,
    slug: &str,
    saved: bool,
    refused: Option<(MailsForm, InvalidMails)>,
) -> Result<Response, Refused> {
    let kept = site.store.kept_listing(site.reach(who), slug).await?;
    let listing = kept.ok_or(Refused(Failure::NotFound))?;
    let account = who.session.account;
    let keepers = site.store.keepers(Some(slug)).await?;
    let asked = site.store.asked(Some(account)).await?;
    let next = freshness::next(&listing, account, &keepers, &asked, site.clock.today());
    let member = keepers.iter().any(|keeper| keeper.account == account);
    let quiet = asked.iter().find(|asked| asked.slug == slug).map_or(Quiet::No, |asked| asked.quiet);
    let filled = MailsForm::filled(Mails { months: listing.asked_every(), quiet });
    let (form, refused) = refused.map_or((filled, None), |(form, refused)| (form, Some(refused)));
    let settings = MailSettings { listing, member, next, saved };
    Ok(document(routes::mails(&site.base_url, &settings, &form, refused)))
}
