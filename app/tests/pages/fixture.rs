//! A catalogue in memory: the seed listings, found by looking at each.

mod matching;
mod reading;

use std::sync::Arc;

use app::catalogue::{Catalogue, Unavailable};
use app::model::{
    AsOf, Counts, Facet, Field, Filter, Hit, Listing, Loosened, Matched, NEARBY, Need, Overview, PAGE_SIZE,
    Part, Reading, Reason, Results, SearchQuery, Sort, Suggestion,
};
use chrono::NaiveDate;
use content::listing::State;
use content::places::Place;
use content::taxonomy::{Municipality, Ref};

/// The catalogue.
pub struct Fixture(pub Vec<Arc<Listing>>);

impl Fixture {
    /// With the seed listings.
    pub fn seed() -> Self {
        Self(content::seed::listings().unwrap().into_iter().map(Arc::new).collect())
    }

    fn open(&self) -> impl Iterator<Item = &Arc<Listing>> {
        self.0.iter().filter(|listing| matches!(listing.state, State::Public | State::Paused))
    }

    /// The open listings near enough that meet the text, each with the filters it meets.
    fn named(&self, query: &SearchQuery) -> Vec<Named<'_>> {
        let words: Vec<String> = query.text.split_whitespace().map(str::to_lowercase).collect();
        let named = self.open().map(|listing| (listing, Filter::met_by(listing)));
        named
            .filter(|(listing, met)| {
                let known = known_words(listing, met);
                words.iter().all(|word| known.contains(word))
            })
            .filter(|(listing, _)| reading::near_enough(listing, query))
            .collect()
    }

    /// What lies outside the place named in the text, when few or none lie inside.
    fn nearby(&self, query: &SearchQuery, reading: &Reading, total: usize) -> Vec<Hit> {
        let from = reading::named(reading).filter(|_| total < NEARBY);
        let elsewhere = query.without_facet(Facet::Located);
        let named = self.named(&elsewhere);
        let outside = found(&named, &elsewhere).into_iter();
        let outside =
            outside.filter(|listing| from.is_some_and(|from| listing.municipality != from.municipality));
        outside.take(NEARBY).map(|listing| hit(listing, &elsewhere, from)).collect()
    }

    /// `asked` is the search before the place in its text became a filter.
    fn loosened(&self, asked: &SearchQuery, query: &SearchQuery) -> Vec<Loosened> {
        let facets = Facet::ALL.into_iter().filter(|facet| query.chosen(*facet).next().is_some());
        let part =
            |facet| if asked.chosen(facet).next().is_some() { Part::Facet(facet) } else { Part::Place };
        let facets = facets.map(|facet| (part(facet), query.without_facet(facet)));
        let text = (!query.text.is_empty()).then(|| (Part::Text, query.without_text()));
        let distance = query.km.map(|_| (Part::Distance, query.within(None)));
        let parts = text.into_iter().chain(facets).chain(distance);
        let parts = parts
            .map(|(without, query)| Loosened { without, total: found(&self.named(&query), &query).len() });
        parts.filter(|loosened| loosened.total > 0).collect()
    }
}

type Named<'a> = (&'a Arc<Listing>, Vec<Filter>);

fn found<'a>(named: &[Named<'a>], query: &SearchQuery) -> Vec<&'a Arc<Listing>> {
    let meets = |met: &[Filter]| {
        Facet::ALL.into_iter().all(|facet| {
            let mut chosen = query.chosen(facet).peekable();
            chosen.peek().is_none() || chosen.any(|filter| met.contains(&filter))
        })
    };
    named.iter().filter(|(_, met)| meets(met)).map(|(listing, _)| *listing).collect()
}

