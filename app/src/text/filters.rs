//! What a filter says, as a few words.

use std::borrow::Cow;

use content::Listing;
use content::taxonomy::{Municipality, Term};

use super::label;
use crate::model::{Facet, Field, Filter, SearchQuery};
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

/// The number of hits and what was asked: `12 virksomheder · catering · leverer til Aalborg`.
#[must_use]
pub fn sentence(query: &SearchQuery, total: usize) -> String {
    let mut sentence = companies(total);
    let text = (!query.text.is_empty()).then(|| Cow::from(super::shortened(&query.text, 60)));
    for part in text.into_iter().chain(query.filters.iter().take(4).copied().map(filter)) {
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

    #[test]
    fn a_search_is_one_sentence() {
        let query = SearchQuery::parse("q=catering&leverer=aalborg&kommune=vesthimmerlands");
        assert_eq!(
            sentence(&query, 12),
            "12 virksomheder · catering · i Vesthimmerlands Kommune · leverer til Aalborg"
        );
        assert_eq!(sentence(&SearchQuery::default(), 1), "1 virksomhed");
    }
}
