//! Places, and how far from them something lies.

use std::borrow::Cow;

use content::places::{Place, towns};
use content::taxonomy::Entry;

use crate::model::SearchQuery;

/// A distance in kilometres as one says it: `under 1 km`, `4,2 km`, `12 km`.
#[must_use]
pub fn distance(km: f64) -> String {
    if km < 1.0 {
        "under 1 km".to_owned()
    } else if km < 9.95 {
        format!("{km:.1} km").replace('.', ",")
    } else {
        format!("{km:.0} km")
    }
}

/// The point that distances to a place are measured from: `Støvring`, also for
/// `9530 Støvring`; of a municipality the town it is named after, else its middle.
#[must_use]
pub fn origin(place: &Place) -> Cow<'_, str> {
    let municipality = place.municipality.filter(|municipality| municipality.get().name == place.name);
    let Some(municipality) = municipality else {
        return Cow::from(
            place.name.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ' '),
        );
    };
    let label = municipality.get().label();
    if towns().iter().any(|town| town.name == label && town.municipality == municipality) {
        Cow::from(label)
    } else {
        Cow::from(format!("midten af {}", place.name))
    }
}

/// The place that was asked for: `nær Støvring`, `højst 25 km fra Støvring`; none when none
/// was, or when it is not known.
#[must_use]
pub fn near(query: &SearchQuery) -> Option<String> {
    let place = query.place()?;
    Some(match query.km {
        Some(km) => format!("højst {km} km fra {}", origin(place)),
        None => format!("nær {}", place.name),
    })
}

/// That nothing lies in a place, as a sentence: `Ingen i Hjørring Kommune passer på “café”.`
#[must_use]
pub fn none_there(label: &str, words: &str, filtered: bool) -> String {
    let there = if label.starts_with("i ") { format!(" {label}") } else { format!(", der ligger {label},") };
    match (words, filtered) {
        ("", false) => format!("Ingen ligger {label}."),
        ("", true) => format!("Ingen{there} passer på filtrene."),
        (words, false) => format!("Ingen{there} passer på {}.", super::quote(words)),
        (words, true) => format!("Ingen{there} passer på både {} og filtrene.", super::quote(words)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_as_exact_as_one_says_them() {
        for (km, words) in [
            (0.0, "under 1 km"),
            (0.99, "under 1 km"),
            (1.0, "1,0 km"),
            (4.24, "4,2 km"),
            (9.94, "9,9 km"),
            (9.96, "10 km"),
            (12.4, "12 km"),
            (137.6, "138 km"),
        ] {
            assert_eq!(distance(km), words, "{km}");
        }
    }

    #[test]
    fn a_place_is_named_as_one_measures_from_it() {
        for (query, words) in [
            ("naer=stovring&km=25", Some("højst 25 km fra Støvring")),
            ("naer=9800", Some("nær 9800 Hjørring")),
            ("naer=9800&km=10", Some("højst 10 km fra Hjørring")),
            ("naer=aalborg", Some("nær Aalborg Kommune")),
            ("naer=aalborg&km=5", Some("højst 5 km fra Aalborg")),
            ("naer=jammerbugt&km=5", Some("højst 5 km fra midten af Jammerbugt Kommune")),
            ("naer=atlantis&km=5", None),
            ("km=5", None),
        ] {
            assert_eq!(near(&SearchQuery::parse(query)).as_deref(), words, "{query}");
        }
    }

    #[test]
    fn a_place_without_hits_is_named() {
        for (label, words, filtered, sentence) in [
            ("i Hjørring Kommune", "café", false, "Ingen i Hjørring Kommune passer på “café”."),
            (
                "i Hjørring Kommune",
                "café",
                true,
                "Ingen i Hjørring Kommune passer på både “café” og filtrene.",
            ),
            ("i Hjørring Kommune", "", true, "Ingen i Hjørring Kommune passer på filtrene."),
            ("i Læsø Kommune", "", false, "Ingen ligger i Læsø Kommune."),
            (
                "højst 10 km fra Klarup",
                "café",
                false,
                "Ingen, der ligger højst 10 km fra Klarup, passer på “café”.",
            ),
        ] {
            assert_eq!(none_there(label, words, filtered), sentence);
        }
    }
}
