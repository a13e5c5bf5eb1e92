//! The filters of the search page: every value with the number it would give.

mod value;

use std::cmp::Reverse;

use leptos::prelude::*;

use super::icon::icon;
use crate::model::{Counts, Facet, Filter, SearchQuery};
use crate::text;

/// Values shown at once; the rest unfold.
const SHOWN: usize = 7;
/// Facets of at most so many values unfold nothing.
const FEW: usize = 9;

/// Facets that belong together.
struct Group {
    id: &'static str,
    title: &'static str,
    help: &'static str,
    facets: &'static [Facet],
}

const GROUPS: [Group; 5] = [
    Group { id: "hvor", title: "Hvor", help: "", facets: &[Facet::Located, Facet::Delivers] },
    Group { id: "hvad", title: "Branche og ydelser", help: "", facets: &[Facet::Trade, Facet::Service] },
    Group {
        id: "samarbejde",
        title: "Sådan kan I samarbejde",
        help: "Køb er én måde. Der er flere.",
        facets: &[Facet::Cooperation],
    },
    Group {
        id: "plads",
        title: "Plads til mennesker",
        help: "Til kommunen, borgere og pårørende: steder, hvor man kan begynde.",
        facets: &[Facet::Scheme, Facet::Task, Facet::Consideration],
    },
    Group {
        id: "maerke",
        title: "Mærke",
        help: "Man kan være socialøkonomisk virksomhed uden at stå i registret.",
        facets: &[Facet::Rsv],
    },
];

/// All filters, in groups.
pub fn facets<'a>(query: &'a SearchQuery, counts: &'a Counts) -> impl IntoView + use<'a> {
    GROUPS
        .iter()
        .map(|group| {
            let facets: Vec<_> = group.facets.iter().map(|&facet| fieldset(facet, query, counts)).collect();
            view! {
                <section class="facet-group" id=group.id data-group=group.id>
                    <h3>{group.title}</h3>
                    {(!group.help.is_empty()).then(|| view! { <p class="help">{group.help}</p> })}
                    {facets}
                </section>
            }
        })
        .collect::<Vec<_>>()
}

fn fieldset(facet: Facet, query: &SearchQuery, counts: &Counts) -> impl IntoView + use<> {
    let (shown, rest) = divided(facet, query, counts);
    let more = (!rest.is_empty()).then(|| {
        view! {
            <details class="more">
                <summary>{format!("Vis alle {}", facet.values().len())} {icon("chevron-down")}</summary>
                <div class="more-values" inner_html=values(&rest, query, counts)></div>
            </details>
        }
    });
    view! {
        <fieldset>
            <legend>{text::facet(facet)}</legend>
            <div inner_html=values(&shown, query, counts)></div>
            {more}
        </fieldset>
    }
}

fn values(filters: &[Filter], query: &SearchQuery, counts: &Counts) -> String {
    let mut html = String::with_capacity(filters.len() * 220);
    for &filter in filters {
        value::write(&mut html, filter, query.filters.contains(&filter), counts[filter]);
    }
    html
}

/// The fullest and the chosen values, and the rest in the order of the vocabulary.
fn divided(facet: Facet, query: &SearchQuery, counts: &Counts) -> (Vec<Filter>, Vec<Filter>) {
    let mut filters: Vec<Filter> = facet.filters().collect();
    if filters.len() <= FEW {
        return (filters, Vec::new());
    }
    filters.sort_by_key(|&filter| Reverse(counts[filter]));
    let mut index = 0;
    let (shown, mut rest): (Vec<_>, Vec<_>) = filters.into_iter().partition(|filter| {
        index += 1;
        index <= SHOWN || query.filters.contains(filter)
    });
    rest.sort_unstable();
    (shown, rest)
}
