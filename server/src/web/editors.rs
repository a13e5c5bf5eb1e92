//! The editors' room. Whoever is no editor finds nothing here.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use app::links;
use app::model::{ChangeLine, EditorsRoom, Lacking, MailLine, MailState, OpenReport, WaitingClaim};
use app::page::Failure;
use app::{routes, text};
use axum::Form;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::Months;
use serde::Deserialize;
use serde_json::Value;

use super::failures::Refused;
use super::pages::document;
use super::session::Editor;
use crate::actions;
use crate::clock::danish_day;
use crate::site::Site;
use crate::store::{Change, Claim, ClaimState, Gap, JobKind, JobState, Report, StoreError};

/// How far back the list of what people did not find goes.
const YEAR: Months = Months::new(12);
/// Most lines of that list on the page; the file has all.
const MOST_LACKING: usize = 100;
/// Most changes shown.
const MOST_CHANGES: u64 = 50;
/// Most mails shown.
const MOST_MAILS: u64 = 100;

/// The room: who waits, what is wrong, what was changed, what is lacking, and the mails.
pub async fn show(State(site): State<Arc<Site>>, _: Editor) -> Result<Response, Refused> {
    let mut lacking = lacking(&site).await?;
    lacking.truncate(MOST_LACKING);
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
    let mails = site.store.mail_jobs(MOST_MAILS).await?.iter().filter_map(line).collect();
    Ok(document(routes::editors(&site.base_url, &EditorsRoom { claims, reports, changes, lacking, mails })))
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
    let shown = |key: &str, value: Option<&Value>| match value {
        Some(value) if matches!(key, "pictures" | "logo") => pictures(value),
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    };
    let fields: Vec<_> = keys
        .into_iter()
        .map(|key| (text::listing_field(key), shown(key, before.get(key)), shown(key, after.get(key))))
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

/// Pictures, or the logo alone, as lines of text.
fn pictures(value: &Value) -> String {
    let all = if value.is_array() { value.clone() } else { Value::Array(vec![value.clone()]) };
    serde_json::from_value(all).map(|all: Vec<_>| text::pictures(&all)).unwrap_or_default()
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

/// All that people did not find, for a spreadsheet.
pub async fn gaps_csv(State(site): State<Arc<Site>>, _: Editor) -> Result<Response, Refused> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let mut put = |row: [&str; 5]| table.write_record(row).map_err(|_| Refused(Failure::Broken));
    put(["ord", "sted", "søgninger", "hits", "sidst"])?;
    for gap in lacking(&site).await? {
        let (count, hits, last) = (gap.count.to_string(), gap.hits.to_string(), gap.last.to_string());
        put([&gap.words, &gap.place, &count, &hits, &last])?;
    }
    let bytes = table.into_inner().map_err(|_| Refused(Failure::Broken))?;
    // The mark in front tells spreadsheets that it is UTF-8.
    let body = [b"\xef\xbb\xbf", bytes.as_slice()].concat();
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"mangler.csv\""),
    ];
    Ok((headers, body).into_response())
}

/// What was not found in a year, by words and place, the most wanted first.
async fn lacking(site: &Site) -> Result<Vec<Lacking>, StoreError> {
    let mut by_words: HashMap<(String, String), Lacking> = HashMap::new();
    for Gap { day, words, place, hits, count } in site.store.gaps(site.clock.today() - YEAR).await? {
        let entry = by_words.entry((words.clone(), place.clone()));
        // Days come in order, so the last one stays.
        let lacking = entry.or_insert(Lacking { words, place, hits, count: 0, last: day });
        (lacking.hits, lacking.last) = (hits, day);
        lacking.count += count;
    }
    let mut all: Vec<Lacking> = by_words.into_values().collect();
    all.sort_by(|a, b| b.count.cmp(&a.count).then(b.last.cmp(&a.last)).then_with(|| a.words.cmp(&b.words)));
    Ok(all)
}

fn line(job: &JobState) -> Option<MailLine> {
    let purpose = match &job.kind {
        JobKind::Housekeeping | JobKind::Picture { .. } => return None,
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
