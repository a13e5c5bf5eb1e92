//! Listings like another.

use std::sync::Arc;

use app::model::{Facet, Listing};

use super::snapshot::Snapshot;

impl Snapshot {
    /// At most `count` open listings that share most with this one: services count
    /// three, trades two, the municipality and anything else one.
    pub fn similar(&self, listing: &Listing, count: usize) -> Vec<Arc<Listing>> {
        let own = app::model::Filter::met_by(listing);
        let mut shared = std::collections::HashMap::<u32, (u32, u32)>::new();
        for filter in own {
            let weight = match filter.facet() {
                Facet::Service => 3,
                Facet::Trade => 2,
                Facet::Located | Facet::Task => 1,
                _ => continue,
            };
            for number in self.set_of(filter).intersection(&self.open) {
                let number = u32::try_from(number).unwrap_or(u32::MAX);
                let entry = shared.entry(number).or_insert((0, self.by_quality[number as usize]));
                entry.0 += weight;
            }
        }
        let mut likest: Vec<(u32, (u32, u32))> = shared.into_iter().collect();
        likest.sort_unstable_by_key(|(_, (weight, rank))| (std::cmp::Reverse(*weight), *rank));
        likest
            .into_iter()
            .filter_map(|(number, _)| self.row(number))
            .filter(|row| row.listing.slug != listing.slug)
            .take(count)
            .map(|row| row.listing.clone())
            .collect()
    }
}
