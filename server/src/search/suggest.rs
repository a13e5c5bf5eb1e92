//! What a half-typed text may lead to.

use std::collections::{HashMap, HashSet};
use std::sync::{LazyLock, OnceLock};

use app::model::{Facet, Filter, SUGGESTIONS, Suggested, Suggestion};
use content::folding::fold;
use content::places::{self, Place, towns};
use tantivy::TantivyError;

use super::analysis::words;
use super::index::{SearchIndex, Searchable};
use super::names::spellings;
use super::snapshot::Snapshot;

/// Fewest letters by which a search word of a service or trade is known.
const WORD_BEGUN: usize = 3;
/// How far a suggested town reaches, in kilometres.
const NEAR: u16 = 25;
/// Most names looked at; fewer while one or two letters say little.
const MOST_NAMES: usize = 400;
const MOST_NAMES_AT_FIRST: usize = 80;
/// Most towns suggested; the largest come first.
const MOST_TOWNS: usize = 4;
/// Most letters for which anything is suggested.
const LONGEST: usize = 60;
/// Most likely words tried when nothing begins as typed.
const MOST_MENDED: usize = 3;

/// The rank of search words: below all names.
const SEARCH_WORD: u8 = 2;

/// Something with a name that can be begun: the better the place of the name, the lower its rank.
struct Named {
    names: Vec<(String, u8)>,
    to: Target,
}

#[derive(Clone, Copy)]
enum Target {
    Filter(Filter),
    Town(&'static Place),
}

static NAMED: LazyLock<Vec<Named>> = LazyLock::new(|| {
    let facets = [Facet::Service, Facet::Trade, Facet::Located];
    let filters = facets.into_iter().flat_map(Facet::filters).map(|filter| {
        let entry = filter.entry();
        // The other names of a municipality are names; the search words of a service only lead to it.
        let rank = if filter.facet() == Facet::Located { 0 } else { SEARCH_WORD };
        let others = entry.search().iter().map(|word| (word.as_str(), rank));
        Named::new([(entry.label(), 0)].into_iter().chain(others), Target::Filter(filter))
    });
    let mut by_size: Vec<&places::Town> = towns().iter().collect();
    by_size.sort_by_key(|town| std::cmp::Reverse(town.population));
    let known = |town: &&places::Town| !places::area(&town.name).contains(&town.municipality);
    let towns = by_size.into_iter().filter(known).filter_map(|town| {
        let names = town.spellings().chain([town.name.as_str()]).map(|name| (name, 0));
        Some(Named::new(names, Target::Town(places::place_named(&town.name)?)))
    });
    filters.chain(towns).collect()
});

impl Named {
    fn new<'a>(names: impl Iterator<Item = (&'a str, u8)>, to: Target) -> Self {
        let mut all: Vec<(String, u8)> = Vec::new();
        for (name, rank) in names {
            for whole in spellings(name) {
                // "polering" of a name comes after "vindues…" that it begins with.
                let later = whole.match_indices(' ').map(|(at, _)| (whole[at + 1..].to_owned(), rank + 1));
                all.extend(later.collect::<Vec<_>>());
                all.push((whole.into(), rank));
            }
        }
        Self { names: all, to }
    }

    /// How well it begins with the text, 0 best.
    fn rank(&self, begun: &str) -> Option<u8> {
        let names = self.names.iter().filter(|(name, _)| name.starts_with(begun)).map(|(_, rank)| *rank);
        names.filter(|rank| *rank < SEARCH_WORD || begun.len() >= WORD_BEGUN).min()
    }
}

