//! The editors' room. Whoever is no editor finds nothing here.

use std::collections::BTreeSet;
use std::sync::Arc;

use app::links;
use app::model::{ChangeLine, EditorsRoom, MailLine, MailState, OpenReport, WaitingClaim};
use app::{routes, text};
use axum::Form;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use serde_json::Value;

use super::failures::Refused;
use super::pages::document;
use super::session::Editor;
use crate::actions;
use crate::clock::danish_day;
use crate::site::Site;
use crate::store::{Change, Claim, ClaimState, JobKind, JobState, Report};

/// Most changes shown.
const MOST_CHANGES: u64 = 50;

/// The room: who waits, what is wrong, and what was changed.
pub async fn show(State(site): State<Arc<Site>>, _: Editor) -> Result<Response, Refused> {
    let claims = site
        .store
        .claims(ClaimState::Waiting, None)
        .await?
        .into_iter()
        .map(|claim| waiting_claim(&site, claim))
        .collect();
    let reports = site.store.reports(None).await?;
    let reports = reports.into_iter().map(|report| open_report(&site, report)).collect();
    let changes = site.store.changes(MOST_CHANGES).await?;
    let changes = changes.into_iter().filter_map(|change| change_line(&site, change)).collect();
    Ok(document(routes::editors(&site.base_url, &EditorsRoom { claims, reports, changes })))
}

/// An answer to a claim.
#[derive(Deserialize)]
pub struct Decision {
    id: i64,
    svar: Answer,
}

/// Yes or no.
#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Answer {
    Ja,
    Nej,
}

/// Takes the answer to a claim; one that was answered meanwhile is no longer on the page.
pub async fn decide_claim(
    State(site): State<Arc<Site>>,
    Editor(who): Editor,
    Form(decision): Form<Decision>,
) -> Result<Response, Refused> {
    actions::decide_claim(&site, &who, decision.id, decision.svar == Answer::Ja).await?;
    Ok(Redirect::to(links::EDITORS).into_response())
}

/// Which report.
#[derive(Deserialize)]
pub struct Mended {
    id: i64,
}

/// Takes an editor's word that an error is mended.
pub async fn close_report(
    State(site): State<Arc<Site>>,
    Editor(who): Editor,
    Form(mended): Form<Mended>,
) -> Result<Response, Refused> {
    actions::close_report(&site, &who, mended.id).await?;
    Ok(Redirect::to(links::EDITORS).into_response())
}

/// Which change.
#[derive(Deserialize)]
pub struct Regretted {
    id: i64,
}

/// Takes a change back.
pub async fn take_back(
    State(site): State<Arc<Site>>,
    Editor(who): Editor,
    Form(regretted): Form<Regretted>,
) -> Result<Response, Refused> {
    actions::take_back(&site, &who, regretted.id).await?;
    Ok(Redirect::to(links::EDITORS).into_response())
}

/// A change as it is shown; that a listing was vouched for is no news.
fn change_line(site: &Site, change: Change) -> Option<ChangeLine> {
    let Change { id, slug, author, before, after, made, taken_back } = change;
    let keys: BTreeSet<&String> =
        before.keys().chain(after.keys()).filter(|key| *key != "confirmed").collect();
    let shown = |value: Option<&Value>| match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    };
    let fields: Vec<_> = keys
        .into_iter()
        .map(|key| (text::listing_field(key), shown(before.get(key)), shown(after.get(key))))
        .collect();
    (!fields.is_empty()).then(|| ChangeLine {
        id,
        listing: name_of(site, &slug),
        slug,
        author: author.email,
        day: danish_day(made),
        fields,
        taken_back,
    })
}

/// A report as it is shown, with the name of its listing.
pub fn open_report(site: &Site, report: Report) -> OpenReport {
    let Report { id, slug, reason, text, created } = report;
    OpenReport { id, listing: name_of(site, &slug), slug, reason, text, day: danish_day(created) }
}

/// The name of a listing that visitors can see; else its slug, which is known to all who ask here.
fn name_of(site: &Site, slug: &str) -> String {
    let state = site.index.current();
    let row = state.as_ref().and_then(|state| state.snapshot.row_of(slug));
    row.map_or_else(|| slug.to_owned(), |row| row.listing.name.clone())
}

/// A claim as it is shown, with the name of its listing.
pub fn waiting_claim(site: &Site, claim: Claim) -> WaitingClaim {
    let Claim { id, slug, email, name, role, created } = claim;
    WaitingClaim { id, listing: name_of(site, &slug), slug, name, role, email, day: danish_day(created) }
}

/// A mail as it is shown; other jobs are none.
pub fn line(job: &JobState) -> Option<MailLine> {
    let purpose = match &job.kind {
        JobKind::Housekeeping => return None,
        JobKind::SignInMail { .. } => "link til at logge ind",
        JobKind::ClaimMail { .. } => "bekræft adresse",
        JobKind::ClaimWaitsMail { .. } => "en ansøgning venter",
        JobKind::ClaimDecidedMail { .. } => "svar på ansøgning",
        JobKind::ReportMail { .. } => "en fejl er meldt",
        JobKind::InvitationMail { .. } => "invitation til redaktionen",
    };
    let state = match job {
        JobState { done: true, .. } => MailState::Sent,
        JobState { given_up: true, .. } => MailState::GivenUp,
        JobState { attempts: 0, .. } => MailState::Waiting,
        JobState { attempts, .. } => MailState::Retrying(*attempts),
    };
    Some(MailLine { day: danish_day(job.at), purpose, to: job.kind.receiver()?.to_owned(), state })
}
