//! Towns and postcodes of the region with their points.

mod lookup;

pub use lookup::{Place, area, place, place_named};

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

use crate::files::Folder;
use crate::taxonomy::{Municipality, Ref};
use crate::{Fault, Point};

/// A town or village.
#[derive(Debug, Clone, Deserialize)]
pub struct Town {
    /// Its name.
    pub name: String,
    lat: f64,
    lon: f64,
    /// Inhabitants; 0 when not known.
    pub population: u32,
    /// The municipality it lies in.
    pub municipality: Ref<Municipality>,
    search: String,
}

impl Town {
    /// Its middle.
    #[must_use]
    pub fn point(&self) -> Point {
        Point { lat: self.lat, lon: self.lon }
    }

    /// Other spellings of its name.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        self.search.split('|').filter(|spelling| !spelling.is_empty())
    }
}

/// A postcode and its main town.
#[derive(Debug, Clone, Deserialize)]
pub struct Postcode {
    /// Four digits.
    pub postcode: String,
    /// Official name of the postal district.
    pub town: String,
    /// The municipality most of it lies in; none when that is outside the region.
    #[serde(deserialize_with = "optional")]
    pub municipality: Option<Ref<Municipality>>,
    lat: f64,
    lon: f64,
}

impl Postcode {
    /// The middle of its main town.
    #[must_use]
    pub fn point(&self) -> Point {
        Point { lat: self.lat, lon: self.lon }
    }
}

/// All towns, as in `content/places/towns.csv`.
#[must_use]
pub fn towns() -> &'static [Town] {
    static TOWNS: LazyLock<Vec<Town>> =
        LazyLock::new(|| load("towns.csv").unwrap_or_else(|fault| panic!("{fault}")));
    &TOWNS
}

/// All postcodes, as in `content/places/postcodes.csv`.
#[must_use]
pub fn postcodes() -> &'static [Postcode] {
    static POSTCODES: LazyLock<Vec<Postcode>> =
        LazyLock::new(|| load("postcodes.csv").unwrap_or_else(|fault| panic!("{fault}")));
    &POSTCODES
}

fn load<T: DeserializeOwned + Key>(name: &str) -> Result<Vec<T>, Fault> {
    let (path, text) = Folder::Places.file(name)?;
    parse(&path, text)
}

/// What makes a row of a table unique, and where it lies.
trait Key {
    fn key(&self) -> String;
    fn place(&self) -> Point;
}

impl Key for Town {
    fn key(&self) -> String {
        format!("{} ({})", self.name, self.municipality.get().name)
    }
    fn place(&self) -> Point {
        self.point()
    }
}

impl Key for Postcode {
    fn key(&self) -> String {
        self.postcode.clone()
    }
    fn place(&self) -> Point {
        self.point()
    }
}

fn parse<T: DeserializeOwned + Key>(path: &str, text: &str) -> Result<Vec<T>, Fault> {
    let mut rows = Vec::new();
    let mut keys = HashSet::new();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    for (index, row) in reader.deserialize::<T>().enumerate() {
        let line = index + 2;
        let row = row.map_err(|error| Fault::new(path, line, error.to_string()))?;
        if !row.place().in_region() {
            return Err(Fault::new(path, line, format!("{} lies outside the region", row.key())));
        }
        if !keys.insert(row.key()) {
            return Err(Fault::new(path, line, format!("{} stands twice", row.key())));
        }
        rows.push(row);
    }
    Ok(rows)
}

fn optional<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Ref<Municipality>>, D::Error> {
    let slug = String::deserialize(deserializer)?;
    if slug.is_empty() {
        return Ok(None);
    }
    Ref::parse(&slug).map(Some).map_err(serde::de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn towns_and_postcodes_are_right() {
        assert!(load::<Town>("towns.csv").unwrap().len() > 70);
        assert!(load::<Postcode>("postcodes.csv").unwrap().len() > 70);
    }

    #[test]
    fn mistakes_name_file_and_line() {
        let head = "name,lat,lon,population,municipality,search\n";
        let message =
            |rows: &str| parse::<Town>("places/towns.csv", &format!("{head}{rows}")).unwrap_err().to_string();
        assert_eq!(
            message("Aalborg,57,9.9,1,aalborg,\nAalborg,57,9.9,1,aalborg,\n"),
            "content/places/towns.csv:3: Aalborg (Aalborg Kommune) stands twice"
        );
        assert_eq!(
            message("Aarhus,56.1,10.2,1,aalborg,\n"),
            "content/places/towns.csv:2: Aarhus (Aalborg Kommune) lies outside the region"
        );
        assert!(message("Aarhus,56.1,10.2,1,aarhus,\n").starts_with("content/places/towns.csv:2: "));
    }
}
