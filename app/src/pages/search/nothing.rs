//! What to try when a search finds nothing.

use leptos::prelude::*;

use super::nearby::nearby;
use crate::model::{AsOf, Facet, Filter, Part, Reading, Results, SearchQuery};
use crate::parts::counted::places;
use crate::{links, text};

/// Why there is nothing, what lies near, what giving up one part would bring, and where
/// there are hits.
pub fn nothing<'a>(query: &'a SearchQuery, results: &'a Results, as_of: &AsOf) -> impl IntoView + use<'a> {
    let elsewhere = results.nearby.is_empty() && !results.nearest.is_empty();
    view! {
        <div class="nothing">
            {why(query, results)}
            {nearby(results, as_of)}
            {loosened(query, results)}
            {elsewhere.then(|| nearest(query, results))}
            <p>
                "Find dem også efter " <a href=links::TRADES>"branche"</a> " eller "
                <a href=links::MUNICIPALITIES>"kommune"</a> ", eller "
                <a href=links::SEARCH>"se alle virksomheder"</a> "."
            </p>
        </div>
    }
}

/// The words nobody has, else the place where nobody is, else that nobody meets it all.
fn why(query: &SearchQuery, results: &Results) -> impl IntoView + use<> {
    let unmet = &results.reading.unmet;
    let words = if !unmet.is_empty() {
        let words = text::quoted(unmet);
        format!(
            "Ingen i kataloget nævner {words}. Måske findes det under et andet navn: Prøv et ord, der ligner."
        )
    } else if let (false, Some(place)) = (results.nearby.is_empty(), &results.reading.place) {
        text::none_there(&place.label, &place.rest, !query.filters.is_empty())
    } else {
        "Ingen i kataloget passer på det hele på én gang. Det betyder ikke, at de ikke findes.".to_owned()
    };
    view! { <p>{words}</p> }
}

fn loosened(query: &SearchQuery, results: &Results) -> impl IntoView + use<> {
    let rows: Vec<_> = results
        .loosened
        .iter()
        .filter_map(|loosened| Some((given_up(query, &results.reading, loosened.without)?, loosened.total)))
        .map(|((search, words), total)| {
            view! {
                <li>
                    <a href=links::search(&search) data-swap>{format!("Prøv uden {words}")}</a>
                    <span class="number">{text::number(total)}</span>
                </li>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <ul class="counted loosened">{rows}</ul> })
}

/// The search without one part, and what that part is called.
fn given_up(query: &SearchQuery, reading: &Reading, part: Part) -> Option<(SearchQuery, String)> {
    match part {
        Part::Text => Some((query.without_text(), text::quote(&query.text))),
        Part::Distance => Some((query.within(None), "grænse for afstanden".to_owned())),
        Part::Facet(facet) => {
            let words: Vec<_> = query.chosen(facet).map(text::filter).collect();
            Some((query.without_facet(facet), text::listed(&words)))
        }
        Part::Place => {
            let place = reading.place.as_ref()?;
            Some((query.with_text(&place.rest), format!("stedet {}", place.place)))
        }
    }
}

fn nearest(query: &SearchQuery, results: &Results) -> impl IntoView + use<> {
    let mut rows = results.nearest.iter().map(|&(place, count)| {
        let anywhere = query.without_facet(Facet::Located).without_facet(Facet::Delivers);
        (place, links::search(&anywhere.with(Filter::located(place))), count)
    });
    view! {
        <h3>"Her er der nogen, nærmest først"</h3>
        {places(&mut rows)}
    }
}
