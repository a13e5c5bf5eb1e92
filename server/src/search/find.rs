//! A search, from what is asked to what is answered.

use app::model::{Counts, Facet, Filter, Hit, Loosened, NEARBY, PAGE_SIZE, Part, Results, SearchQuery, Sort};
use content::map;
use content::places::{self, Place};
use content::taxonomy::{Municipality, Ref};
use fixedbitset::FixedBitSet;
use tantivy::TantivyError;

use super::index::{SearchIndex, Searchable};
use super::matcher::Matches;
use super::places::Reach;
use super::ranking::Order;
use super::reasons::{met, reasons, words};
use super::snapshot::Snapshot;

/// So few hits at a place named in the text that what lies near is shown as well.
const FEW: usize = 4;
/// What lies near must fit at least so well as this share of the best there is.
const GOOD_ENOUGH: f32 = 0.5;

impl SearchIndex {
    /// Answers a search.
    ///
    /// # Errors
    /// When tantivy cannot read its index.
    pub fn find(&self, state: &Searchable, query: &SearchQuery) -> Result<Results, TantivyError> {
        let snapshot = &state.snapshot;
        let reading = self.read(state, &query.text, query.literal)?;
        let matches = if reading.wishes.is_empty() { None } else { Some(state.matches(&reading)?) };
        let reach = reading.place.as_ref().map(|(reach, _)| *reach);
        let asked = Asked::new(snapshot, query, matches.as_ref(), reach);
        let found = asked.without(None);
        let total = found.count_ones(..);
        let pages = total.div_ceil(PAGE_SIZE).max(1);
        let page = query.page.min(pages - 1);
        let from = query.place().or_else(|| reach.and_then(Reach::from)).or_else(|| asked.only_place(total));
        let distances = from.map(|place| snapshot.distances(place));
        let order = Order { sort: query.sort, matches: matches.as_ref(), distances: distances.as_deref() };
        let hit = |row: u32, delivers: Option<Filter>| {
            let row = snapshot.row(row)?;
            let met =
                matches.as_ref().map_or_else(Vec::new, |matches| met(row, &matches.words, &state.vocabulary));
            let reasons = reasons(row, &met, query.filters.iter().copied().chain(delivers));
            let km = from.and_then(|place| row.km_from(place));
            Some(Hit { listing: row.listing.clone(), reasons, words: words(&met), km })
        };
        let first = order.first(snapshot, &found, (page + 1) * PAGE_SIZE);
        let nearby = asked.nearby(&order, &found, total);
        Ok(Results {
            total,
            page,
            pages,
            hits: first.into_iter().skip(page * PAGE_SIZE).filter_map(|row| hit(row, None)).collect(),
            reading: reading.told(),
            from,
            nearby: nearby.into_iter().filter_map(|(row, delivers)| hit(row, delivers)).collect(),
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
    has_words: bool,
    /// Rows the words meet, wherever they lie; all open ones when there are no words.
    anywhere: &'a FixedBitSet,
    /// What the text asks for as a place, and the rows there.
    there: Option<(Reach, FixedBitSet)>,
    /// The rows within the kilometres asked for.
    circle: Option<FixedBitSet>,
    /// For each facet with chosen values, the rows that meet one of them.
    chosen: Vec<(Facet, FixedBitSet)>,
}

impl<'a> Asked<'a> {
    fn new(
        snapshot: &'a Snapshot,
        query: &'a SearchQuery,
        matches: Option<&'a Matches>,
        reach: Option<Reach>,
    ) -> Self {
        let mut chosen: Vec<(Facet, FixedBitSet)> = Vec::new();
        for filter in &query.filters {
            let set = snapshot.set_of(*filter);
            match chosen.iter_mut().find(|(facet, _)| *facet == filter.facet()) {
                Some((_, union)) => union.union_with(set),
                None => chosen.push((filter.facet(), set.clone())),
            }
        }
        Self {
            snapshot,
            query,
            has_words: matches.is_some(),
            anywhere: matches.map_or(&snapshot.open, |matches| &matches.set),
            there: reach.map(|reach| (reach, rows_there(snapshot, reach))),
            circle: query.place().zip(query.km).map(|(place, km)| snapshot.within(place, km)),
            chosen,
        }
    }

    /// The rows found when one facet's filters are left out.
    fn without(&self, left_out: Option<Facet>) -> FixedBitSet {
        let mut rows = self.narrowed(self.anywhere, |facet| Some(facet) != left_out);
        self.there.iter().for_each(|(_, there)| rows.intersect_with(there));
        self.circle.iter().for_each(|circle| rows.intersect_with(circle));
        rows
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
        let mut add = |without: Part, rows: FixedBitSet| {
            loosened.push(Loosened { without, total: rows.count_ones(..) });
        };
        if self.has_words && (!self.chosen.is_empty() || self.circle.is_some()) {
            let mut rows = self.narrowed(&self.snapshot.open, |_| true);
            self.circle.iter().for_each(|circle| rows.intersect_with(circle));
            add(Part::Text, rows);
        }
        if self.there.is_some() {
            let mut rows = self.narrowed(self.anywhere, |_| true);
            self.circle.iter().for_each(|circle| rows.intersect_with(circle));
            add(Part::Place, rows);
        }
        if self.circle.is_some() {
            let mut rows = self.narrowed(self.anywhere, |_| true);
            self.there.iter().for_each(|(_, there)| rows.intersect_with(there));
            add(Part::Distance, rows);
        }
        for (facet, _) in &self.chosen {
            add(Part::Facet(*facet), self.without(Some(*facet)));
        }
        loosened.retain(|loosened| loosened.total > 0);
        loosened
    }

    /// When nothing lies in the one municipality chosen: that one, to measure from.
    fn only_place(&self, total: usize) -> Option<&'static Place> {
        let mut chosen = self.query.chosen(Facet::Located);
        match (chosen.next(), chosen.next()) {
            (Some(only), None) if total == 0 => places::place_named(&municipality(only)?.get().name),
            _ => None,
        }
    }

    /// The municipalities asked for, when so few lie there that what lies near is shown as
    /// well; for a circle without hits that of its middle. None when there are hits enough.
    fn wanting(&self, total: usize) -> Option<Vec<Ref<Municipality>>> {
        match &self.there {
            Some((Reach::In(area) | Reach::To(area), _)) if total < FEW => Some(area.to_vec()),
            Some((Reach::Around(place, _), _)) if total < FEW => {
                Some(place.municipality.into_iter().collect())
            }
            None if total == 0 && self.circle.is_some() => {
                Some(self.query.place()?.municipality.into_iter().collect())
            }
            None if total == 0 => {
                let chosen: Vec<_> = self.query.chosen(Facet::Located).filter_map(municipality).collect();
                Some(chosen).filter(|chosen| !chosen.is_empty())
            }
            _ => None,
        }
    }

    /// What delivers to the place asked for, then what lies nearest it, when few or none
    /// lie there; with the filter of the delivery.
    fn nearby(&self, order: &Order<'_>, found: &FixedBitSet, total: usize) -> Vec<(u32, Option<Filter>)> {
        let Some(places) = self.wanting(total) else {
            return Vec::new();
        };
        let mut rows = self.narrowed(self.anywhere, |facet| facet != Facet::Located || self.there.is_some());
        rows.intersect_with(&self.snapshot.open);
        rows.difference_with(found);
        if let Some(matches) = order.matches {
            let fits = matches.scored.iter().filter(|(row, _)| self.snapshot.open.contains(*row as usize));
            let best = fits.clone().map(|(_, fit)| *fit).fold(0.0, f32::max);
            for (row, _) in fits.filter(|(_, fit)| *fit < GOOD_ENOUGH * best) {
                rows.set(*row as usize, false);
            }
        }
        let nearest = Order { sort: Sort::Distance, ..*order };
        let nearest = nearest.first(self.snapshot, &rows, rows.count_ones(..));
        let filters: Vec<Filter> = places.into_iter().map(Filter::delivers).collect();
        let delivers = |row: u32| {
            filters.iter().copied().find(|filter| self.snapshot.set_of(*filter).contains(row as usize))
        };
        let mut nearby: Vec<(u32, Option<Filter>)> =
            nearest.into_iter().map(|row| (row, delivers(row))).collect();
        nearby.sort_by_key(|(_, delivers)| delivers.is_none());
        nearby.truncate(NEARBY);
        nearby
    }

    /// Municipalities that have hits once place no longer counts, nearest to the chosen ones first.
    fn nearest(&self) -> Vec<(Ref<Municipality>, usize)> {
        let elsewhere =
            self.narrowed(self.anywhere, |facet| !matches!(facet, Facet::Located | Facet::Delivers));
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

/// The rows a place in the text asks for.
fn rows_there(snapshot: &Snapshot, reach: Reach) -> FixedBitSet {
    let (area, delivering) = match reach {
        Reach::In(area) => (area, false),
        Reach::To(area) => (area, true),
        Reach::Around(place, km) => return snapshot.within(place, km),
    };
    let mut rows = FixedBitSet::with_capacity(snapshot.rows.len());
    for place in area {
        rows.union_with(snapshot.set_of(Filter::located(*place)));
        if delivering {
            rows.union_with(snapshot.set_of(Filter::delivers(*place)));
        }
    }
    rows
}

/// The municipality of a filter on place.
fn municipality(filter: Filter) -> Option<Ref<Municipality>> {
    Ref::parse(filter.entry().slug()).ok()
}

/// How far apart the middles of two municipalities lie, in kilometres.
fn apart(a: usize, b: usize) -> f64 {
    let outlines = &map::map().municipalities;
    outlines[a].label.km_to(outlines[b].label)
}
