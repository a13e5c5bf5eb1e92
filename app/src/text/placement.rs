//! Places for people in words.

use content::listing::Placement;
use content::taxonomy::Entry;

use super::{count, date};

/// Hours a week: `Fra 10 til 20`; none when that is not known.
#[must_use]
pub fn hours(placement: &Placement) -> Option<String> {
    match (placement.hours_from, placement.hours_to) {
        (Some(from), Some(to)) if from == to => Some(to.to_string()),
        (Some(from), Some(to)) => Some(format!("Fra {from} til {to}")),
        (Some(from), None) => Some(format!("Mindst {from}")),
        (None, Some(to)) => Some(format!("Højst {to}")),
        (None, None) => None,
    }
}

/// Places free, by scheme, each with the day that was said.
#[must_use]
pub fn free_places(placement: &Placement) -> Vec<String> {
    let places = placement.free.iter();
    places
        .map(|free| {
            let places = free_count(free.count);
            format!("{}: {places}, sagt {}", free.scheme.label(), date(free.confirmed))
        })
        .collect()
}

/// How many places are free.
#[must_use]
pub fn free_count(places: u16) -> String {
    match places {
        0 => "Ingen ledige".to_owned(),
        places => count(places.into(), "ledig", "ledige"),
    }
}
