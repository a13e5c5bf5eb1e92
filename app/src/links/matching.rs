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
        ] {
            assert_eq!(address, expected);
        }
    }
}
