//! What is asked for now, each with a way to take it back.

use leptos::prelude::*;

use super::icon::icon;
use crate::model::SearchQuery;
use crate::{links, text};

/// Text and filters as links that remove them; nothing when nothing is asked.
pub fn chips(query: &SearchQuery) -> impl IntoView + use<> {
    (!query.is_empty()).then(|| {
        let words = (!query.text.is_empty())
            .then(|| chip(format!("“{}”", text::shortened(&query.text, 60)), links::search(&query.without_text())));
        let filters: Vec<_> = query
            .filters
            .iter()
            .map(|&filter| chip(text::filter(filter).into_owned(), links::search(&query.without(filter))))
            .collect();
        let several = query.filters.len() + usize::from(words.is_some()) > 1;
        view! {
            <ul class="chips" aria-label="Valgt">
                {words} {filters}
                {several
                    .then(|| view! { <li><a class="chips-clear" href=links::SEARCH data-swap>"Ryd alt"</a></li> })}
            </ul>
        }
    })
}

fn chip(words: String, href: String) -> impl IntoView {
    let name = format!("{words}, fjern");
    view! {
        <li>
            <a class="chip" href=href aria-label=name data-swap>
                {words} {icon("x")}
            </a>
        </li>
    }
}
