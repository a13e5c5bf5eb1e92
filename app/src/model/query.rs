//! What a visitor asks of the search page, to and from its address.

use std::collections::BTreeSet;

use content::places::{self, Place};
use url::form_urlencoded;

use super::plain::plain;
use super::{Facet, Filter};

/// Most characters of search text that are used.
pub const MAX_TEXT: usize = 300;
/// The distances one can ask for, in kilometres.
pub const DISTANCES: [u16; 5] = [5, 10, 25, 50, 100];

/// The order of the hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// What fits best first.
    #[default]
    Relevance,
    /// Nearest first; without a place to measure from as [`Sort::Relevance`].
    Distance,
    /// By name, Danish alphabet.
    Name,
    /// Newest in the catalogue first.
    Newest,
}

impl Sort {
    /// All orders as the page shows them.
    pub const ALL: [Self; 4] = [Self::Relevance, Self::Distance, Self::Name, Self::Newest];

    /// Its name in the address.
    #[must_use]
    pub fn param(self) -> &'static str {
        match self {
            Self::Relevance => "relevans",
            Self::Distance => "afstand",
            Self::Name => "navn",
            Self::Newest => "nyeste",
        }
    }
}

/// A search: text, filters, order and page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct SearchQuery {
    /// Search text, trimmed, at most [`MAX_TEXT`] characters.
    pub text: String,
    /// The text is to be taken as typed: no word corrected, none taken for a place.
    pub literal: bool,
    /// The place to measure from, as typed.
    pub near: String,
    /// Only what lies within so many kilometres of that place; one of [`DISTANCES`].
    pub km: Option<u16>,
    /// Chosen filters.
    pub filters: BTreeSet<Filter>,
    /// Order of the hits.
    pub sort: Sort,
    /// Page from 0.
    pub page: usize,
    /// The text was longer than [`MAX_TEXT`] and has been cut.
    pub cut: bool,
    /// The text held what looked like a CPR number; it has been taken out.
    pub had_cpr: bool,
}

