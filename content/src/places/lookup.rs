//! Places by what people call them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{postcodes, towns};
use crate::Point;
use crate::folding::{fold, fold_loosely};
use crate::map;
use crate::taxonomy::{Entry, Municipality, Ref};

/// What people call the whole region.
const REGION: [&str; 4] = ["nordjylland", "region nordjylland", "hele nordjylland", "north jutland"];

/// A point with a name: a municipality, a town or a postal district.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// As a visitor reads it: "Rebild Kommune", "Støvring", "9800 Hjørring".
    pub name: String,
    /// Its middle.
    pub point: Point,
    /// The municipality it is or lies in; none when most of it lies outside the region.
    pub municipality: Option<Ref<Municipality>>,
}

/// The place of this name, postcode or both ("9800 Hjørring"), however it is spelled;
/// of places with one name the largest. None when there is no such place here.
#[must_use]
pub fn place(text: &str) -> Option<&'static Place> {
    let number = || text.split_whitespace().next().filter(|word| word.parse::<u16>().is_ok());
    place_named(text).or_else(|| place_named(number()?))
}

/// The place of exactly this name or postcode; "9800 Hjorning" is none.
#[must_use]
pub fn place_named(text: &str) -> Option<&'static Place> {
    static PLACES: LazyLock<HashMap<String, Place>> = LazyLock::new(by_name);
    PLACES.get(&key(text))
}

/// The municipalities of an area: one by its own name, several by that of a district
/// ("Himmerland"), all by that of the region. Empty when there is no such area.
#[must_use]
pub fn area(text: &str) -> &'static [Ref<Municipality>] {
    static AREAS: LazyLock<HashMap<String, Vec<Ref<Municipality>>>> = LazyLock::new(|| {
        let mut areas = HashMap::<String, Vec<Ref<Municipality>>>::new();
        for municipality in Ref::<Municipality>::every() {
            for name in names(municipality.get()).chain(REGION) {
                for key in keys(name) {
                    let area = areas.entry(key).or_default();
                    if !area.contains(&municipality) {
                        area.push(municipality);
                    }
                }
            }
        }
        areas
    });
    AREAS.get(&key(text)).map_or(&[], Vec::as_slice)
}

/// All names of a municipality and of what it is part of.
fn names(municipality: &Municipality) -> impl Iterator<Item = &str> {
    [municipality.label(), municipality.slug(), &municipality.name]
        .into_iter()
        .chain(municipality.name.strip_suffix(" Kommune"))
        .chain(municipality.search().iter().map(String::as_str))
}

fn by_name() -> HashMap<String, Place> {
    let mut found = HashMap::new();
    for municipality in Ref::<Municipality>::every() {
        let point = middle(municipality);
        let place = Place { name: municipality.get().name.clone(), point, municipality: Some(municipality) };
        for name in names(municipality.get()) {
            if area(name).len() == 1 {
                add(&mut found, name, &place);
            }
        }
    }
    let mut by_size: Vec<_> = towns().iter().collect();
    by_size.sort_by_key(|town| std::cmp::Reverse(town.population));
    for town in by_size {
        let place =
            Place { name: town.name.clone(), point: town.point(), municipality: Some(town.municipality) };
        for name in town.spellings().chain([town.name.as_str()]) {
            add(&mut found, name, &place);
        }
    }
    for postcode in postcodes() {
        let name = format!("{} {}", postcode.postcode, postcode.town);
        let place =
            Place { name: name.clone(), point: postcode.point(), municipality: postcode.municipality };
        add(&mut found, &name, &place);
        add(&mut found, &postcode.postcode, &place);
    }
    found
}

/// The first to take a name keeps it.
fn add(found: &mut HashMap<String, Place>, name: &str, place: &Place) {
    for key in keys(name) {
        found.entry(key).or_insert_with(|| place.clone());
    }
}

/// The town a municipality is named after, or the middle of its outline.
fn middle(municipality: Ref<Municipality>) -> Point {
    let label = municipality.get().label();
    let seat = towns().iter().find(|town| town.name == label && town.municipality == municipality);
    seat.map_or(map::map().municipalities[municipality.index()].label, super::Town::point)
}

fn keys(name: &str) -> [String; 2] {
    [key(name), spaced(&fold_loosely(name))]
}

fn key(text: &str) -> String {
    spaced(&fold(text))
}

/// Words with one space between them.
fn spaced(folded: &str) -> String {
    folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_however_they_are_spelled() {
        for (text, name) in [
            ("aalborg", "Aalborg Kommune"),
            ("Ålborg", "Aalborg Kommune"),
            ("hjorring kommune", "Hjørring Kommune"),
            ("Vesthimmerlands", "Vesthimmerlands Kommune"),
            ("stoevring", "Støvring"),
            ("Støvring", "Støvring"),
            ("Nr. Sundby", "Nørresundby"),
            ("9800", "9800 Hjørring"),
            ("9800 Hjørring", "9800 Hjørring"),
            ("9800 hjoring", "9800 Hjørring"),
            ("aalborg ø", "Aalborg Øst"),
        ] {
            assert_eq!(place(text).map(|place| place.name.as_str()), Some(name), "{text}");
        }
        for text in ["", "København", "1000", "kantine"] {
            assert_eq!(place(text), None, "{text}");
        }
    }

    #[test]
    fn areas_hold_one_several_or_all_municipalities() {
        assert_eq!(area("Rebild").len(), 1);
        assert_eq!(area("himmerland").len(), 3);
        assert_eq!(area("Nordjylland").len(), 11);
        assert!(area("Støvring").is_empty());
    }
}
