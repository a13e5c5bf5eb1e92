//! Addresses of what helps a person to a place.

use super::with_listings;
use crate::model::Need;

/// Finds places for a person by tasks and considerations.
pub const MATCH: &str = "/match";
/// How municipal staff use the catalogue.
pub const MATCH_FOR_MUNICIPALITIES: &str = "/match/for-kommuner";
/// How a company takes somebody in.
pub const MATCH_FOR_ENTERPRISES: &str = "/match/for-virksomheder";
/// A few places as two prints: one for the consultant, one for the citizen.
pub const PLACES_LIST: &str = "/liste/pladser";
/// A plan for keeping contact after somebody has begun.
pub const AFTERCARE: &str = "/eftervaern";
/// The same as a calendar.
pub const AFTERCARE_CALENDAR: &str = "/eftervaern.ics";
/// How many a company may take in subsidised work.
pub const REASONABLE: &str = "/hjaelp/rimelighed";
/// All schemes.
pub const SCHEMES: &str = "/ordninger";
/// What is stored and what not, for data protection officers.
pub const DATA_PROTECTION: &str = "/om/databeskyttelse";

/// The places for a need.
#[must_use]
pub fn matching(need: &Need) -> String {
    with_query(MATCH, &need.to_query_string())
}

/// Where one asks an enterprise for a place, with what is needed said already; not where from.
#[must_use]
pub fn ask_for_place(slug: &str, need: &Need) -> String {
    let said = Need { values: need.values.clone(), hours: need.hours, ..Need::default() };
    let asked = format!("{}?art=placering", super::message(slug));
    match said.to_query_string() {
        wishes if wishes.is_empty() => asked,
        wishes => format!("{asked}&{wishes}"),
    }
}

/// These listings in their placement form, beside the need they were found for.
#[must_use]
pub fn places_list(need: &Need, slugs: &[&str]) -> String {
    let list = with_listings(PLACES_LIST, slugs);
    match need.to_query_string() {
        wishes if wishes.is_empty() => list,
        wishes => format!("{list}{}{wishes}", if slugs.is_empty() { '?' } else { '&' }),
    }
}

/// A scheme.
#[must_use]
pub fn scheme(slug: &str) -> String {
    format!("{SCHEMES}/{slug}")
}

fn with_query(path: &str, query: &str) -> String {
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}
