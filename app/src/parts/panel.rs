//! What a listing is known by at a glance.

use content::Listing;
use content::taxonomy::Entry;
use leptos::either::{Either, EitherOf3};
use leptos::prelude::*;

use super::icon::icon;
use super::picture::thumbnail;

/// Its logo, else its first picture, else the trade's drawing on its tint. Beside its name, so without words.
pub fn panel(listing: &Listing) -> impl IntoView + use<> {
    match (&listing.logo, listing.pictures.first()) {
        (Some(logo), _) => EitherOf3::A(view! { <div class="panel logo">{thumbnail(logo, "")}</div> }),
        (None, Some(picture)) => EitherOf3::B(view! { <div class="panel">{thumbnail(picture, "")}</div> }),
        (None, None) => EitherOf3::C(drawn(listing)),
    }
}

/// Its logo with its words, else the drawing: its pictures stand below.
pub fn title_panel(listing: &Listing) -> impl IntoView + use<> {
    match &listing.logo {
        Some(logo) => Either::Left(view! { <div class="panel logo">{thumbnail(logo, &logo.alt)}</div> }),
        None => Either::Right(drawn(listing)),
    }
}

fn drawn(listing: &Listing) -> impl IntoView + use<> {
    let trade = listing.trades.first().map(|trade| trade.get());
    view! {
        <div class="panel" data-tint=trade.map_or("", |trade| trade.slug())>
            {icon(trade.map_or("store", |trade| trade.icon.as_str()))}
        </div>
    }
}