/// How many open listings lie around each town that can be suggested. Counting looks at every
/// address, so each town is counted once for a state of the catalogue, when it is first asked for.
pub struct AroundTowns(HashMap<&'static str, OnceLock<usize>>);

impl Default for AroundTowns {
    fn default() -> Self {
        let town = |named: &Named| match named.to {
            Target::Town(place) => Some((place.name.as_str(), OnceLock::new())),
            Target::Filter(_) => None,
        };
        Self(NAMED.iter().filter_map(town).collect())
    }
}

impl AroundTowns {
    fn count(&self, snapshot: &Snapshot, place: &'static Place) -> usize {
        let count = || snapshot.open.intersection_count(&snapshot.within(place, NEAR));
        self.0.get(place.name.as_str()).map_or_else(count, |known| *known.get_or_init(count))
    }
}

impl SearchIndex {
    /// What the text typed so far may lead to: services, trades, listings and places, of each at
    /// most [`SUGGESTIONS`], only such that lead to hits. When nothing begins as typed, the text is
    /// taken for mistyped.
    ///
    /// # Errors
    /// When tantivy cannot read its index.
    pub fn suggest(&self, state: &Searchable, typed: &str) -> Result<Vec<Suggestion>, TantivyError> {
        let folded = fold(typed);
        let all: Vec<&str> = words(&folded).collect();
        let Some((last, before)) = all.split_last().filter(|_| folded.len() <= LONGEST) else {
            return Ok(Vec::new());
        };
        let mut found = state.suggested(&all.join(" "))?;
        if found.is_empty() && !before.is_empty() {
            found = self.in_place(state, typed, last)?;
        }
        if found.is_empty() {
            let likely = state.vocabulary.beginning_like(last);
            for word in likely.into_iter().take(MOST_MENDED) {
                let mended: Vec<&str> = before.iter().copied().chain([word.as_str()]).collect();
                found = state.suggested(&mended.join(" "))?;
                if !found.is_empty() {
                    break;
                }
            }
        }
        Ok(found)
    }

    /// The text in the municipalities whose name its last word begins: "catering aal".
    fn in_place(&self, state: &Searchable, typed: &str, last: &str) -> Result<Vec<Suggestion>, TantivyError> {
        let begun = |named: &&Named| {
            matches!(named.to, Target::Filter(filter) if filter.facet() == Facet::Located)
                && named.rank(last).is_some()
        };
        let places: Vec<&Named> = NAMED.iter().filter(begun).collect();
        if places.is_empty() {
            return Ok(Vec::new());
        }
        let text = words(typed).last().and_then(|word| typed.rsplit_once(word)).map_or("", |(text, _)| text);
        let text = text.trim().trim_end_matches(" i").trim();
        let matches = state.matches(&self.read(state, text, false)?)?;
        let found = places.into_iter().filter_map(|named| {
            let Target::Filter(filter) = named.to else { return None };
            let count = matches.set.intersection_count(state.snapshot.set_of(filter));
            (count > 0)
                .then(|| Suggestion { to: Suggested::TextIn(text.to_owned(), filter), count: Some(count) })
        });
        Ok(found.take(SUGGESTIONS).collect())
    }
}

impl Searchable {
    fn suggested(&self, begun: &str) -> Result<Vec<Suggestion>, TantivyError> {
        let fitting = NAMED.iter().filter_map(|named| Some((named.rank(begun)?, named.to)));
        let (filters, mut towns): (Vec<_>, Vec<_>) =
            fitting.partition(|(_, to)| matches!(to, Target::Filter(_)));
        towns.sort_by_key(|(rank, _)| *rank);
        towns.truncate(MOST_TOWNS);
        let counted = filters.into_iter().chain(towns).map(|(rank, to)| (rank, self.counted(to)));
        let mut ranked: Vec<(u8, usize, Suggested)> = counted
            .filter(|(_, (_, count))| *count > 0)
            .map(|(rank, (to, count))| (rank, count, to))
            .collect();
        ranked.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        let of = |kind: fn(&Suggested) -> bool| {
            let kind = ranked.iter().filter(move |(.., to)| kind(to)).take(SUGGESTIONS);
            kind.map(|(_, count, to)| Suggestion { to: to.clone(), count: Some(*count) }).collect::<Vec<_>>()
        };
        let mut found = of(|to| is_of(to, Facet::Service));
        found.extend(self.names_beginning(begun)?);
        found.extend(of(|to| is_of(to, Facet::Trade)));
        found.extend(of(|to| is_of(to, Facet::Located) || matches!(to, Suggested::Near(..))));
        Ok(found)
    }

    /// Where a target leads, and how many open listings there are.
    fn counted(&self, to: Target) -> (Suggested, usize) {
        let open = &self.snapshot.open;
        match to {
            Target::Filter(filter) => {
                (Suggested::Filter(filter), open.intersection_count(self.snapshot.set_of(filter)))
            }
            Target::Town(place) => (Suggested::Near(place, NEAR), self.around.count(&self.snapshot, place)),
        }
    }

    /// Listings with a name, or a word of it, that begins so.
    fn names_beginning(&self, begun: &str) -> Result<Vec<Suggestion>, TantivyError> {
        let first = begun.split(' ').next().unwrap_or(begun);
        let snapshot = &self.snapshot;
        let most = if begun.len() < WORD_BEGUN { MOST_NAMES_AT_FIRST } else { MOST_NAMES };
        let rows: HashSet<u32> = self.names.beginning_with(first, most)?.into_iter().collect();
        let mut ranked: Vec<(bool, u8, u32, u32)> = rows
            .into_iter()
            .filter_map(|row| {
                let rank =
                    snapshot.row(row)?.spellings.iter().filter_map(|name| begins(name, begun)).min()?;
                Some((!snapshot.open.contains(row as usize), rank, snapshot.by_quality[row as usize], row))
            })
            .collect();
        ranked.sort_unstable();
        let rows = ranked.into_iter().take(SUGGESTIONS).filter_map(|(.., row)| snapshot.row(row));
        let listings = rows.map(|row| Suggested::Listing(row.listing.clone()));
        Ok(listings.map(|to| Suggestion { to, count: None }).collect())
    }
}

/// How well the spelling of a name begins with the text: 0 at its start, 1 at a later word.
fn begins(name: &str, begun: &str) -> Option<u8> {
    if name.starts_with(begun) { Some(0) } else { name.contains(&format!(" {begun}")).then_some(1) }
}

fn is_of(to: &Suggested, facet: Facet) -> bool {
    matches!(to, Suggested::Filter(filter) if filter.facet() == facet)
}
