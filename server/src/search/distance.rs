//! Distances to many listings at once.

use content::Point;
use content::places::Place;
use fixedbitset::FixedBitSet;

use super::snapshot::{Row, Snapshot};

/// Share of a distance by which the flat measure may be wrong; less than a thousandth at 200 km.
const MARGIN: f64 = 0.002;

/// Measures from one point on a flat sheet laid on the ellipsoid there. [`Point::km_to`] is
/// exact but a thousand times slower, which tells at 100,000 listings.
struct Sheet {
    from: Point,
    km_per_lat: f64,
    km_per_lon: f64,
    /// How the width of a degree of longitude shrinks northwards, a degree.
    shrinking: f64,
}

impl Sheet {
    fn new(from: Point) -> Self {
        // WGS 84: equatorial radius in km, first eccentricity squared.
        const RADIUS: f64 = 6378.137;
        const ECCENTRICITY: f64 = 0.006_694_379_990_14;
        let latitude = from.lat.to_radians();
        let prime = 1.0 / (1.0 - ECCENTRICITY * latitude.sin().powi(2));
        let km_per_lat = (RADIUS * (1.0 - ECCENTRICITY) * prime * prime.sqrt()).to_radians();
        let km_per_lon = (RADIUS * prime.sqrt() * latitude.cos()).to_radians();
        Self { from, km_per_lat, km_per_lon, shrinking: latitude.tan().to_radians() / 2.0 }
    }

    fn km(&self, to: Point) -> f64 {
        let (north, east) = (to.lat - self.from.lat, to.lon - self.from.lon);
        (north * self.km_per_lat).hypot(east * self.km_per_lon * (1.0 - north * self.shrinking))
    }
}

impl Snapshot {
    /// The rows with an address within so many kilometres of the place.
    pub fn within(&self, place: &Place, km: u16) -> FixedBitSet {
        let (sheet, most) = (Sheet::new(place.point), f64::from(km));
        let mut rows = FixedBitSet::with_capacity(self.rows.len());
        for (row, point) in &self.points {
            let about = sheet.km(*point);
            if about <= most * (1.0 - MARGIN)
                || (about <= most * (1.0 + MARGIN) && place.point.km_to(*point) <= most)
            {
                rows.insert(*row as usize);
            }
        }
        rows
    }

    /// Kilometres from the place to the nearest address of each row, good to [`MARGIN`];
    /// infinity where no address has a point.
    pub fn distances(&self, place: &Place) -> Vec<f64> {
        let sheet = Sheet::new(place.point);
        let mut distances = vec![f64::INFINITY; self.rows.len()];
        for (row, point) in &self.points {
            let known = &mut distances[*row as usize];
            *known = known.min(sheet.km(*point));
        }
        distances
    }
}

impl Row {
    /// Kilometres from the place to its nearest address, exactly.
    pub fn km_from(&self, place: &Place) -> Option<f64> {
        let points = self.listing.addresses.iter().filter_map(|address| address.point);
        points.map(|point| place.point.km_to(point)).min_by(f64::total_cmp)
    }
}

#[cfg(test)]
mod tests {
    use content::places::towns;

    use super::*;

    #[test]
    fn the_sheet_is_as_good_as_its_margin() {
        for from in towns() {
            let sheet = Sheet::new(from.point());
            for to in towns() {
                let (flat, exact) = (sheet.km(to.point()), from.point().km_to(to.point()));
                assert!(
                    (flat - exact).abs() <= exact * MARGIN + 1e-6,
                    "{} {} {flat} {exact}",
                    from.name,
                    to.name
                );
            }
        }
    }
}
