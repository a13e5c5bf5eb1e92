//! In which order the hits of a search stand.

use std::cmp::Ordering;

use app::model::Sort;
use fixedbitset::FixedBitSet;
use tantivy::Score;

use super::matcher::Matches;
use super::snapshot::{MAX_QUALITY, Snapshot};

/// What a wholly confirmed and complete listing gains over an empty one of the same fit.
const QUALITY_GAIN: Score = 0.3;
/// What whoever is known to answer soon gains over one whose habit is not known, and whoever is known
/// not to answer loses.
const HABIT_GAIN: Score = 0.04;
/// What a listing at the very place gains over one far away.
const NEARNESS_GAIN: Score = 0.4;
/// At how many kilometres half of the nearness is gone.
const HALF_NEAR: f64 = 20.0;

/// What a search says about the order of its hits.
pub struct Order<'a> {
    /// The order asked for.
    pub sort: Sort,
    /// How well the words fit, when there are words.
    pub matches: Option<&'a Matches>,
    /// Kilometres by row, when there is a place to measure from.
    pub distances: Option<&'a [f64]>,
}

impl Order<'_> {
    /// The first `count` of the rows found.
    ///
    /// Relevance is, in this order:
    ///
    /// 1. Open listings before closed ones, in every order.
    /// 2. How well the words fit: for each word its rarity, times how weightily the listing says
    ///    it (name 6, one line and offers 4, services and trades 3, place and placement 2, texts 1;
    ///    saturating), times what the way it was met is worth (the word itself 1, a synonym 0.65,
    ///    a mended word 0.5 …); see `matcher.rs`, `reading.rs` and `document.rs`.
    /// 3. That fit is raised by up to 30 % for confirmed and complete listings, and by up to 40 %
    ///    for near ones when there is a place to measure from. Without words these alone decide:
    ///    the nearest first when there is a place, else the most confirmed and complete. Whoever is known
    ///    to answer within three days gains 4 %, whoever is known not to answer loses as much; without
    ///    words it decides between equals only.
    /// 4. Equals stand in an order that is another each day and holds all day, so that each has its
    ///    turn and the pages of one search fit together.
    pub fn first(&self, snapshot: &Snapshot, found: &FixedBitSet, count: usize) -> Vec<u32> {
        let closed = |row: usize| !snapshot.open.contains(row);
        let by = |ranks: &[u32]| lowest(found, count, |row| (closed(row), ranks[row]));
        match (self.sort, self.matches, self.distances) {
            (Sort::Name, ..) => by(&snapshot.by_name),
            (Sort::Newest, ..) => by(&snapshot.by_newest),
            (Sort::Relevance, Some(matches), _) | (Sort::Distance, Some(matches), None) => {
                self.best(snapshot, matches, found, count)
            }
            (_, _, Some(distances)) => lowest(found, count, |row| {
                (closed(row), Kilometres(distances[row]), snapshot.by_quality[row])
            }),
            (_, None, None) => by(&snapshot.by_quality),
        }
    }

    fn best(&self, snapshot: &Snapshot, matches: &Matches, found: &FixedBitSet, count: usize) -> Vec<u32> {
        let scored = matches.scored.iter().filter(|(row, _)| found.contains(*row as usize));
        let mut scored: Vec<(bool, Score, u32, u32)> = scored
            .map(|(row, fit)| {
                let index = *row as usize;
                let open = snapshot.open.contains(index);
                (open, fit * self.gain(snapshot, index), snapshot.by_quality[index], *row)
            })
            .collect();
        first(&mut scored, count, |a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2)));
        scored.into_iter().map(|(.., row)| row).collect()
    }

    /// What the fit of a row is multiplied by.
    fn gain(&self, snapshot: &Snapshot, row: usize) -> Score {
        let quality = snapshot.rows[row].as_ref().map_or(0, |row| row.quality);
        let quality = Score::from(quality) / Score::from(MAX_QUALITY);
        #[expect(clippy::cast_possible_truncation, reason = "between 0 and 1")]
        let nearness =
            self.distances.map_or(0.0, |distances| (HALF_NEAR / (HALF_NEAR + distances[row])) as Score);
        (1.0 + QUALITY_GAIN * quality)
            * (1.0 + HABIT_GAIN * Score::from(snapshot.lifts[row]))
            * (1.0 + NEARNESS_GAIN * nearness)
    }
}

/// Kilometres that can be ordered.
#[derive(PartialEq, PartialOrd, Clone, Copy)]
struct Kilometres(f64);

impl Eq for Kilometres {}

#[expect(clippy::derive_ord_xor_partial_ord, reason = "distances are never NaN")]
impl Ord for Kilometres {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

fn lowest<K: Ord>(found: &FixedBitSet, count: usize, key: impl Fn(usize) -> K) -> Vec<u32> {
    let rows = found.ones().filter_map(|row| Some((key(row), u32::try_from(row).ok()?)));
    let mut rows: Vec<(K, u32)> = rows.collect();
    first(&mut rows, count, Ord::cmp);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Leaves the first `count` in order.
fn first<T>(items: &mut Vec<T>, count: usize, compare: impl Fn(&T, &T) -> Ordering) {
    if items.len() > count {
        items.select_nth_unstable_by(count, &compare);
        items.truncate(count);
    }
    items.sort_unstable_by(compare);
}
