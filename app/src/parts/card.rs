//! A listing among others.

mod found;

use std::sync::Arc;

use content::Listing;
use content::listing::State;
use content::taxonomy::Entry;
use leptos::prelude::*;

use super::icon::icon;
use super::keep::keep;
use super::mark::marked;
use super::panel::panel;
use crate::model::{AsOf, Hit};
use crate::{links, text};
use found::Found;

/// Cards of listings that were not searched for.
pub fn cards<'a>(listings: &'a [Arc<Listing>], as_of: &AsOf) -> impl IntoView + use<'a> {
    let cards: Vec<_> = listings.iter().map(|listing| card(listing, as_of)).collect();
    view! { <div class="cards">{cards}</div> }
}

/// What it sells first, then where, then how sure we are.
pub fn card<'a>(listing: &'a Listing, as_of: &AsOf) -> impl IntoView + use<'a> {
    framed(listing, &[], (place(listing, None), standing(listing, as_of)), ())
}

/// Cards of hits; `from` names the point that distances are measured from.
pub fn hit_cards<'a>(hits: &'a [Hit], from: Option<&str>, as_of: &AsOf) -> impl IntoView + use<'a> {
    let cards: Vec<_> = hits.iter().map(|hit| hit_card(hit, from, as_of)).collect();
    view! { <div class="cards">{cards}</div> }
}

/// The same with the words of the search marked, the distance, and why it was found.
fn hit_card<'a>(hit: &'a Hit, from: Option<&str>, as_of: &AsOf) -> impl IntoView + use<'a> {
    let away = hit.km.map(text::distance).map(|km| match from {
        Some(from) => format!("{km} fra {from}"),
        None => format!("{km} væk"),
    });
    let facts = (place(&hit.listing, away), standing(&hit.listing, as_of));
    framed(&hit.listing, &hit.words, facts, Found::new(hit).view())
}

/// How sure we are, and how soon it usually answers.
fn standing(listing: &Listing, as_of: &AsOf) -> String {
    let standing = text::standing(listing, as_of.today);
    match text::habit_on_card(listing, as_of) {
        Some(habit) => format!("{standing} · {habit}"),
        None => standing,
    }
}

/// The frame with where it lies and how sure we are.
fn framed<'a, V: IntoView + 'a>(
    listing: &'a Listing,
    words: &[String],
    (place, standing): (String, String),
    found: V,
) -> impl IntoView + use<'a, V> {
    view! {
        <article class="card" data-slug=listing.slug.as_str()>
            {panel(listing)}
            <div class="card-text">
                <h3>
                    <a href=links::listing(listing)>{marked(&listing.name, words)}</a>
                </h3>
                <p class="card-line">{marked(&listing.one_line, words)}</p>
                <p class="card-where">{icon("map-pin")} <span>{place}</span></p>
                {found}
                <p class="card-standing">
                    {match listing.state {
                        State::Paused => "Holder pause lige nu · ",
                        State::Closed => "Lukket · ",
                        State::Draft | State::Waiting | State::Public => "",
                    }} {standing}
                </p>
                {keep(listing)}
            </div>
        </article>
    }
}

/// Town, municipality, distance and delivery in one line.
pub fn place(listing: &Listing, away: Option<String>) -> String {
    let town = listing.main_address().map(|address| address.town.as_str());
    let municipality = listing.municipality.map(|place| place.get().label());
    let place = match (town, municipality) {
        (Some(town), Some(place)) if !town.starts_with(place) => Some(format!("{town}, {place}")),
        (town, place) => town.or(place).map(str::to_owned),
    };
    let parts: Vec<String> = [place, away, text::delivery_short(listing)].into_iter().flatten().collect();
    parts.join(" · ")
}
