//! A search, from what is asked to what is answered.

use app::model::{Counts, Facet, Filter, Hit, Loosened, PAGE_SIZE, Part, Results, SearchQuery, Sort};
use content::map;
use content::taxonomy::{Municipality, Ref};
use fixedbitset::FixedBitSet;
use tantivy::{Score, TantivyError};

use super::index::{SearchIndex, Searchable};
use super::matcher::Matches;
use super::reasons::reasons;
use super::snapshot::{MAX_QUALITY, Snapshot};

/// How much a wholly confirmed and complete listing gains over an empty one of the same fit.
const QUALITY_GAIN: Score = 0.3;

impl SearchIndex {
    /// Answers a search.
    ///
    /// # Errors
    /// When tantivy cannot read its index.
    pub fn find(&self, state: &Searchable, query: &SearchQuery) -> Result<Results, TantivyError> {
        let snapshot = &state.snapshot;
        let matches = match query.text.as_str() {
            "" => None,
            text => Some(self.matches(state, text)?).filter(|matches| !matches.terms.is_empty()),
        };
        let asked = Asked::new(snapshot, query, matches.as_ref());
        let found = asked.without(None);
        let total = found.count_ones(..);
        let pages = total.div_ceil(PAGE_SIZE).max(1);
        let page = query.page.min(pages - 1);
        let terms = matches.as_ref().map_or(&[][..], |matches| &matches.terms);
        let hits = ranked(snapshot, query.sort, matches.as_ref(), &found, (page + 1) * PAGE_SIZE)
            .into_iter()
            .skip(page * PAGE_SIZE)
            .filter_map(|number| snapshot.row(number))
            .map(|row| Hit {
                listing: row.listing.clone(),
                reasons: reasons(row, terms, query),
                words: Vec::new(),
                km: None,
            })
            .collect();
        Ok(Results {
            total,
            page,
            pages,
            hits,
            reading: app::model::Reading::default(),
            from: query.place(),
            nearby: Vec::new(),
            counts: asked.counts(&found),
            loosened: if total == 0 { asked.loosened() } else { Vec::new() },
            nearest: if total == 0 { asked.nearest() } else { Vec::new() },
        })
    }
}

/// A search as sets of rows.
struct Asked<'a> {
    snapshot: &'a Snapshot,
    query: &'a SearchQuery,
    /// Rows the text meets; all open ones when there is no text.
    text: &'a FixedBitSet,
    /// For each facet with chosen values, the rows that meet one of them.
    chosen: Vec<(Facet, FixedBitSet)>,
}

impl<'a> Asked<'a> {
    fn new(snapshot: &'a Snapshot, query: &'a SearchQuery, matches: Option<&'a Matches>) -> Self {
        let mut chosen: Vec<(Facet, FixedBitSet)> = Vec::new();
        for filter in &query.filters {
            let set = snapshot.set_of(*filter);
            match chosen.iter_mut().find(|(facet, _)| *facet == filter.facet()) {
                Some((_, union)) => union.union_with(set),
                None => chosen.push((filter.facet(), set.clone())),
            }
        }
        let text = matches.map_or(&snapshot.open, |matches| &matches.set);
        Self { snapshot, query, text, chosen }
    }

    /// The rows found when one facet's filters are left out.
    fn without(&self, left_out: Option<Facet>) -> FixedBitSet {
        self.narrowed(self.text, |facet| Some(facet) != left_out)
    }

    fn narrowed(&self, start: &FixedBitSet, applies: impl Fn(Facet) -> bool) -> FixedBitSet {
        let mut rows = start.clone();
        for (_, set) in self.chosen.iter().filter(|(facet, _)| applies(*facet)) {
            rows.intersect_with(set);
        }
        rows
    }

    /// For every value: the hits with that value in place of its facet's chosen ones.
    fn counts(&self, found: &FixedBitSet) -> Counts {
        let mut others: Vec<(Facet, FixedBitSet)> = Vec::new();
        others.extend(self.chosen.iter().map(|(facet, _)| (*facet, self.without(Some(*facet)))));
        Counts::by(|filter| {
            let base =
                others.iter().find(|(facet, _)| *facet == filter.facet()).map_or(found, |(_, set)| set);
            base.intersection_count(self.snapshot.set_of(filter))
        })
    }

