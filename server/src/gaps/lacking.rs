//! What was not found in a year, brought together for those who may do something about it.

use std::collections::HashMap;

use app::model::{Lacking, Listing};
use chrono::Months;
use content::places::{area, place_named};
use content::taxonomy::{Entry, Municipality, Ref};

use crate::site::Site;
use crate::store::{Gap, StoreError};

/// How far back it goes.
const YEAR: Months = Months::new(12);

/// What was not found in a year, by words and place, the most wanted first.
///
/// # Errors
/// When the store does not answer.
pub async fn lacking(site: &Site) -> Result<Vec<Lacking>, StoreError> {
    let mut by_words: HashMap<(String, String), Lacking> = HashMap::new();
    for Gap { day, words, place, hits, count } in site.store.gaps(site.clock.today() - YEAR).await? {
        let entry = by_words.entry((words.clone(), place.clone()));
        // Days come in order, so the last one stays.
        let lacking = entry.or_insert(Lacking { words, place, hits, count: 0, last: day });
        (lacking.hits, lacking.last) = (hits, day);
        lacking.count += count;
    }
    let mut all: Vec<Lacking> = by_words.into_values().collect();
    all.sort_by(|a, b| {
        let by_want = b.count.cmp(&a.count).then(b.last.cmp(&a.last));
        by_want.then_with(|| a.words.cmp(&b.words)).then_with(|| a.place.cmp(&b.place))
    });
    Ok(all)
}

/// The municipalities a place of a gap lies in, as a visitor reads it: "Rebild Kommune", "højst 10 km fra
/// Klarup", "i Jammerbugt og Hjørring". Empty for a place that is none.
#[must_use]
pub fn municipalities(place: &str) -> Vec<Ref<Municipality>> {
    let mut found = Vec::new();
    for name in place.split(", ").flat_map(|part| part.split(" og ")) {
        let words: Vec<&str> = name.split_whitespace().collect();
        let all = (0..words.len()).map(|from| words[from..].join(" "));
        let known = all.map(|name| in_place(&name)).find(|known| !known.is_empty());
        for municipality in known.into_iter().flatten() {
            if !found.contains(&municipality) {
                found.push(municipality);
            }
        }
    }
    found
}

fn in_place(name: &str) -> Vec<Ref<Municipality>> {
    match (area(name), place_named(name)) {
        ([], place) => place.and_then(|place| place.municipality).into_iter().collect(),
        (several, _) => several.to_vec(),
    }
}

/// Whether a listing is near a place of a gap: it lies there or next door, delivers there, or it was
/// sought everywhere.
#[must_use]
pub fn near(listing: &Listing, place: &str) -> bool {
    let reaches = |there: Ref<Municipality>| {
        let beside = |own: Ref<Municipality>| {
            own == there || own.get().neighbours.iter().any(|slug| slug == there.get().slug())
        };
        listing.municipality.is_some_and(beside) || listing.delivers_to(there)
    };
    place.is_empty() || municipalities(place).into_iter().any(reaches)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn slugs(place: &str) -> Vec<&'static str> {
        municipalities(place).into_iter().map(|place| place.get().slug()).collect()
    }

    #[test]
    fn places_lie_in_municipalities() {
        assert_eq!(slugs("Rebild Kommune"), ["rebild"]);
        assert_eq!(slugs("Klarup"), ["aalborg"]);
        assert_eq!(slugs("højst 10 km fra Klarup"), ["aalborg"]);
        assert_eq!(slugs("i eller med levering til Hjørring Kommune"), ["hjoerring"]);
        assert_eq!(slugs("9800 Hjørring"), ["hjoerring"]);
        assert_eq!(slugs("i Jammerbugt, Rebild og Aalborg"), ["jammerbugt", "rebild", "aalborg"]);
        assert_eq!(slugs("i hele Nordjylland").len(), 11);
        assert!(slugs("").is_empty() && slugs("Atlantis").is_empty());
    }

    #[test]
    fn near_is_here_next_door_and_where_it_delivers() {
        let listing: Listing = serde_json::from_value(json!({
            "slug": "a", "name": "A", "state": "draft", "municipality": "aalborg", "delivery": { "municipalities": ["thisted"] },
        }))
        .unwrap();
        for place in ["", "Klarup", "Rebild Kommune", "Thisted"] {
            assert!(near(&listing, place), "{place}");
        }
        for place in ["Frederikshavn Kommune", "Morsø", "Atlantis"] {
            assert!(!near(&listing, place), "{place}");
        }
    }
}
