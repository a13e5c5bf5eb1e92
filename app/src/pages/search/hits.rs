//! The hits with their number, order and pages.

use leptos::either::Either;
use leptos::prelude::*;

use super::nearby::nearby;
use super::nothing::nothing;
use super::reading;
use crate::model::{AsOf, Results, SearchQuery, Sort};
use crate::parts::card::hit_cards;
use crate::parts::chips::chips;
use crate::parts::pager::pager;
use crate::{links, text};

/// The number, what is chosen, and the orders to choose from.
pub fn head(query: &SearchQuery, results: &Results) -> impl IntoView + use<> {
    let number = if results.total == 0 {
        "Ingen virksomheder passer".to_owned()
    } else {
        text::companies(results.total)
    };
    let sort = (results.total > 1).then(|| sort(query, results.from.is_some()));
    view! {
        <div class="results-head">
            <h2><output form="soeg" data-total=results.total aria-live="off">{number}</output></h2>
            {sort}
        </div>
        {chips(query, &results.reading)} {reading::as_place(query, &results.reading)}
    }
}

/// The orders; by distance only when there is a place to measure from.
fn sort(query: &SearchQuery, measured: bool) -> impl IntoView + use<> {
    let offered = |sort: &Sort| measured || *sort != Sort::Distance;
    let used = if offered(&query.sort) { query.sort } else { Sort::default() };
    let orders: Vec<_> = Sort::ALL
        .into_iter()
        .filter(offered)
        .map(|sort| {
            let current = (sort == used).then_some("true");
            view! {
                <li><a href=links::search(&query.sorted(sort)) aria-current=current data-swap>{name(sort)}</a></li>
            }
        })
        .collect();
    view! { <nav class="sort" aria-label="Rækkefølge"><ul>{orders}</ul></nav> }
}

fn name(sort: Sort) -> &'static str {
    match sort {
        Sort::Relevance => "Passer bedst",
        Sort::Distance => "Nærmest",
        Sort::Name => "Navn",
        Sort::Newest => "Nyeste",
    }
}

/// The cards of this page, or what to try when there are none.
pub fn hits<'a>(query: &'a SearchQuery, results: &'a Results, as_of: &AsOf) -> impl IntoView + use<'a> {
    if results.total == 0 {
        return Either::Left(nothing(query, results, as_of));
    }
    let from = results.from.map(text::origin);
    Either::Right(view! {
        {hit_cards(&results.hits, from.as_deref(), as_of)}
        {pager(query, results.page, results.pages)}
        {nearby(results, as_of)}
    })
}
