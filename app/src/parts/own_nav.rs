//! The ways around one's own pages.

use leptos::prelude::*;

use crate::links;

/// Pages of a listing that is one's own: last part of the address and name.
const OWN: [(&str, &str); 10] = [
    ("", "Overblik"),
    ("hvem", "Hvem I er"),
    ("salg", "Hvad I sælger"),
    ("levering", "Hvor I leverer"),
    ("plads", "Plads til mennesker"),
    ("billeder", "Billeder"),
    ("kontakt", "Kontakt"),
    ("kolleger", "Kolleger"),
    ("mails", "Mails til jer"),
    ("fundet", "Kan I findes?"),
];

/// Pages of the editors' room, likewise.
const EDITORS: [(&str, &str); 8] = [
    ("", "Kø"),
    ("sider", "Alle sider"),
    ("mangler", "Det, folk ikke fandt"),
    ("ubekraeftede", "Ikke bekræftet"),
    ("dubletter", "Dubletter"),
    ("medlemmer", "Medlemmer"),
    ("mails", "Mails"),
    ("log", "Log"),
];

/// Around a listing that is one's own; the current page by the last part of its address.
pub fn own_nav(slug: &str, current: &str) -> impl IntoView + use<> {
    let items = OWN.iter().map(|&(part, name)| (links::own(slug, part), name, part == current));
    nav("Jeres side", items.collect())
}

/// Around the editors' room, likewise.
pub fn editors_nav(current: &str) -> impl IntoView + use<> {
    let items = EDITORS.iter().map(|&(part, name)| (links::editors(part), name, part == current));
    nav("Redaktionen", items.collect())
}

fn nav(label: &'static str, items: Vec<(String, &'static str, bool)>) -> impl IntoView + use<> {
    let items: Vec<_> = items
        .into_iter()
        .map(|(href, name, current)| {
            view! { <li><a href=href aria-current=current.then_some("page")>{name}</a></li> }
        })
        .collect();
    view! { <nav class="own-nav" aria-label=label><ul>{items}</ul></nav> }
}
