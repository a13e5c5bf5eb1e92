//! The outlines, drawn once.

use std::f64::consts::PI;
use std::fmt::Write as _;
use std::sync::LazyLock;

use content::Point;
use content::map::{Rings, map};

/// The window of the drawing: see [`project`].
pub const VIEW_BOX: &str = "0 0 1000 756";

/// West edge, north edge, and units per degree of latitude.
const WEST: f64 = 8.17;
const NORTH: f64 = 57.795;
const SCALE: f64 = 600.0;
/// The latitude at which distances are right; the middle of the region.
const MIDDLE: f64 = 57.15;

/// What does not change from page to page.
pub struct Drawing {
    /// Neighbouring land.
    pub context: String,
    /// One path for each municipality, in the order of the vocabulary.
    pub outlines: Vec<String>,
    /// Where each name stands.
    pub labels: Vec<(String, String)>,
}

/// The drawing.
pub fn drawing() -> &'static Drawing {
    static DRAWING: LazyLock<Drawing> = LazyLock::new(|| Drawing {
        context: format!("<path class=\"map-context\" d=\"{}\"/>", path(&map().context)),
        outlines: map()
            .municipalities
            .iter()
            .map(|outline| format!("<path d=\"{}\"/>", path(&outline.rings)))
            .collect(),
        labels: map()
            .municipalities
            .iter()
            .map(|outline| {
                let (x, y) = project(outline.label);
                (format!("{x:.0}"), format!("{y:.0}"))
            })
            .collect(),
    });
    &DRAWING
}

/// Equirectangular: equal scale both ways in the middle of the region.
pub fn project(point: Point) -> (f64, f64) {
    let shrink = (MIDDLE * PI / 180.0).cos();
    ((point.lon - WEST) * shrink * SCALE, (NORTH - point.lat) * SCALE)
}

/// Whole units and relative steps: half the bytes, and finer than a screen shows.
fn path(rings: &Rings) -> String {
    let mut path = String::new();
    for ring in rings {
        let mut last: Option<(i64, i64)> = None;
        for &[lon, lat] in ring {
            let (x, y) = project(Point { lat, lon });
            #[expect(clippy::cast_possible_truncation, reason = "units of the drawing are below 10,000")]
            let (x, y) = (x.round() as i64, y.round() as i64);
            let _ = match last {
                None => write!(path, "M{x} {y}"),
                Some(before) if before == (x, y) => Ok(()),
                Some((from_x, from_y)) => step(&mut path, x - from_x, y - from_y),
            };
            last = Some((x, y));
        }
        path.push('z');
    }
    path
}

fn step(path: &mut String, x: i64, y: i64) -> std::fmt::Result {
    let gap = if y < 0 { "" } else { " " };
    write!(path, "l{x}{gap}{y}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_region_fills_the_window() {
        let corners = map().municipalities.iter().flat_map(|outline| outline.rings.iter().flatten());
        for &[lon, lat] in corners {
            let (x, y) = project(Point { lat, lon });
            assert!((10.0..990.0).contains(&x) && (10.0..750.0).contains(&y), "{lon} {lat}: {x} {y}");
        }
    }

    #[test]
    fn outlines_are_small() {
        let bytes: usize = drawing().outlines.iter().map(String::len).sum();
        assert!(bytes < 10_000, "{bytes}");
    }
}
