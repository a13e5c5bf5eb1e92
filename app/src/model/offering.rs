//! Who offers a scheme, and what they said of free places under it.

use std::cmp::Reverse;
use std::sync::Arc;

use chrono::NaiveDate;
use content::Listing;
use content::listing::FreePlaces;
use content::taxonomy::Entry;

use super::fit::{Free, Pause, fit};
use super::{Filter, Need};

/// A listing that offers a scheme.
#[derive(Debug, Clone)]
pub struct Offering {
    /// The listing.
    pub listing: Arc<Listing>,
    /// Whether it takes no newcomers now.
    pub paused: Option<Pause>,
    /// What was said of free places lately.
    pub free: Free,
    /// What was said last when that is too long ago to count.
    pub once: Option<FreePlaces>,
}

/// The listings in the order one asks them: those with free places, the freshest word first, those that do not
/// say, those without; paused ones last.
#[must_use]
pub fn offerings(listings: Vec<Arc<Listing>>, scheme: Filter, today: NaiveDate) -> Vec<Offering> {
    let need = Need::only(scheme);
    let mut all: Vec<Offering> =
        listings.into_iter().map(|listing| offering(listing, &need, today)).collect();
    all.sort_by_cached_key(|offering| {
        let (place, said) = match offering.free {
            Free::Places { said, .. } => (0, Some(said)),
            Free::Unknown => (1, offering.once.as_ref().map(|once| once.confirmed)),
            Free::None(said) => (2, Some(said)),
        };
        (offering.paused.is_some(), place, Reverse(said), offering.listing.name.to_lowercase())
    });
    all
}

fn offering(listing: Arc<Listing>, need: &Need, today: NaiveDate) -> Offering {
    let fit = fit(&listing, need, None, today);
    let asked =
        |free: &&FreePlaces| need.values.iter().any(|scheme| scheme.entry().slug() == free.scheme.slug());
    let all = listing.placement.iter().flat_map(|placement| &placement.free).filter(asked);
    let once = all.max_by_key(|free| free.confirmed).filter(|_| fit.free == Free::Unknown).cloned();
    Offering { paused: fit.paused, free: fit.free, once, listing }
}

#[cfg(test)]
mod tests {
    use content::listing::{Placement, State};
    use content::taxonomy::Ref;

    use super::*;
    use crate::model::Facet;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn place(name: &str, free: &[(&str, u16, &str)], change: impl FnOnce(&mut Listing)) -> Arc<Listing> {
        let mut listing = Listing::new(name, name, State::Public);
        let free = free.iter().map(|(scheme, count, said)| FreePlaces {
            scheme: Ref::parse(scheme).unwrap(),
            count: *count,
            confirmed: day(said),
        });
        listing.placement = Some(Placement { free: free.collect(), ..Placement::default() });
        change(&mut listing);
        Arc::new(listing)
    }

    #[test]
    fn the_freshest_word_comes_first_and_a_pause_last() {
        let paused = |listing: &mut Listing| {
            listing.placement.as_mut().unwrap().paused_until = Some(day("2026-12-24"));
        };
        let none = |_: &mut Listing| {};
        let listings = vec![
            place("pause", &[("fleksjob", 9, "2026-11-21")], paused),
            place("nul", &[("fleksjob", 0, "2026-11-21")], none),
            place("intet", &[], none),
            place("anden", &[("stu", 4, "2026-11-21")], none),
            place("gammel", &[("fleksjob", 2, "2026-01-01")], none),
            place("uge", &[("fleksjob", 5, "2026-11-14")], none),
            place("dag", &[("fleksjob", 1, "2026-11-20"), ("stu", 8, "2026-11-21")], none),
        ];
        let scheme = Filter::parse(Facet::Scheme, "fleksjob").unwrap();
        let all = offerings(listings, scheme, day("2026-11-22"));
        let names: Vec<&str> = all.iter().map(|offering| offering.listing.name.as_str()).collect();
        assert_eq!(names, ["dag", "uge", "gammel", "anden", "intet", "nul", "pause"]);
        assert_eq!(all[0].free, Free::Places { count: 1, said: day("2026-11-20") });
        assert_eq!(all[2].once.as_ref().map(|once| once.count), Some(2));
        assert!(all[3].once.is_none() && all[0].once.is_none());
        assert_eq!(all[6].paused, Some(Pause::Until(day("2026-12-24"))));
    }
}
