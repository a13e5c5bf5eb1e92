//! What a filter says, as a few words.

use std::borrow::Cow;

use content::Listing;
use content::taxonomy::{Municipality, Term};

use super::label;
use crate::model::{Facet, Field, Filter, Reading, SearchQuery};
use crate::text::companies;

/// The heading of a facet.
#[must_use]
pub fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Located => "Ligger i",
        Facet::Delivers => "Leverer til",
        Facet::Trade => "Branche",
        Facet::Service => "Vare eller ydelse",
        Facet::Cooperation => "Samarbejdsform",
        Facet::Scheme => "Ordning",
        Facet::Task => "Opgave",
        Facet::Consideration => "Hensyn, de kan tage",
        Facet::Rsv => "Statens register",
    }
}

/// A filter on its own, such as on a chip.
#[must_use]
pub fn filter(filter: Filter) -> Cow<'static, str> {
    match filter.facet() {
        Facet::Located => format!("i {}", Municipality::all()[filter.index()].name).into(),
        Facet::Delivers => format!("leverer til {}", filter.entry().label()).into(),
        _ => filter.entry().label().into(),
    }
}

/// A filter as the reason why a listing was found.
#[must_use]
pub fn reason(met: Filter, listing: &Listing) -> Cow<'static, str> {
    let register = || listing.label.as_ref().and_then(|found| label(found).register);
    match met.facet() {
        Facet::Rsv => register().map_or_else(|| filter(met), Cow::from),
        _ => filter(met),
    }
}

/// Where in a listing words were found.
#[must_use]
pub fn field(field: Field) -> &'static str {
    match field {
        Field::Name => "i navnet",
        Field::OneLine => "i det, de sælger",
        Field::Offers => "i tilbuddene",
        Field::Services => "i ydelserne",
        Field::Trades => "i branchen",
        Field::Place => "i adressen",
        Field::Placement => "i plads til mennesker",
        Field::Description => "i beskrivelsen",
    }
}

/// The number of hits and what was asked, place and words as they were read:
/// `12 virksomheder · catering · i Aalborg Kommune · leverer til Aalborg`.
#[must_use]
pub fn sentence(query: &SearchQuery, total: usize, reading: &Reading) -> String {
    let text = super::searched(query, reading);
    let text = (!text.is_empty()).then(|| Cow::from(super::shortened(text, 60)));
    let named = reading.place.as_ref().map(|place| Cow::from(place.label.as_str()));
    let near = super::near(query).map(Cow::from);
    let filters = query.filters.iter().take(4).map(|met| -> Cow<'_, str> { filter(*met) });
    let mut sentence = companies(total);
    for part in text.into_iter().chain(named).chain(near).chain(filters) {
        sentence.push_str(" · ");
        sentence.push_str(&part);
    }
    if query.filters.len() > 4 {
        sentence.push_str(" · flere filtre");
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PlaceInText;

    #[test]
    fn a_search_is_one_sentence() {
        let read = Reading::default();
        for (query, words) in [
            ("", "12 virksomheder"),
            (
                "q=catering&leverer=aalborg&kommune=vesthimmerlands",
                "12 virksomheder · catering · i Vesthimmerlands Kommune · leverer til Aalborg",
            ),
            ("q=mad&naer=stovring&km=25", "12 virksomheder · mad · højst 25 km fra Støvring"),
            ("naer=9530", "12 virksomheder · nær 9530 Støvring"),
            ("naer=atlantis", "12 virksomheder"),
        ] {
            assert_eq!(sentence(&SearchQuery::parse(query), 12, &read), words);
        }
        assert_eq!(sentence(&SearchQuery::default(), 1, &read), "1 virksomhed");
    }

    #[test]
    fn a_place_in_the_text_is_said_as_a_place() {
        let place = |rest: &str| Reading {
            place: Some(PlaceInText {
                label: "i Aalborg Kommune".into(),
                place: "Aalborg Kommune".into(),
                name: "aalborg".into(),
                typed: "i aalborg".into(),
                rest: rest.into(),
            }),
            ..Reading::default()
        };
        let query = SearchQuery::parse("q=catering+aalborg");
        assert_eq!(
            sentence(&query, 12, &place("catering")),
            "12 virksomheder · catering · i Aalborg Kommune"
        );
        let query = SearchQuery::parse("q=aalborg");
        assert_eq!(sentence(&query, 2, &place("")), "2 virksomheder · i Aalborg Kommune");
    }
}
