//! The top of a listing: who, what, and whether it is open.

use content::Listing;
use content::listing::State;
use content::taxonomy::Entry;
use leptos::prelude::*;

use crate::links;
use crate::parts::crumbs::crumbs;
use crate::parts::icon::icon;
use crate::parts::keep::keep;
use crate::parts::label::badge;
use crate::parts::notice::notice;
use crate::parts::panel::title_panel;

/// Name, one line, label, and the state when it is not open.
pub fn head(listing: &Listing) -> impl IntoView {
    let mut way = vec![("Virksomheder", links::SEARCH.to_owned())];
    way.extend(listing.municipality.map(|place| (place.get().label(), links::municipality(place.slug()))));
    view! {
        <header class="listing-head">
            {crumbs(way)}
            <div class="title with-panel">
                {title_panel(listing)}
                <div>
                    <h1>{listing.name.as_str()}</h1>
                    <p class="lead">{listing.one_line.as_str()}</p>
                </div>
            </div>
            {state(listing)} {listing.label.as_ref().map(badge)}
            <p class="deeds">{write_to(listing)} {keep(listing)}</p>
        </header>
    }
}

/// Leads to the form for a message; that says who takes none now, and whom to try instead.
fn write_to(listing: &Listing) -> impl IntoView + use<> {
    (!listing.is_closed()).then(|| {
        view! { <a class="button write" href=links::message(&listing.slug)>{icon("mail")} " Send besked"</a> }
    })
}

fn state(listing: &Listing) -> impl IntoView {
    let closed = listing.closed.as_ref().filter(|_| listing.is_closed()).map(|closed| {
        let date = closed.date.map(|date| format!(" ({date})"));
        notice(
            "triangle-alert",
            view! {
                <p><b>"Findes ikke længere som socialøkonomisk virksomhed" {date} "."</b> " " {closed.reason.as_str()}</p>
                <p>"Siden bliver stående, så gamle links virker. Nederst er nogle, der ligner."</p>
            },
        )
    });
    let paused = (listing.state == State::Paused).then(|| {
        notice("circle-pause", view! {
            <p><b>"Holder pause."</b> " Virksomheden tager lige nu ikke imod nye opgaver eller nye folk."</p>
        })
    });
    view! { {closed} {paused} }
}
