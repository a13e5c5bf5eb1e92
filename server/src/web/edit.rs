//! Members edit what they keep, and editors everything.

use std::sync::Arc;

use app::catalogue::Catalogue;
use app::model::{AnswerForm, OwnListing, Section, Typed};
use app::page::Failure;
use app::routes::{Outcome, OwnRefused, SectionForm};
use app::{links, routes};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::failures::Refused;
use super::own::own_listing;
use super::pages::document;
use super::session::Member;
use crate::actions::{self, Edited, version};
use crate::site::Site;
use crate::store::Identity;

pub(super) async fn own(site: &Site, who: &Identity, slug: &str) -> Result<OwnListing, Refused> {
    let kept = site.store.kept(site.reach(who), slug).await?.ok_or(Refused(Failure::NotFound))?;
    Ok(own_listing(site, who, &kept).await?)
}

/// How the listing stands.
pub async fn overview(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
) -> Result<Response, Refused> {
    let own = own(&site, &who, &slug).await?;
    Ok(document(routes::own_listing(&site.base_url, &own, OwnRefused::Nothing)))
}

/// The form of a section.
pub async fn form(
    State(site): State<Arc<Site>>,
    Path((slug, part)): Path<(String, String)>,
    Member(who): Member,
) -> Result<Response, Refused> {
    let section = Section::from_part(&part).ok_or(Refused(Failure::NotFound))?;
    let own = own(&site, &who, &slug).await?;
    let typed = section.fill(&own.listing);
    let version = version(section, &own.listing);
    let form = SectionForm { section, typed: &typed, version: &version, outcome: Outcome::Open };
    Ok(document(routes::edit(&site.base_url, &own, form)))
}

/// Takes the form of a section, or shows it again with one more block of fields.
pub async fn save(
    State(site): State<Arc<Site>>,
    Path((slug, part)): Path<(String, String)>,
    Member(who): Member,
    Form(typed): Form<Typed>,
) -> Result<Response, Refused> {
    let section = Section::from_part(&part).ok_or(Refused(Failure::NotFound))?;
    let opened = typed.one("udgave").to_owned();
    if !typed.one("mere").is_empty() {
        let own = own(&site, &who, &slug).await?;
        let typed = typed.with_block(typed.one("mere"));
        let form = SectionForm { section, typed: &typed, version: &opened, outcome: Outcome::Open };
        return Ok(document(routes::edit(&site.base_url, &own, form)));
    }
    match actions::edit_section(&site, &who, &slug, section, &opened, &typed).await? {
        Edited::Saved { .. } => Ok(Redirect::to(&links::own(&slug, "")).into_response()),
        Edited::Refused(refused) => {
            let own = own(&site, &who, &slug).await?;
            let outcome = Outcome::Refused(&refused);
            let form = SectionForm { section, typed: &typed, version: &opened, outcome };
            Ok(document(routes::edit(&site.base_url, &own, form)))
        }
        Edited::Conflict(now) => {
            let own = own(&site, &who, &slug).await?;
            // From here on they know of the other's words, and may put theirs in their place.
            let (theirs, version) = (section.fill(&now), version(section, &now));
            let outcome = Outcome::Conflict(&theirs);
            let form = SectionForm { section, typed: &typed, version: &version, outcome };
            Ok(document(routes::edit(&site.base_url, &own, form)))
        }
        Edited::NotTheirs => Err(Refused(Failure::NotFound)),
    }
}

/// Who is to look.
#[derive(Deserialize)]
pub struct Reader {
    #[serde(default)]
    som: String,
}

/// The listing as a buyer will see it, or as a municipality.
pub async fn preview(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Query(reader): Query<Reader>,
    Member(who): Member,
) -> Result<Response, Refused> {
    let kept = site.store.kept(site.reach(&who), &slug).await?.ok_or(Refused(Failure::NotFound))?;
    let listing = Arc::new(kept.latest()?);
    let as_buyer = reader.som != "kommune";
    Ok(document(routes::preview(&site.base_url, &listing, as_buyer, &site.as_of(site.clock.today()))))
}

/// Whether to pause.
#[derive(Deserialize)]
pub struct Pause {
    #[serde(default)]
    pause: String,
}

/// Sets a pause or ends it.
pub async fn pause(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
    Form(pause): Form<Pause>,
) -> Result<Response, Refused> {
    if !actions::pause_listing(&site, &who, &slug, pause.pause == "ja").await? {
        return Err(Refused(Failure::NotFound));
    }
    Ok(Redirect::to(&links::own(&slug, "")).into_response())
}

/// Takes an answer to an editor, or a draft that is sent in.
pub async fn answer(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
    Form(form): Form<AnswerForm>,
) -> Result<Response, Refused> {
    match form.validate() {
        Ok(words) => {
            if !actions::answer_review(&site, &who, &slug, words).await? {
                return Err(Refused(Failure::NotFound));
            }
            Ok(Redirect::to(&links::own(&slug, "")).into_response())
        }
        Err(wrong) => {
            let own = own(&site, &who, &slug).await?;
            let refused = OwnRefused::Answer(&form.tekst, wrong);
            Ok(document(routes::own_listing(&site.base_url, &own, refused)))
        }
    }
}
