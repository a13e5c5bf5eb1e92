//! What is asked for now, each with a way to take it back.

use leptos::prelude::*;

use super::icon::icon;
use crate::model::{Reading, SearchQuery};
use crate::{links, text};

/// Something asked for, and the search without it.
struct Chip {
    /// Whether it is a place that was written, rather than a filter that was chosen.
    place: bool,
    words: String,
    without: SearchQuery,
}

/// Text, place and filters as links that remove them; nothing when nothing is asked.
pub fn chips(query: &SearchQuery, reading: &Reading) -> impl IntoView + use<> {
    let mut chips = written(query, reading);
    let filters = query.filters.iter();
    chips.extend(filters.map(|&filter| Chip {
        place: false,
        words: text::filter(filter).into_owned(),
        without: query.without(filter),
    }));
    let several = chips.len() > 1;
    (!chips.is_empty()).then(|| {
        let chips: Vec<_> = chips.into_iter().map(chip).collect();
        view! {
            <ul class="chips" aria-label="Valgt">
                {chips}
                {several
                    .then(|| view! { <li><a class="chips-clear" href=links::SEARCH data-swap>"Ryd alt"</a></li> })}
            </ul>
        }
    })
}

/// What was written: the words, the place among them, that they are to be taken as typed,
/// and the place to be near.
fn written(query: &SearchQuery, reading: &Reading) -> Vec<Chip> {
    let mut chips = Vec::new();
    let words = text::searched(query, reading);
    if !words.is_empty() {
        // A place in the text stays when the other words go.
        let without = query.with_text(reading.place.as_ref().map_or("", |place| &place.typed));
        chips.push(Chip { place: false, words: text::quote(words), without });
    }
    if let Some(place) = &reading.place {
        let without = query.with_text(&place.rest);
        chips.push(Chip { place: true, words: place.label.clone(), without });
    }
    if query.literal && !query.text.is_empty() {
        let without = query.with_text(&query.text);
        chips.push(Chip { place: false, words: "præcis som skrevet".to_owned(), without });
    }
    if let Some(words) = text::near(query) {
        chips.push(Chip { place: true, words, without: query.from_anywhere() });
    }
    chips
}

fn chip(chip: Chip) -> impl IntoView {
    let name = format!("{}, fjern", chip.words);
    view! {
        <li>
            <a class="chip" href=links::search(&chip.without) aria-label=name data-swap>
                {chip.place.then(|| icon("map-pin"))} {chip.words} {icon("x")}
            </a>
        </li>
    }
}
