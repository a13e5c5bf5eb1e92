//! How the text was read, and the way to have it read otherwise.

use leptos::prelude::*;

use crate::model::{Reading, Results, SearchQuery};
use crate::{links, text};

/// That a part of the text was taken for a place.
pub fn as_place(query: &SearchQuery, reading: &Reading) -> impl IntoView + use<> {
    let place = reading.place.as_ref()?;
    let words = if place.name.contains(' ') { "ordene" } else { "ordet" };
    Some(view! {
        <p class="read-as read-place">
            {format!("Vi læser {} som et sted. ", text::quote(&place.name))}
            <a href=links::search(&query.literally()) data-swap>{format!("Søg efter {words} i stedet")}</a>
        </p>
    })
}

/// What was searched for instead of words nobody has, and the words that had to be left out.
pub fn corrections(query: &SearchQuery, results: &Results) -> impl IntoView + use<> {
    let Reading { corrected, unmet, .. } = &results.reading;
    let corrected = (!corrected.is_empty()).then(|| {
        let used: Vec<_> = corrected.iter().map(|word| word.used.as_str()).collect();
        let typed: Vec<_> = corrected.iter().map(|word| word.typed.as_str()).collect();
        let shown = if results.total == 0 { "Vi har søgt efter " } else { "Vi viser resultater for " };
        let right = query.with_text(&text::corrected(&query.text, corrected));
        view! {
            <p class="read-as">
                {shown} <a href=links::search(&right) data-swap><b>{text::listed(&used)}</b></a>
                {format!(" i stedet for {}. ", text::quoted(&typed))}
                <a href=links::search(&query.literally()) data-swap>
                    {format!("Søg præcis efter {}", text::quote(&query.text))}
                </a>
            </p>
        }
    });
    let left_out = (!unmet.is_empty() && results.total > 0).then(|| {
        let words = text::quoted(unmet);
        view! { <p class="read-as">{format!("Ingen passer på {words}. Her er dem, der passer på resten.")}</p> }
    });
    view! { {corrected} {left_out} }
}
