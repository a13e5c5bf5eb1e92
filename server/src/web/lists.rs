//! The lists of the editors' room: what is lacking, the mails, what editors did, who keeps what.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use app::model::{DeedLine, KeeperLine, LackingLine, Leaf, Listing, ListingLine, Said};
use app::page::Failure;
use app::{links, routes};
use axum::Form;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use content::folding::fold;
use content::taxonomy::Entry;
use serde::Deserialize;

use super::editors::line;
use super::failures::Refused;
use super::pages::document;
use super::session::Editor;
use crate::actions;
use crate::clock::{danish_day, danish_time};
use crate::gaps::{lacking, municipalities};
use crate::search::kinship::trade_of;
use crate::site::Site;
use crate::store::{Deed, MemberAccount, StoreError, Verb};

/// Most mails shown.
const MOST_MAILS: u64 = 100;
/// Lines on a page of a list.
const LINES: usize = 50;

/// Which page of a list; nonsense is the first.
#[derive(Deserialize)]
pub struct Which {
    #[serde(default)]
    side: String,
}

impl Which {
    /// The page, and how many lines come before it.
    fn leaf(&self, lines: u64) -> (Leaf, u64) {
        let page = self.side.parse::<usize>().unwrap_or(1).saturating_sub(1);
        let leaf = Leaf::new(page, usize::try_from(lines).unwrap_or(usize::MAX), LINES);
        (leaf, (leaf.page * LINES) as u64)
    }
}

/// Words of a name, and which page of those that have them.
#[derive(Deserialize)]
pub struct Wanted {
    #[serde(default)]
    q: String,
    #[serde(flatten)]
    which: Which,
}

/// Every listing with the words in its name, by name.
pub async fn show_all(
    State(site): State<Arc<Site>>,
    _: Editor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Refused> {
    let typed = fold(wanted.q.trim());
    let mut found = site.store.all_listings().await?;
    found.retain(|listing| fold(&listing.name).contains(&typed) || listing.slug.contains(&typed));
    found.sort_by_cached_key(|listing| fold(&listing.name));
    let (leaf, after) = wanted.which.leaf(found.len() as u64);
    let line = |listing: Listing| ListingLine {
        closed: listing.is_closed(),
        municipality: listing.municipality.map_or("", |place| place.get().label()),
        state: listing.state,
        slug: listing.slug,
        name: listing.name,
    };
    let after = usize::try_from(after).unwrap_or(usize::MAX);
    let lines: Vec<_> = found.into_iter().skip(after).take(LINES).map(line).collect();
    Ok(document(routes::all_listings(&site.base_url, wanted.q.trim(), &lines, leaf)))
}

/// What people did not find, by municipality and trade.
pub async fn show_lacking(State(site): State<Arc<Site>>, _: Editor) -> Result<Response, Refused> {
    Ok(document(routes::lacking(&site.base_url, &lines(&site).await?)))
}

/// All of it for a spreadsheet.
pub async fn gaps_csv(State(site): State<Arc<Site>>, _: Editor) -> Result<Response, Refused> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let mut put = |row: [&str; 7]| table.write_record(row).map_err(|_| Refused(Failure::Broken));
    put(["ord", "sted", "søgninger", "hits", "sidst", "kommune", "branche"])?;
    for LackingLine { gap, municipality, trade } in lines(&site).await? {
        let (count, hits, last) = (gap.count.to_string(), gap.hits.to_string(), gap.last.to_string());
        let municipality = municipality.map_or("", |place| place.get().label());
        let trade = trade.map_or("ukendt branche", |trade| trade.get().label());
        put([&harmless(&gap.words), &harmless(&gap.place), &count, &hits, &last, municipality, trade])?;
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

/// A cell that no spreadsheet takes for a formula (OWASP, CSV injection): in front of what could begin one
/// stands an apostrophe.
fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}").into() } else { cell.into() }
}

async fn lines(site: &Site) -> Result<Vec<LackingLine>, StoreError> {
    let line = |gap: app::model::Lacking| LackingLine {
        municipality: match municipalities(&gap.place).as_slice() {
            [only] => Some(*only),
            _ => None,
        },
        trade: trade_of(&gap.words),
        gap,
    };
    Ok(lacking(site).await?.into_iter().map(line).collect())
}

