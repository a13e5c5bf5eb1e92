//! Where the points of listings stand.

use std::collections::HashMap;
use std::sync::Arc;

use content::Listing;

use super::drawing::project;

/// Listings nearer than this, in units, are spread around their common place.
const CELL: f64 = 14.0;
/// Distance between neighbours of the spread.
const STEP: f64 = 15.0;
/// The angle of sunflower seeds: no two seeds hide each other.
const GOLDEN: f64 = 2.399_963;

/// Every listing with a point and where to draw it. Many listings are known only to the
/// town, and would lie on top of each other.
pub fn spread<'a>(listings: &mut dyn Iterator<Item = &'a Arc<Listing>>) -> Vec<(&'a Listing, (f64, f64))> {
    let mut taken: HashMap<(i64, i64), u32> = HashMap::new();
    let placed = listings.filter_map(|listing| {
        let point = listing.main_address()?.point.filter(|point| point.in_region())?;
        Some((listing.as_ref(), project(point)))
    });
    placed
        .map(|(listing, (x, y))| {
            #[expect(clippy::cast_possible_truncation, reason = "units of the drawing are below 10,000")]
            let cell = ((x / CELL).round() as i64, (y / CELL).round() as i64);
            let before = taken.entry(cell).or_default();
            let (angle, distance) = (f64::from(*before) * GOLDEN, f64::from(*before).sqrt() * STEP);
            *before += 1;
            (listing, (x + angle.cos() * distance, y + angle.sin() * distance))
        })
        .collect()
}
