//! Addresses of what helps a person to a place.

use super::{MESSAGE_TO_LISTED, with_listings};
use crate::model::{MessageKind, Need};

/// Finds places for a person by tasks and considerations.
pub const MATCH: &str = "/match";
/// How municipal staff use the catalogue.
pub const MATCH_FOR_MUNICIPALITIES: &str = "/match/for-kommuner";
/// How a company takes somebody in.
pub const MATCH_FOR_ENTERPRISES: &str = "/match/for-virksomheder";
/// A few places as two prints: one for the consultant, one for the citizen.
pub const PLACES_LIST: &str = "/liste/pladser";
/// The sheet of such a list for the citizen.
pub const PLACES_SHEET: &str = "/liste/pladser/borger";
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
    beside(MATCH, &[], &need.to_query_string())
}

/// These listings in their placement form, beside the need they were found for.
#[must_use]
pub fn places_list(need: &Need, slugs: &[&str]) -> String {
    beside(PLACES_LIST, slugs, &need.to_query_string())
}

/// The sheet for the citizen of the same list.
#[must_use]
pub fn places_sheet(need: &Need, slugs: &[&str]) -> String {
    beside(PLACES_SHEET, slugs, &need.to_query_string())
}

/// A message that asks an enterprise for a place, with what is needed said already.
#[must_use]
pub fn ask_for_place(slug: &str, need: &Need) -> String {
    beside(&super::message(slug), &[], &asked(need))
}

/// The same to all of these.
#[must_use]
pub fn message_about_places(need: &Need, slugs: &[&str]) -> String {
    beside(MESSAGE_TO_LISTED, slugs, &asked(need))
}

/// What a message about a place begins with; not where from.
fn asked(need: &Need) -> String {
    let said = Need { values: need.values.clone(), hours: need.hours, ..Need::default() };
    let kind = format!("art={}", MessageKind::Placement.slug());
    [kind, said.to_query_string()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("&")
}

/// The address with these listings, then more of a query.
fn beside(address: &str, slugs: &[&str], more: &str) -> String {
    let list = with_listings(address, slugs);
    match more {
        "" => list,
        more => format!("{list}{}{more}", if list.contains('?') { '&' } else { '?' }),
    }
}

/// A scheme.
#[must_use]
pub fn scheme(slug: &str) -> String {
    format!("{SCHEMES}/{slug}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_need_stands_beside_the_list() {
        let (none, four) = (Need::default(), Need::parse("timer=4&hensyn=nedsat-tid"));
        for (address, expected) in [
            (places_list(&none, &[]), "/liste/pladser"),
            (places_list(&none, &["a", "b"]), "/liste/pladser?v=a&v=b"),
            (places_list(&four, &[]), "/liste/pladser?hensyn=nedsat-tid&timer=4"),
            (places_sheet(&four, &["a"]), "/liste/pladser/borger?v=a&hensyn=nedsat-tid&timer=4"),
            (message_about_places(&none, &["a"]), "/liste/henvendelse?v=a&art=placering"),
            (
                message_about_places(&four, &["a", "b"]),
                "/liste/henvendelse?v=a&v=b&art=placering&hensyn=nedsat-tid&timer=4",
            ),
            (
                ask_for_place("a", &Need::parse("opgave=dyr&naer=Hobro&km=5&udenbil=1")),
                "/virksomheder/a/henvendelse?art=placering&opgave=dyr",
            ),
        ] {
            assert_eq!(address, expected);
        }
    }
}
