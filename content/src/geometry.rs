//! Points on the ground.

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
}