    /// What each part given up alone would bring.
    fn loosened(&self) -> Vec<Loosened> {
        let mut loosened = Vec::new();
        if !self.query.text.is_empty() && !self.chosen.is_empty() {
            let total = self.narrowed(&self.snapshot.open, |_| true).count_ones(..);
            loosened.push(Loosened { without: Part::Text, total });
        }
        for (facet, _) in &self.chosen {
            let total = self.without(Some(*facet)).count_ones(..);
            loosened.push(Loosened { without: Part::Facet(*facet), total });
        }
        loosened.retain(|loosened| loosened.total > 0);
        loosened
    }

    /// Municipalities that have hits once place no longer counts, nearest to the chosen ones first.
    fn nearest(&self) -> Vec<(Ref<Municipality>, usize)> {
        let elsewhere = self.narrowed(self.text, |facet| !matches!(facet, Facet::Located | Facet::Delivers));
        let chosen: Vec<Filter> =
            self.query.chosen(Facet::Located).chain(self.query.chosen(Facet::Delivers)).collect();
        let mut nearest: Vec<(Ref<Municipality>, usize)> = Ref::every()
            .map(|place: Ref<Municipality>| {
                (place, elsewhere.intersection_count(self.snapshot.set_of(Filter::located(place))))
            })
            .filter(|(_, count)| *count > 0)
            .collect();
        nearest.sort_by(|(a, hits_a), (b, hits_b)| {
            let away = |place: Ref<Municipality>| {
                chosen.iter().map(|from| apart(from.index(), place.index())).fold(f64::INFINITY, f64::min)
            };
            away(*a).total_cmp(&away(*b)).then(hits_b.cmp(hits_a))
        });
        nearest.truncate(4);
        nearest
    }
}

/// How far apart the middles of two municipalities lie on the drawing, for comparing only.
fn apart(a: usize, b: usize) -> f64 {
    let outlines = &map::map().municipalities;
    let (a, b) = (outlines[a].label, outlines[b].label);
    // A degree of longitude is 0.55 of one of latitude here.
    (a.lat - b.lat).hypot((a.lon - b.lon) * 0.55)
}

/// The first `count` of the rows found, in the order asked for.
///
/// Relevance is: how well the words fit (BM25 over weighted fields), times a little
/// more for confirmed and complete listings; closed listings last; equals in an order
/// that changes each day and holds all day.
fn ranked(
    snapshot: &Snapshot,
    sort: Sort,
    matches: Option<&Matches>,
    found: &FixedBitSet,
    count: usize,
) -> Vec<u32> {
    match (sort, matches) {
        (Sort::Relevance, Some(matches)) => {
            let mut scored: Vec<(bool, Score, u32, u32)> = matches
                .scored
                .iter()
                .filter(|(number, _)| found.contains(*number as usize))
                .map(|(number, score)| {
                    let quality = snapshot.row(*number).map_or(0, |row| row.quality);
                    let quality = Score::from(quality) / Score::from(MAX_QUALITY);
                    let open = snapshot.open.contains(*number as usize);
                    let rank = snapshot.by_quality[*number as usize];
                    (open, score * (1.0 + QUALITY_GAIN * quality), rank, *number)
                })
                .collect();
            first(&mut scored, count, |a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2)));
            scored.into_iter().map(|(.., number)| number).collect()
        }
        (sort, _) => {
            let ranks = match sort {
                Sort::Relevance | Sort::Distance => &snapshot.by_quality,
                Sort::Name => &snapshot.by_name,
                Sort::Newest => &snapshot.by_newest,
            };
            let mut numbers: Vec<(u32, u32)> =
                found.ones().filter_map(|index| Some((ranks[index], u32::try_from(index).ok()?))).collect();
            first(&mut numbers, count, Ord::cmp);
            numbers.into_iter().map(|(_, number)| number).collect()
        }
    }
}

/// Leaves the first `count` in order.
fn first<T>(items: &mut Vec<T>, count: usize, compare: impl Fn(&T, &T) -> std::cmp::Ordering) {
    if items.len() > count {
        items.select_nth_unstable_by(count, &compare);
        items.truncate(count);
    }
    items.sort_unstable_by(compare);
}
