//! What a visitor wants to remember, and a list somebody sent them.

pub mod compare;
mod lines;
pub mod places;
mod share;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::model::{Listed, MAX_LISTED};
use crate::page::{Page, Section};
use crate::parts::crumbs::crumbs;
use crate::parts::csr_paragraph;
use crate::parts::notice::notice;
use crate::{links, text};

const DESCRIPTION: &str =
    "De virksomheder, I vil huske: sammenlign dem, del listen eller hent den som regneark.";

/// The list with all that can be done with it.
#[must_use]
pub fn page(base_url: &str, listed: &Listed, today: NaiveDate) -> Page {
    let title = if listed.received { "En liste, I har fået" } else { "Min liste" };
    let page = Page::new(title, DESCRIPTION, links::LIST, view(title, base_url, listed, today));
    let page = page.in_section(Section::Companies).quickened_by(&["enhance/notes.js", csr_paragraph::SCRIPT]);
    Page { canonical: None, indexed: false, kept: false, ..page }
}

fn view<'a>(
    title: &'static str,
    base_url: &'a str,
    listed: &'a Listed,
    today: NaiveDate,
) -> impl IntoView + use<'a> {
    let empty = listed.listings.is_empty();
    view! {
        <article class="page shortlist">
            {crumbs(Vec::new())}
            <h1>{title}</h1>
            {notices(listed)}
            {(empty && !listed.received).then(nothing)}
            {(listed.received && !empty).then(|| take_over(listed))}
            {(!empty).then(|| lines::lines(base_url, listed, today))}
            {(!empty).then(|| share::share(base_url, listed, today))}
        </article>
    }
}

fn notices(listed: &Listed) -> impl IntoView + use<> {
    let full = listed.full.then(|| {
        notice("info", format!("Listen er fuld. Der er plads til {MAX_LISTED} virksomheder. Fjern en først."))
    });
    let unknown = (listed.unknown > 0).then(|| {
        let many = text::companies(listed.unknown);
        notice("info", format!("{many} på listen findes ikke i kataloget."))
    });
    view! { {full} {unknown} }
}

fn nothing() -> impl IntoView {
    view! {
        <p class="lead">
            "Der er ikke noget på listen endnu. Tryk “Føj til liste”, når I finder en virksomhed, I vil huske."
        </p>
        <p><a class="button" href=links::SEARCH>"Find virksomheder"</a></p>
    }
}

fn take_over(listed: &Listed) -> impl IntoView + use<> {
    let slugs: Vec<_> = listed
        .listings
        .iter()
        .map(|listing| view! { <input type="hidden" name="foej" value=listing.slug.clone() /> })
        .collect();
    view! {
        <p class="lead">"Nogen har delt den her liste med jer. I kan se den her, og I kan lægge den på jeres egen."</p>
        <form action=links::LIST method="post">
            {slugs}
            <input type="hidden" name="retur" value=links::LIST />
            <button class="button">"Føj alle til min liste"</button>
        </form>
    }
}
