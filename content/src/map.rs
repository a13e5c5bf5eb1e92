//! The drawing of the region: a picture, never used to decide where a point lies.

use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::files::Folder;
use crate::taxonomy::{Municipality, Ref};
use crate::{Fault, Point};

/// Rings of longitude and latitude in degrees.
pub type Rings = Vec<Vec<[f64; 2]>>;

/// The outline of one municipality.
#[derive(Debug)]
pub struct Outline {
    /// Which municipality.
    pub municipality: Ref<Municipality>,
    /// Where its name is best written.
    pub label: Point,
    /// Its land.
    pub rings: Rings,
}

/// The outlines of the municipalities and the land around them.
#[derive(Debug)]
pub struct Map {
    /// The eleven municipalities in the order of the vocabulary.
    pub municipalities: Vec<Outline>,
    /// Neighbouring land, for context.
    pub context: Rings,
}

/// The drawing as in `content/map/`.
#[must_use]
pub fn map() -> &'static Map {
    static MAP: LazyLock<Map> = LazyLock::new(|| load().unwrap_or_else(|fault| panic!("{fault}")));
    &MAP
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    #[serde(default)]
    properties: Properties,
    geometry: Geometry,
}

#[derive(Deserialize, Default)]
struct Properties {
    slug: Option<Ref<Municipality>>,
    label: Option<[f64; 2]>,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Polygon(Rings),
    MultiPolygon(Vec<Rings>),
}

impl Geometry {
    fn rings(self) -> Rings {
        match self {
            Self::Polygon(rings) => rings,
            Self::MultiPolygon(polygons) => polygons.into_iter().flatten().collect(),
        }
    }
}

fn load() -> Result<Map, Fault> {
    let path = "map/municipalities.geojson";
    let mut municipalities = Vec::new();
    for feature in read::<Collection>("municipalities.geojson")?.features {
        let (Some(municipality), Some([lon, lat])) = (feature.properties.slug, feature.properties.label)
        else {
            return Err(Fault::new(path, 0, "a feature lacks slug or label"));
        };
        municipalities.push(Outline {
            municipality,
            label: Point { lat, lon },
            rings: feature.geometry.rings(),
        });
    }
    municipalities.sort_by_key(|outline| outline.municipality);
    if !municipalities.iter().map(|outline| outline.municipality).eq(Ref::every()) {
        return Err(Fault::new(path, 0, "does not draw each municipality once"));
    }
    let context = read::<Collection>("context.geojson")?.features;
    Ok(Map {
        municipalities,
        context: context.into_iter().flat_map(|feature| feature.geometry.rings()).collect(),
    })
}

fn read<T: DeserializeOwned>(name: &str) -> Result<T, Fault> {
    let (path, text) = Folder::Map.file(name)?;
    serde_json::from_str(text).map_err(|error| Fault::new(path, error.line(), error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_municipality_is_drawn_with_its_label_in_the_region() {
        for outline in load().unwrap().municipalities {
            assert!(outline.label.in_region(), "{:?}", outline.municipality);
            assert!(outline.rings.iter().all(|ring| ring.len() >= 4), "{:?}", outline.municipality);
        }
    }
}
