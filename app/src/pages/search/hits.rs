//! The hits with their number, order and pages.

use leptos::either::Either;
use leptos::prelude::*;

use super::nothing::nothing;
use crate::model::{Results, SearchQuery, Sort};
use crate::parts::card::card;
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
    let sort = (results.total > 1).then(|| sort(query));
    view! {
        <div class="results-head">
            <h2><output form="soeg" data-total=results.total aria-live="off">{number}</output></h2>
            {sort}
        </div>
        {chips(query)}
    }
}

fn sort(query: &SearchQuery) -> impl IntoView + use<> {
    let orders: Vec<_> = Sort::ALL
        .into_iter()
        .map(|sort| {
            let current = (sort == query.sort).then_some("true");
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
pub fn hits<'a>(query: &'a SearchQuery, results: &'a Results) -> impl IntoView + use<'a> {
    if results.total == 0 {
        return Either::Left(nothing(query, results));
    }
    let cards: Vec<_> = results.hits.iter().map(|hit| card(&hit.listing, &hit.reasons)).collect();
    Either::Right(view! {
        <div class="cards">{cards}</div>
        {pager(query, results.page, results.pages)}
    })
}
