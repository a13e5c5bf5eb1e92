//! Wordmark and ways in.

use leptos::prelude::*;

use crate::links;
use crate::page::Section;
use crate::parts::icon::icon;

/// The ways in, in order.
const NAV: [(Section, &str, &str); 5] = [
    (Section::Companies, "Find virksomheder", links::SEARCH),
    (Section::Match, "Find et match", links::MATCH),
    (Section::Trading, "Samhandel", links::TRADING),
    (Section::Enterprises, "For virksomheder", links::FOR_ENTERPRISES),
    (Section::About, "Om", links::ABOUT),
];

/// The header; the link of the current section is marked.
pub fn header(current: Option<Section>) -> impl IntoView {
    let items: Vec<_> = NAV
        .iter()
        .map(|&(section, name, href)| {
            view! { <li><a href=href aria-current=(Some(section) == current).then_some("true")>{name}</a></li> }
        })
        .collect();
    view! {
        <header class="site-header">
            <a class="wordmark" href=links::FRONT>{mark()} <span>"Samhandel Nord"</span></a>
            <details class="menu">
                <summary>{icon("menu")} " Menu"</summary>
                <nav aria-label="Hovedmenu"><ul>{items} <li><a href=links::LIST>"Min liste"<span data-listed></span></a></li> <li><a href=links::SIGN_IN data-mine=links::MY_PAGE>"Log ind"</a></li></ul></nav>
            </details>
        </header>
    }
}

/// The outline of the region; the same drawing as `public/mark.svg`.
fn mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="2 4 28 24" aria-hidden="true">
            <path d="M26.1 14.3 27.5 15.2 29 13.2 26.6 13.5zM3 22.8 4.7 23.9 6 22.9 6.7 23.8 7.8 23.4 8.8 21.8 8.4 20.9 9.1 18.6 10.9 17.9 11.9 18.8 11.1 20.1 10.4 20.1 11.6 20.6 11.2 21.6 11.8 22.6 11.3 23.9 12.2 23.4 15.2 24.3 15.4 25.1 17.2 25.7 19.4 24.6 20.4 23.1 21.4 23.2 20.9 19.5 23.3 14.7 23.1 12.3 23.5 11.4 22.3 8.8 24.2 6.4 23.4 6.4 20.1 8.8 17.9 9 14.7 14.5 13.2 15.7 9.6 15.8 7.7 16.8 6.2 16.5 4.2 19z" />
            <circle cx="17.8" cy="17.7" r="2.6" />
        </svg>
    }
}
