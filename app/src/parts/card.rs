//! A listing among others.

use std::sync::Arc;

use content::Listing;
use content::listing::State;
use content::taxonomy::Entry;
use leptos::prelude::*;

use super::icon::icon;
use super::mark::marked;
use crate::model::{Field, Reason};
use crate::{links, text};

/// Cards without reasons.
pub fn cards(listings: &[Arc<Listing>]) -> impl IntoView {
    let cards: Vec<_> = listings.iter().map(|listing| card(listing, &[])).collect();
    view! { <div class="cards">{cards}</div> }
}

/// What it sells first, then where, then why it was found, then how sure we are.
pub fn card<'a>(listing: &'a Listing, reasons: &'a [Reason]) -> impl IntoView + use<'a> {
    view! {
        <article class="card" data-slug=listing.slug.as_str()>
            {panel(listing)}
            <div class="card-text">
                <h3>
                    <a href=links::listing(listing)>{marked(&listing.name, words(reasons, Field::Name))}</a>
                </h3>
                <p class="card-line">{marked(&listing.one_line, words(reasons, Field::OneLine))}</p>
                <p class="card-where">{icon("map-pin")} <span>{place(listing)}</span></p>
                {(!reasons.is_empty()).then(|| why(listing, reasons))}
                <p class="card-standing">
                    {(listing.state == State::Paused).then_some("Holder pause lige nu · ")} {text::standing(listing)}
                </p>
            </div>
        </article>
    }
}

/// The trade's drawing on its tint; pictures will take its place.
fn panel(listing: &Listing) -> impl IntoView {
    let trade = listing.trades.first().map(|trade| trade.get());
    view! {
        <div class="panel" data-tint=trade.map_or("", |trade| trade.slug())>
            {icon(trade.map_or("store", |trade| trade.icon.as_str()))}
        </div>
    }
}

/// Town, municipality and delivery in one line.
fn place(listing: &Listing) -> String {
    let town = listing.main_address().map(|address| address.town.as_str());
    let municipality = listing.municipality.map(|place| place.get().label());
    let mut line = match (town, municipality) {
        (Some(town), Some(place)) if !town.starts_with(place) => format!("{town}, {place}"),
        (town, place) => town.or(place).unwrap_or_default().to_owned(),
    };
    if let Some(delivery) = text::delivery_short(listing) {
        line.push_str(" · ");
        line.push_str(&delivery);
    }
    line
}

fn words(reasons: &[Reason], place: Field) -> &[String] {
    let found = reasons.iter().find_map(|reason| match reason {
        Reason::Words { field, words } if *field == place => Some(words.as_slice()),
        _ => None,
    });
    found.unwrap_or_default()
}

fn why<'a>(listing: &'a Listing, reasons: &'a [Reason]) -> impl IntoView + use<'a> {
    let reasons: Vec<_> = reasons
        .iter()
        .map(|reason| match reason {
            Reason::Words { field, words } => {
                view! { <li><b>{text::listed(words)}</b> {format!(" {}", text::field(*field))}</li> }
                    .into_any()
            }
            Reason::Filter(filter) => view! { <li>{text::reason(*filter, listing)}</li> }.into_any(),
        })
        .collect();
    view! { <ul class="why" aria-label="Derfor er den med">{reasons}</ul> }
}
