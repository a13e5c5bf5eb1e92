//! The list as it is taken to a meeting about a place for somebody: why each is on it, and what to ask them.

mod need;
mod place;
mod questions;
pub mod sheet;
mod ways;

use std::sync::Arc;

use chrono::NaiveDate;
use content::Listing;
use leptos::prelude::*;

use super::compare::km;
use crate::links;
use crate::model::{Fit, Listed, Need, fit};
use crate::page::{Page, Section};
use crate::parts::crumbs::crumbs;
use crate::parts::notice::notice;

const TITLE: &str = "Liste med pladser";
const DESCRIPTION: &str =
    "Tre til fem steder til et møde: det, der passer, det, I skal spørge om, og to ark til at printe.";
/// As few give something to choose from.
const FEW: usize = 3;
/// More than these are hard to talk about at one meeting.
const MANY: usize = 5;

/// What a meeting is about: a list and the need it was made for.
#[derive(Clone, Copy)]
pub struct Meeting<'a> {
    /// Scheme and host of the site, without a last slash.
    pub base_url: &'a str,
    /// The list.
    pub listed: &'a Listed,
    /// What the person looks for.
    pub need: &'a Need,
    /// Today in Denmark.
    pub today: NaiveDate,
}

impl<'a> Meeting<'a> {
    /// The same list beside another need: by its slugs where it came by a link, else the visitor's own.
    fn beside(self, need: &Need) -> String {
        let slugs = if self.listed.received { self.listed.slugs() } else { Vec::new() };
        links::places_list(need, &slugs)
    }

    /// Those that are still in business.
    fn open(self) -> impl Iterator<Item = &'a Arc<Listing>> {
        self.listed.listings.iter().filter(|listing| !listing.is_closed())
    }

    /// Slugs of those.
    fn slugs(self) -> Vec<&'a str> {
        self.open().map(|listing| listing.slug.as_str()).collect()
    }

    /// How far it lies from the place of the need, where both are known.
    fn km(self, listing: &Listing) -> Option<f64> {
        self.need.place().and_then(|from| km(listing, from))
    }

    fn fit(self, listing: &Listing) -> Fit {
        fit(listing, self.need, self.km(listing), self.today)
    }
}

/// The list with reasons, questions and a way on.
#[must_use]
pub fn page(meeting: Meeting<'_>) -> Page {
    let page = Page::new(TITLE, DESCRIPTION, links::PLACES_LIST, view(meeting));
    let page = page.in_section(Section::Match).quickened_by(&["enhance/notes.js", "enhance/order.js"]);
    Page { canonical: None, indexed: false, kept: false, ..page }
}

fn view(meeting: Meeting<'_>) -> impl IntoView + use<'_> {
    let listed = meeting.listed;
    let empty = listed.listings.is_empty();
    view! {
        <article class="page meeting">
            {crumbs(vec![("Min liste", links::LIST.to_owned())])}
            <h1>{TITLE}</h1>
            <p class="lead">"Til et møde: få steder, som I kan tale om sammen, og hvorfor de er med."</p>
            {super::notices(listed)} {need::notices(meeting.need)}
            {need::need(meeting)}
            {empty.then(|| nothing(meeting))}
            {(listed.received && !empty).then(|| take_over(meeting))}
            {(!empty).then(|| how_many(meeting))}
            {(!empty).then(|| place::places(meeting))}
            {(!empty).then(|| view! { {questions::questions(meeting)} {ways::ways(meeting)} })}
        </article>
    }
}

fn nothing(meeting: Meeting<'_>) -> impl IntoView + use<> {
    view! {
        <p>"Der er ingen steder på listen. Find nogle, og tryk “Føj til liste”. Så står de her."</p>
        <p><a class="button" href=links::matching(meeting.need)>"Find steder"</a></p>
    }
}

/// Says kindly that a short list works best, and leads on where it is shorter than that.
fn how_many(meeting: Meeting<'_>) -> impl IntoView + use<> {
    match meeting.open().count() {
        few if few < FEW => Some(notice(
            "info",
            view! {
                <p>"Tre til fem steder er et godt antal at tale om. Så er der noget at vælge imellem, hvis ét siger nej."</p>
                <p><a href=links::matching(meeting.need)>"Find flere steder"</a></p>
            }
            .into_any(),
        )),
        many if many > MANY => Some(notice(
            "info",
            view! {
                <p>"En kort liste virker bedst: tre til fem steder, så der er tid til at tale om dem alle."</p>
                <p>"Sæt kryds ved dem, I vil have med, og tryk “Vis kun de valgte”. Eller fjern nogle."</p>
            }
            .into_any(),
        )),
        _ => None,
    }
}

fn take_over(meeting: Meeting<'_>) -> impl IntoView + use<> {
    let slugs: Vec<_> = meeting
        .listed
        .slugs()
        .into_iter()
        .map(|slug| view! { <input type="hidden" name="foej" value=slug.to_owned() /> })
        .collect();
    view! {
        <form class="meeting-take" action=links::LIST method="post">
            <p class="quiet">"Listen her ligger i linket. Alle, der har linket, kan se den."</p>
            {slugs}
            <input type="hidden" name="retur" value=links::places_list(meeting.need, &[]) />
            <button class="button quiet-button">"Læg stederne på min liste"</button>
        </form>
    }
}
