//! Places for a need: which there are, in which order, and what each other wish would give.

use std::cmp::{Ordering, Reverse};

use app::model::{
    Counts, DISTANCES, Filter, Fit, FittingPlace, Free, Matched, Need, PAGE_SIZE, WORK_HOURS, Wish, Wishes,
    YesCounts, says_yes,
};
use chrono::NaiveDate;
use fixedbitset::FixedBitSet;

use super::snapshot::Snapshot;

/// So few places that any near miss is shown as well.
const FEW: usize = 5;
/// Most near misses shown.
const MISSES: usize = 5;

/// A row that was asked.
struct Asked {
    row: u32,
    km: Option<f64>,
    fit: Fit,
    /// Whether it pauses, how well it fits, what it says of free places: the least first.
    rank: (bool, Reverse<u32>, u8),
}

impl Snapshot {
    /// The places for a need. Every open listing is one unless it has a wish it cannot meet; what it does not
    /// say only has it stand further down.
    ///
    /// The order is:
    ///
    /// 1. Those that pause last.
    /// 2. [`Fit::points`]: the wishes they say yes to.
    /// 3. Free places said lately first, then those that have said nothing, then those that said none.
    /// 4. The nearest first, when there is a place to measure from.
    /// 5. The most confirmed and complete; equals in an order that is another each day.
    pub fn places_for(&self, need: &Need, today: NaiveDate) -> Matched {
        let from = need.place();
        let distances = from.map(|place| self.distances(place));
        let km = |row: usize| distances.as_ref().map(|all| all[row]).filter(|km| km.is_finite());
        let wishes = Wishes::of(need);
        let ask = |row: usize| {
            let listing = &self.rows[row].as_ref()?.listing;
            let km = km(row);
            let fit = wishes.fit(listing, km, today);
            let rank = (fit.paused.is_some(), Reverse(fit.points()), standing(fit.free));
            Some(Asked { row: u32::try_from(row).ok()?, km, fit, rank })
        };
        let (mut found, mut missed): (Vec<Asked>, Vec<Asked>) =
            self.open.ones().filter_map(ask).partition(|asked| asked.fit.is_possible());
        let yes = self.yes(&found, &missed);
        let loosened = loosened(need, &missed);
        let (total, whole) = (found.len(), found.iter().filter(|asked| asked.fit.is_whole()).count());
        let pages = total.div_ceil(PAGE_SIZE).max(1);
        let page = need.page.min(pages - 1);
        let (best, end) = (found.iter().map(|asked| asked.rank).min(), (page + 1) * PAGE_SIZE);
        if total > end {
            found.select_nth_unstable_by(end, |a, b| self.compare(a, b));
            found.truncate(end);
        }
        found.sort_unstable_by(|a, b| self.compare(a, b));
        let best = best.map_or(0, |(_, Reverse(points), _)| points);
        missed.retain(|asked| {
            let (_, Reverse(points), _) = asked.rank;
            total < FEW || (asked.fit.refused.len() == 1 && points > 0 && points >= best)
        });
        missed.sort_unstable_by(|a, b| {
            a.fit.refused.len().cmp(&b.fit.refused.len()).then_with(|| self.compare(a, b))
        });
        let shown = found.into_iter().skip(page * PAGE_SIZE).take(PAGE_SIZE);
        Matched {
            total,
            whole,
            page,
            pages,
            places: shown.filter_map(|asked| self.shown(asked)).collect(),
            misses: missed.into_iter().take(MISSES).filter_map(|asked| self.shown(asked)).collect(),
            loosened,
            yes,
            from,
        }
    }

    fn shown(&self, asked: Asked) -> Option<FittingPlace> {
        let listing = self.row(asked.row)?.listing.clone();
        Some(FittingPlace { listing, fit: asked.fit, km: asked.km })
    }

    fn compare(&self, a: &Asked, b: &Asked) -> Ordering {
        let km = |asked: &Asked| asked.km.unwrap_or(f64::INFINITY);
        a.rank
            .cmp(&b.rank)
            .then_with(|| km(a).total_cmp(&km(b)))
            .then_with(|| self.by_quality[a.row as usize].cmp(&self.by_quality[b.row as usize]))
    }

    /// How many would say yes to each other wish.
    fn yes(&self, found: &[Asked], missed: &[Asked]) -> YesCounts {
        let mut rows = FixedBitSet::with_capacity(self.rows.len());
        rows.extend(found.iter().map(|asked| asked.row as usize));
        // Where hours or distance alone stand in the way, others may not.
        let but = |only: fn(&Wish) -> bool| {
            let others = move |asked: &&Asked| asked.fit.refused.iter().all(|(wish, _)| only(wish));
            found.iter().chain(missed).filter(others)
        };
        let says = |asked: &&Asked, wish: Wish| {
            self.row(asked.row).is_some_and(|row| says_yes(&row.listing, wish, asked.km))
        };
        let within = |km: u16| {
            but(|wish| matches!(wish, Wish::Within(_))).filter(|asked| says(asked, Wish::Within(km))).count()
        };
        let hours = |hours: u8| {
            but(|wish| matches!(wish, Wish::Hours(_))).filter(|asked| says(asked, Wish::Hours(hours))).count()
        };
        let listed = |filter: Filter| {
            if Need::FACETS.contains(&filter.facet()) {
                rows.intersection_count(self.set_of(filter))
            } else {
                0
            }
        };
        YesCounts {
            values: Counts::by(listed),
            hours: WORK_HOURS.map(hours),
            within: DISTANCES.map(within),
            without_car: found.iter().filter(|asked| says(asked, Wish::WithoutCar)).count(),
        }
    }
}

/// Where a place stands by what it says of free places: lower is earlier.
fn standing(free: Free) -> u8 {
    match free {
        Free::Places { .. } => 0,
        Free::Unknown => 1,
        Free::None(_) => 2,
    }
}

/// How many more places there are without each wish, the most first.
fn loosened(need: &Need, missed: &[Asked]) -> Vec<(Wish, usize)> {
    let alone = |wish: Wish| {
        missed.iter().filter(|asked| asked.fit.refused.iter().all(|(refused, _)| *refused == wish)).count()
    };
    let mut loosened: Vec<_> = need.wishes().map(|wish| (wish, alone(wish))).collect();
    loosened.retain(|(_, more)| *more > 0);
    loosened.sort_by_key(|(_, more)| Reverse(*more));
    loosened
}
