//! Points on the ground.

use geo::{Distance, Geodesic};
use serde::{Deserialize, Serialize};

/// A point in WGS 84 degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
}

impl Point {
    /// Whether the point lies in the map window of North Jutland, Læsø and the sea around.
    #[must_use]
    pub fn in_region(self) -> bool {
        (56.4..57.9).contains(&self.lat) && (8.0..11.3).contains(&self.lon)
    }

    /// Kilometres to another point as the crow flies, on the WGS 84 ellipsoid.
    #[must_use]
    pub fn km_to(self, other: Self) -> f64 {
        let point = |place: Self| geo::Point::new(place.lon, place.lat);
        Geodesic.distance(point(self), point(other)) / 1000.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_those_of_a_map() {
        let aalborg = Point { lat: 57.048, lon: 9.919 };
        let hobro = Point { lat: 56.643, lon: 9.790 };
        assert!((aalborg.km_to(hobro) - 45.8).abs() < 0.3, "{}", aalborg.km_to(hobro));
        assert!(aalborg.km_to(aalborg) < 0.001);
    }
}
