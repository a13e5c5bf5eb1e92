//! What a person looks for in a place, to and from an address. Never who the person is: a need holds no free
//! text but the name of a place to measure from.

use std::collections::BTreeSet;

use content::places::{self, Place};
use url::form_urlencoded;

use super::plain::plain;
use super::{DISTANCES, Facet, Filter, Wish};

/// Hours a week the form offers; any number up to a full week can stand in an address.
pub const WORK_HOURS: [u8; 8] = [2, 4, 8, 12, 16, 20, 30, 37];
/// Most characters of the name of a place.
const MAX_NEAR: usize = 100;

/// Wishes for a place; all of them optional.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Need {
    /// Tasks the person would like, considerations and schemes; no other facets.
    pub values: BTreeSet<Filter>,
    /// Hours a week to begin with, from 1 to 37.
    pub hours: Option<u8>,
    /// The place to measure from, as typed.
    pub near: String,
    /// Only what lies within so many kilometres of that place; one of [`DISTANCES`].
    pub km: Option<u16>,
    /// Whether it must be reached without a car.
    pub without_car: bool,
    /// Page from 0.
    pub page: usize,
    /// The name of the place held what looked like a CPR number; it has been taken out.
    pub had_cpr: bool,
}

impl Need {
    /// The facets that say what somebody looks for in a place.
    pub const FACETS: [Facet; 3] = [Facet::Task, Facet::Consideration, Facet::Scheme];

    /// Reads the query part of an address. What is not understood is ignored.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        let mut need = Self::default();
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            match key.as_ref() {
                "timer" => need.hours = value.parse().ok().filter(|hours| (1..=37).contains(hours)),
                "naer" => {
                    let typed = plain(&value, MAX_NEAR);
                    need.had_cpr |= typed.had_cpr;
                    need.near = typed.text;
                }
                "km" => need.km = value.parse().ok().filter(|km| DISTANCES.contains(km)),
                "udenbil" => need.without_car = value == "1",
                "side" => need.page = value.parse::<usize>().unwrap_or(1).saturating_sub(1),
                other => need.values.extend(
                    Facet::from_param(other)
                        .filter(|facet| Self::FACETS.contains(facet))
                        .and_then(|facet| Filter::parse(facet, &value)),
                ),
            }
        }
        need
    }

    /// A need of one value alone.
    #[must_use]
    pub fn only(value: Filter) -> Self {
        Self { values: BTreeSet::from([value]), ..Self::default() }
    }

    /// The place to measure from; none when none was given or it is not known.
    #[must_use]
    pub fn place(&self) -> Option<&'static Place> {
        places::place(&self.near)
    }

    /// The chosen values of one facet.
    pub fn chosen(&self, facet: Facet) -> impl Iterator<Item = Filter> {
        self.values.iter().copied().filter(move |value| value.facet() == facet)
    }

    /// Every wish, the tasks first.
    pub fn wishes(&self) -> impl Iterator<Item = Wish> {
        let values = Self::FACETS.into_iter().flat_map(|facet| self.chosen(facet)).map(Wish::Value);
        let within = self.km.filter(|_| self.place().is_some()).map(Wish::Within);
        let without_car = self.without_car.then_some(Wish::WithoutCar);
        values.chain(self.hours.map(Wish::Hours)).chain(within).chain(without_car)
    }

    /// Whether nothing is asked at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.near.is_empty() && self.wishes().next().is_none()
    }

    /// The same need with one wish less, from the first page.
    #[must_use]
    pub fn without(&self, wish: Wish) -> Self {
        let mut need = self.on_page(0);
        match wish {
            Wish::Value(value) => drop(need.values.remove(&value)),
            Wish::Hours(_) => need.hours = None,
            Wish::Within(_) => need.km = None,
            Wish::WithoutCar => need.without_car = false,
        }
        need
    }

    /// The same need with another distance, from the first page.
    #[must_use]
    pub fn within(&self, km: Option<u16>) -> Self {
        Self { km, ..self.on_page(0) }
    }

    /// The same need on another page, counted from 0.
    #[must_use]
    pub fn on_page(&self, page: usize) -> Self {
        Self { page, had_cpr: false, ..self.clone() }
    }

    /// The query part of its address, empty when nothing is asked. Always in the same order, so that equal
    /// needs have equal addresses.
    #[must_use]
    pub fn to_query_string(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for value in &self.values {
            query.append_pair(value.facet().param(), value.entry().slug());
        }
        if let Some(hours) = self.hours {
            query.append_pair("timer", &hours.to_string());
        }
        if !self.near.is_empty() {
            query.append_pair("naer", &self.near);
            if let Some(km) = self.km {
                query.append_pair("km", &km.to_string());
            }
        }
        if self.without_car {
            query.append_pair("udenbil", "1");
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

    proptest! {
        #[test]
        fn a_need_survives_its_address(
            values in proptest::collection::btree_set(
                proptest::sample::select(Need::FACETS.into_iter().flat_map(Facet::filters).collect::<Vec<_>>()),
                0..6,
            ),
            hours in proptest::option::of(1_u8..=37),
            near in "[a-zæøå]{0,10}",
            km in proptest::option::of(proptest::sample::select(DISTANCES.to_vec())),
            without_car in any::<bool>(),
            page in 0_usize..50,
        ) {
            let km = km.filter(|_| !near.is_empty());
            let need = Need { values, hours, near, km, without_car, page, had_cpr: false };
            prop_assert_eq!(Need::parse(&need.to_query_string()), need);
        }

        #[test]
        fn nothing_is_an_error(query in ".{0,200}") {
            let _ = Need::parse(&query);
        }
    }

    #[test]
    fn what_is_not_understood_is_ignored() {
        let need = Need::parse("opgave=flyve&kommune=aalborg&q=Navn&timer=90&km=7&udenbil=ja&opgave=dyr");
        assert_eq!(need.to_query_string(), "opgave=dyr");
        let cpr = Need::parse("naer=St%C3%B8vring+010190-1234");
        assert_eq!((cpr.near.as_str(), cpr.had_cpr), ("Støvring", true));
    }
}
