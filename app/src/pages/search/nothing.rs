//! What to try when a search finds nothing.

use leptos::prelude::*;

use crate::model::{Facet, Filter, Loosened, Part, Results, SearchQuery};
use crate::parts::counted::places;
use crate::{links, text};

/// What was asked, what giving up one part would bring, and where there are hits.
pub fn nothing<'a>(query: &'a SearchQuery, results: &'a Results) -> impl IntoView + use<'a> {
    view! {
        <div class="nothing">
            <p>"Ingen i kataloget passer på det hele på én gang. Det betyder ikke, at de ikke findes."</p>
            {(!results.loosened.is_empty()).then(|| loosened(query, &results.loosened))}
            {(!results.nearest.is_empty()).then(|| nearest(query, results))}
            <p>
                "Find dem også efter " <a href=links::TRADES>"branche"</a> " eller "
                <a href=links::MUNICIPALITIES>"kommune"</a> ", eller "
                <a href=links::SEARCH>"se alle virksomheder"</a> "."
            </p>
        </div>
    }
}

fn loosened(query: &SearchQuery, loosened: &[Loosened]) -> impl IntoView + use<> {
    let rows: Vec<_> = loosened
        .iter()
        .map(|loosened| {
            let (search, words) = match loosened.without {
                Part::Text => (query.without_text(), format!("“{}”", text::shortened(&query.text, 60))),
                Part::Distance => (query.within(None), "afstand".to_owned()),
                Part::Facet(facet) => {
                    let words: Vec<_> = query.chosen(facet).map(text::filter).collect();
                    (query.without_facet(facet), text::listed(&words))
                }
            };
            view! {
                <li>
                    <a href=links::search(&search) data-swap>{format!("Prøv uden {words}")}</a>
                    <span class="number">{text::number(loosened.total)}</span>
                </li>
            }
        })
        .collect();
    view! { <ul class="counted loosened">{rows}</ul> }
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
