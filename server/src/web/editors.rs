//! The editors' room. Whoever is no editor finds nothing here.

use std::sync::Arc;

use app::links;
use app::model::{ChangeLine, EditorsRoom, MailLine, MailState, OpenReport, RefusedAnswer, WaitingClaim};
use app::routes;
use axum::Form;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::failures::Refused;
use super::own::differences;
use super::pages::document;
use super::reviews;
use super::session::Editor;
use crate::actions;
use crate::clock::danish_day;
use crate::site::Site;
use crate::store::{Change, Claim, ClaimState, JobKind, JobState, Report};

/// Most changes shown.
const MOST_CHANGES: u64 = 50;

/// The room: who waits, what is wrong, and what was changed.
pub async fn show(State(site): State<Arc<Site>>, _: Editor) -> Result<Response, Refused> {
    room(&site, None).await
}

/// The same, with an answer that was refused.
pub async fn room(site: &Site, refused: Option<RefusedAnswer>) -> Result<Response, Refused> {
    let reviews = reviews::reviews(site).await?;
    let claims = site
        .store
        .claims(ClaimState::Waiting, None)
        .await?
        .into_iter()
        .map(|claim| waiting_claim(site, claim))
        .collect();
    let reports = site.store.reports(None).await?;
    let reports = reports.into_iter().map(|report| open_report(site, report)).collect();
    let changes = site.store.changes(MOST_CHANGES).await?;
    let changes = changes.into_iter().filter_map(|change| change_line(site, change)).collect();
    Ok(document(routes::editors(&site.base_url, &EditorsRoom { refused, reviews, claims, reports, changes })))
}

/// An answer to a claim.
#[derive(Deserialize)]
pub struct Decision {
    /// Number of the claim.
    pub id: i64,
    svar: Answer,
}

impl Decision {
    /// Whether the answer is yes.
    pub fn is_yes(&self) -> bool {
        self.svar == Answer::Ja
    }
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
    actions::decide_claim(&site, &who, decision.id, decision.is_yes()).await?;
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
    // That a listing was made is told where it waits.
    if before.is_empty() && after.contains_key("slug") {
        return None;
    }
    let fields = differences(&before, &after);
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

/// What a mail is for; none for what is no mail.
pub fn purpose(kind: &JobKind) -> Option<&'static str> {
    Some(match kind {
        JobKind::Housekeeping | JobKind::Freshness | JobKind::Messages | JobKind::Picture { .. } => {
            return None;
        }
        JobKind::FreshnessMail { .. } => "er det stadig rigtigt?",
        JobKind::SignInMail { .. } => "link til at logge ind",
        JobKind::ClaimMail { .. } => "bekræft adresse",
        JobKind::ClaimWaitsMail { .. } => "en ansøgning venter",
        JobKind::ClaimDecidedMail { .. } => "svar på ansøgning",
        JobKind::ReportMail { .. } => "en fejl er meldt",
        JobKind::ReviewWaitsMail { .. } => "noget venter på jer",
        JobKind::ReviewedMail { .. } => "svar fra redaktionen",
        JobKind::InvitationMail { .. } => "invitation til redaktionen",
        JobKind::ColleagueMail { .. } => "invitation til en side",
        JobKind::OrphanMail { .. } => "ingen kan invitere mere",
        JobKind::ConfirmMessageMail { .. } => "bekræft en henvendelse",
        JobKind::MessageMail { reminder: 0, .. } => "henvendelse",
        JobKind::MessageMail { .. } => "henvendelse, påmindelse",
        JobKind::MessageSentMail { .. } => "henvendelsen er sendt",
        JobKind::MessageDeclinedMail { .. } => "svar på henvendelse",
    })
}

/// A mail as it is shown; other jobs are none.
pub fn line(job: &JobState) -> Option<MailLine> {
    let state = match job {
        JobState { done: true, .. } => MailState::Sent,
        JobState { given_up: true, .. } => MailState::GivenUp,
        JobState { attempts: 0, .. } => MailState::Waiting,
        JobState { attempts, .. } => MailState::Retrying(*attempts),
    };
    let purpose = purpose(&job.kind)?;
    Some(MailLine { day: danish_day(job.at), purpose, to: job.kind.receiver()?.to_owned(), state })
}
