//! From page to page of a search.

use leptos::either::Either;
use leptos::prelude::*;

use super::icon::icon;
use crate::links;
use crate::model::SearchQuery;

/// Links to the pages beside this one, the first and the last; nothing when there is one page.
pub fn pager(query: &SearchQuery, page: usize, pages: usize) -> impl IntoView + use<> {
    let to = |page: usize| links::search(&query.on_page(page));
    (pages > 1).then(|| {
        let back = (page > 0).then(|| {
            view! { <a class="pager-step" rel="prev" href=to(page - 1) data-swap>{icon("arrow-left")} " Forrige"</a> }
        });
        let on = (page + 1 < pages).then(|| {
            view! { <a class="pager-step" rel="next" href=to(page + 1) data-swap>"Næste " {icon("arrow-right")}</a> }
        });
        let numbers: Vec<_> = numbers(page, pages)
            .into_iter()
            .map(|number| match number {
                Some(number) => {
                    let current = (number == page).then_some("page");
                    Either::Left(view! { <li><a aria-current=current href=to(number) data-swap>{number + 1}</a></li> })
                }
                None => Either::Right(view! { <li aria-hidden="true">"…"</li> }),
            })
            .collect();
        view! { <nav class="pager" aria-label="Sider">{back} <ol>{numbers}</ol> {on}</nav> }
    })
}

/// First, last and the neighbours of this page; none where pages are left out.
fn numbers(page: usize, pages: usize) -> Vec<Option<usize>> {
    let mut numbers: Vec<Option<usize>> = Vec::new();
    for number in 0..pages {
        if number == 0 || number + 1 == pages || number.abs_diff(page) <= 1 {
            numbers.push(Some(number));
        } else if numbers.last().is_some_and(Option::is_some) {
            numbers.push(None);
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_and_the_neighbours_are_named() {
        assert_eq!(numbers(0, 2), [Some(0), Some(1)]);
        assert_eq!(numbers(5, 10), [Some(0), None, Some(4), Some(5), Some(6), None, Some(9)]);
    }
}