impl SearchQuery {
    /// Reads the query part of an address. What is not understood is ignored.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        let mut search = Self::default();
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            match key.as_ref() {
                "q" => (search.text, search.cut) = search.clean(&value),
                "ordret" => search.literal = value == "1",
                "naer" => (search.near, _) = search.clean(&value),
                "km" => search.km = value.parse().ok().filter(|km| DISTANCES.contains(km)),
                "sorter" => {
                    search.sort = Sort::ALL.into_iter().find(|s| s.param() == value).unwrap_or_default();
                }
                "side" => search.page = value.parse::<usize>().unwrap_or(1).saturating_sub(1),
                other => search
                    .filters
                    .extend(Facet::from_param(other).and_then(|facet| Filter::parse(facet, &value))),
            }
        }
        search
    }

    /// A search for one filter alone.
    #[must_use]
    pub fn only(filter: Filter) -> Self {
        Self { filters: BTreeSet::from([filter]), ..Self::default() }
    }

    /// Typed text fit for use, and whether it had to be cut. Remembers a CPR number taken out.
    fn clean(&mut self, typed: &str) -> (String, bool) {
        let typed = plain(typed, MAX_TEXT);
        self.had_cpr |= typed.had_cpr;
        (typed.text, typed.cut)
    }

    /// The place to measure from; none when none was given or it is not known.
    #[must_use]
    pub fn place(&self) -> Option<&'static Place> {
        places::place(&self.near)
    }

    /// The chosen values of one facet.
    pub fn chosen(&self, facet: Facet) -> impl Iterator<Item = Filter> {
        self.filters.iter().copied().filter(move |filter| filter.facet() == facet)
    }

    /// Whether nothing is asked at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.near.is_empty() && self.filters.is_empty()
    }

    /// The same search with one filter less, from the first page.
    #[must_use]
    pub fn without(&self, filter: Filter) -> Self {
        let mut search = self.first_page();
        search.filters.remove(&filter);
        search
    }

    /// The same search with no value of the facet, from the first page.
    #[must_use]
    pub fn without_facet(&self, facet: Facet) -> Self {
        let mut search = self.first_page();
        search.filters.retain(|filter| filter.facet() != facet);
        search
    }

    /// The same search without text, from the first page.
    #[must_use]
    pub fn without_text(&self) -> Self {
        self.with_text("")
    }

    /// The same search with another text, from the first page.
    #[must_use]
    pub fn with_text(&self, text: &str) -> Self {
        Self { text: text.to_owned(), literal: false, ..self.first_page() }
    }

    /// The same search with the text taken as typed, from the first page.
    #[must_use]
    pub fn literally(&self) -> Self {
        Self { literal: true, ..self.first_page() }
    }

    /// The same search from anywhere, from the first page.
    #[must_use]
    pub fn from_anywhere(&self) -> Self {
        Self { near: String::new(), km: None, ..self.first_page() }
    }

    /// The same search at another distance, from the first page; none for any.
    #[must_use]
    pub fn within(&self, km: Option<u16>) -> Self {
        Self { km, ..self.first_page() }
    }

    /// The same search with one filter more, from the first page.
    #[must_use]
    pub fn with(&self, filter: Filter) -> Self {
        let mut search = self.first_page();
        search.filters.insert(filter);
        search
    }

    /// The same search in another order, from the first page.
    #[must_use]
    pub fn sorted(&self, sort: Sort) -> Self {
        Self { sort, ..self.first_page() }
    }

    /// The same search on another page, counted from 0.
    #[must_use]
    pub fn on_page(&self, page: usize) -> Self {
        Self { page, ..self.clone() }
    }

    fn first_page(&self) -> Self {
        Self { cut: false, had_cpr: false, ..self.on_page(0) }
    }

    /// The query part of its address, empty for an empty search. Always in the same
    /// order, so that equal searches have equal addresses.
    #[must_use]
    pub fn to_query_string(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if !self.text.is_empty() {
            query.append_pair("q", &self.text);
            if self.literal {
                query.append_pair("ordret", "1");
            }
        }
        if !self.near.is_empty() {
            query.append_pair("naer", &self.near);
            if let Some(km) = self.km {
                query.append_pair("km", &km.to_string());
            }
        }
        for filter in &self.filters {
            query.append_pair(filter.facet().param(), filter.entry().slug());
        }
        if self.sort != Sort::default() {
            query.append_pair("sorter", self.sort.param());
        }
        if self.page > 0 {
            query.append_pair("side", &(self.page + 1).to_string());
        }
        query.finish()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn filters() -> impl Strategy<Value = BTreeSet<Filter>> {
        let all: Vec<Filter> = Facet::ALL.into_iter().flat_map(Facet::filters).collect();
        proptest::collection::btree_set(proptest::sample::select(all), 0..6)
    }

    proptest! {
        #[test]
        fn a_search_survives_its_address(
            text in "[a-zæøå &+%#?=\"'<>§]{0,40}",
            literal in any::<bool>(),
            near in "[a-zæøå 0-9]{0,10}",
            km in proptest::option::of(proptest::sample::select(DISTANCES.to_vec())),
            filters in filters(),
            sort in proptest::sample::select(Sort::ALL.to_vec()),
            page in 0_usize..50,
        ) {
            let mut search = SearchQuery { filters, sort, page, ..SearchQuery::default() };
            (search.text, _) = search.clean(&text);
            (search.near, _) = search.clean(&near);
            search.literal = literal && !search.text.is_empty();
            search.km = km.filter(|_| !search.near.is_empty());
            prop_assert_eq!(SearchQuery::parse(&search.to_query_string()), search);
        }

        #[test]
        fn nothing_is_an_error(query in ".{0,200}") {
            let _ = SearchQuery::parse(&query);
        }
    }

    #[test]
    fn what_is_not_understood_is_ignored() {
        let search = SearchQuery::parse(
            "kommune=atlantis&farve=gul&sorter=%FF&side=-3&q=%00%FF&rsv=0&kommune=aalborg",
        );
        assert_eq!(search.to_query_string(), "kommune=aalborg");
    }

    #[test]
    fn long_text_is_cut_and_cpr_numbers_are_taken_out() {
        let long = SearchQuery::parse(&format!("q={}", "å".repeat(10_000)));
        assert_eq!((long.text.chars().count(), long.cut), (MAX_TEXT, true));
        let cpr = SearchQuery::parse("q=kantine+010190-1234");
        assert_eq!((cpr.text.as_str(), cpr.had_cpr), ("kantine", true));
    }
}