/// The mails and how they stand.
pub async fn show_mails(State(site): State<Arc<Site>>, _: Editor) -> Result<Response, Refused> {
    let jobs = site.store.mail_jobs(MOST_MAILS).await?;
    let mails: Vec<_> = jobs.iter().filter_map(line).collect();
    Ok(document(routes::mail_log(&site.base_url, &mails)))
}

/// What editors did.
pub async fn show_log(
    State(site): State<Arc<Site>>,
    _: Editor,
    Query(which): Query<Which>,
) -> Result<Response, Refused> {
    let (leaf, after) = which.leaf(site.store.count_deeds().await?);
    let deeds = site.store.deeds(after, LINES as u64).await?;
    let slugs = deeds.iter().flat_map(|deed| deed.about.split(' '));
    let names = site.store.names(slugs).await?;
    let deeds: Vec<_> = deeds.into_iter().map(|deed| deed_line(deed, &names)).collect();
    Ok(document(routes::log(&site.base_url, &deeds, leaf)))
}

/// A deed as a sentence; what it is about stands where the sentence has a `*`.
fn deed_line(deed: Deed, names: &HashMap<String, String>) -> DeedLine {
    let sentence = sentence(deed.verb);
    let mut about = deed.about.split(' ').map(|about| match names.get(about) {
        Some(name) => Said::Listing(about.to_owned(), name.clone()),
        None => Said::Words(about.to_owned()),
    });
    let mut said = Vec::new();
    for (index, words) in sentence.split('*').enumerate() {
        if index > 0 {
            said.extend(about.next());
        }
        said.push(Said::Words(words.to_owned()));
    }
    let (day, time) = (danish_day(deed.done), danish_time(deed.done));
    DeedLine { editor: deed.editor, said, day, time }
}

/// What somebody did, with a `*` for each thing it is about.
pub fn sentence(verb: Option<Verb>) -> &'static str {
    match verb {
        Some(Verb::GrantClaim) => "gav adgang til *",
        Some(Verb::RefuseClaim) => "sagde nej til en, der ville have adgang til *",
        Some(Verb::TakeBack) => "tog en ændring af * tilbage",
        Some(Verb::CloseReport) => "ordnede en fejl, der var meldt om *",
        Some(Verb::Approve) => "godkendte det, der ventede om *",
        Some(Verb::AskBack) => "spurgte til det, der ventede om *",
        Some(Verb::Reject) => "afviste det, der ventede om *",
        Some(Verb::InviteColleague) => "inviterede nogen til at holde *",
        Some(Verb::WithdrawInvitation) => "tog en invitation til * tilbage",
        Some(Verb::ChangeRole) => "ændrede en rolle på *",
        Some(Verb::RemoveMember) => "lod ikke længere * holdes af *",
        Some(Verb::ConfirmListing) => "bekræftede *",
        Some(Verb::Merge) => "lagde * sammen med *",
        Some(Verb::KeepApart) => "sagde, at * og * er to forskellige",
        None => "gjorde noget ved *",
    }
}

/// Who keeps which listing.
pub async fn show_keepers(
    State(site): State<Arc<Site>>,
    _: Editor,
    Query(which): Query<Which>,
) -> Result<Response, Refused> {
    let (leaf, after) = which.leaf(site.store.count_accounts().await?);
    let keepers = site.store.member_accounts(after, LINES as u64).await?;
    let line = |keeper: MemberAccount| KeeperLine {
        id: keeper.account,
        editor: keeper.invited_editor || site.editors.contains(&keeper.email),
        email: keeper.email,
        listings: keeper.listings,
        seen: keeper.seen.map(danish_day),
    };
    let keepers: Vec<_> = keepers.into_iter().map(line).collect();
    Ok(document(routes::keepers(&site.base_url, &keepers, leaf)))
}

/// Who is to be taken off which listing.
#[derive(Deserialize)]
pub struct Off {
    konto: i64,
    slug: String,
}

/// Takes somebody off a listing; one who was taken off meanwhile is no longer on the page.
pub async fn take_off(
    State(site): State<Arc<Site>>,
    Editor(who): Editor,
    Form(off): Form<Off>,
) -> Result<Response, Refused> {
    actions::remove_colleague(&site, &who, &off.slug, off.konto).await?;
    Ok(Redirect::to(links::KEEPERS).into_response())
}