/// Hits there would be with one value alone in its facet.
fn count(named: &[Named<'_>], query: &SearchQuery, filter: Filter) -> usize {
    found(named, &query.without_facet(filter.facet()).with(filter)).len()
}

fn nearest(named: &[Named<'_>], query: &SearchQuery) -> Vec<(Ref<Municipality>, usize)> {
    let anywhere = query.without_facet(Facet::Located).without_facet(Facet::Delivers);
    Ref::every()
        .map(|place| (place, count(named, &anywhere, Filter::located(place))))
        .filter(|(_, count)| *count > 0)
        .collect()
}

fn known_words(listing: &Listing, met: &[Filter]) -> String {
    let mut words = format!("{} {} {}", listing.name, listing.one_line, listing.description);
    for filter in met {
        words.push(' ');
        words.push_str(filter.entry().label());
    }
    words.to_lowercase()
}

fn hit(listing: &Arc<Listing>, query: &SearchQuery, from: Option<&Place>) -> Hit {
    let km = from.and_then(|from| reading::kilometres(listing, from));
    Hit { listing: Arc::clone(listing), reasons: reasons(listing, query), words: words(listing, query), km }
}

/// The words of the texts shown on cards that begin like a word asked for, each once.
fn words(listing: &Listing, query: &SearchQuery) -> Vec<String> {
    let offers: Vec<_> = listing.offers.iter().map(|offer| offer.title.as_str()).collect();
    let text = format!("{} {} {} {}", listing.name, listing.one_line, offers.join(" "), listing.description);
    let mut words = met(&text, query);
    words.sort_unstable();
    words.dedup();
    words
}

fn met(text: &str, query: &SearchQuery) -> Vec<String> {
    let asked: Vec<String> = query.text.split_whitespace().map(str::to_lowercase).collect();
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let met = words.filter(|word| asked.iter().any(|asked| word.to_lowercase().starts_with(asked)));
    met.map(str::to_owned).collect()
}

fn reasons(listing: &Listing, query: &SearchQuery) -> Vec<Reason> {
    let met = met(&listing.one_line, query);
    let words = (!met.is_empty()).then_some(Reason::Words { field: Field::OneLine, words: met });
    let met = Filter::met_by(listing);
    let filters = query.filters.iter().filter(|filter| met.contains(filter));
    words.into_iter().chain(filters.copied().map(Reason::Filter)).collect()
}

#[async_trait::async_trait]
impl Catalogue for Fixture {
    async fn search(&self, asked: &SearchQuery) -> Result<Results, Unavailable> {
        let (query, reading) = &reading::read(asked);
        let from = query.place().or_else(|| reading::named(reading));
        let named = self.named(query);
        let mut found = found(&named, query);
        if let (Sort::Distance, Some(from)) = (query.sort, from) {
            let away = |listing: &Listing| reading::kilometres(listing, from).unwrap_or(f64::INFINITY);
            found.sort_by(|a, b| away(a).total_cmp(&away(b)));
        }
        let pages = found.len().div_ceil(PAGE_SIZE).max(1);
        let page = query.page.min(pages - 1);
        let hits = found.iter().skip(page * PAGE_SIZE).take(PAGE_SIZE);
        let hits = hits.map(|listing| hit(listing, query, from));
        let none = found.is_empty();
        Ok(Results {
            total: found.len(),
            page,
            pages,
            hits: hits.collect(),
            reading: reading.clone(),
            from,
            nearby: self.nearby(query, reading, found.len()),
            counts: Counts::by(|filter| count(&named, query, filter)),
            loosened: if none { self.loosened(asked, query) } else { Vec::new() },
            nearest: if none { nearest(&named, query) } else { Vec::new() },
        })
    }

    async fn places_for(&self, need: &Need, today: NaiveDate) -> Result<Matched, Unavailable> {
        Ok(matching::places_for(self.open(), need, today))
    }

    async fn suggest(&self, _: &str) -> Result<Vec<Suggestion>, Unavailable> {
        Ok(Vec::new())
    }

    async fn listing(&self, slug: &str) -> Result<Option<Arc<Listing>>, Unavailable> {
        Ok(self.0.iter().find(|listing| listing.slug == slug && listing.is_visible()).cloned())
    }

    async fn similar(&self, listing: &Listing, count: usize) -> Result<Vec<Arc<Listing>>, Unavailable> {
        let like = |other: &&Arc<Listing>| {
            other.slug != listing.slug && other.trades.iter().any(|trade| listing.trades.contains(trade))
        };
        Ok(self.open().filter(like).take(count).cloned().collect())
    }

    async fn newest(&self, count: usize) -> Result<Vec<Arc<Listing>>, Unavailable> {
        Ok(self.open().take(count).cloned().collect())
    }

    async fn having(&self, value: Filter) -> Result<Vec<Arc<Listing>>, Unavailable> {
        Ok(self.open().filter(|listing| Filter::met_by(listing).contains(&value)).cloned().collect())
    }

    async fn overview(&self) -> Result<Overview, Unavailable> {
        let none = SearchQuery::default();
        let named = self.named(&none);
        let counts = Counts::by(|filter| count(&named, &none, filter));
        Ok(Overview { total: self.open().count(), counts })
    }

    fn as_of(&self, today: NaiveDate) -> AsOf {
        AsOf::day(today)
    }

    async fn slugs(&self) -> Result<Vec<String>, Unavailable> {
        let visible = self.0.iter().filter(|listing| listing.is_visible());
        Ok(visible.map(|listing| listing.slug.clone()).collect())
    }
}
