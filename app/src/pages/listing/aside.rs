//! Where it is, who it is, and how far the page can be trusted.

use content::Listing;
use content::listing::{Address, Precision};
use content::taxonomy::Entry;
use leptos::prelude::*;

use super::Around;
use super::facts::{Fact, facts};
use crate::parts::icon::icon;
use crate::parts::map::place_map;
use crate::{links, text};

/// Contact, map, facts, source.
pub fn aside(around: &Around) -> impl IntoView + '_ {
    let listing = &*around.listing;
    view! {
        <aside class="listing-aside" aria-label="Kontakt og fakta">
            {contact(listing)} {habit(around)} {addresses(listing)} {identity(around)}
            <div class="trust">
                <p>{text::standing(listing, around.as_of.today)} "."</p>
                <p class="printed">"Siden: " {around.address.as_str()}</p>
                <ul class="ways">
                    {(!listing.is_closed()).then(|| view! { <li><a href=links::claim(&listing.slug)>"Er det jeres virksomhed?"</a></li> })}
                    <li><a href=links::documentation(&listing.slug)>"Dokumentation til print"</a></li>
                    <li><a href=links::report(&listing.slug)>"Meld en fejl"</a></li>
                </ul>
            </div>
        </aside>
    }
}

fn contact(listing: &Listing) -> impl IntoView {
    let website = listing.website.as_ref().map(|site| {
        view! {
            <a class="button quiet-button" href=site.href().to_owned() rel="external noopener nofollow">
                {icon("globe")} " " <span class="unseen">"Besøg "</span> {site.shown()}
            </a>
        }
    });
    let phone = listing.phone.as_deref().map(|phone| {
        let number: String =
            phone.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect();
        view! { <p class="reach">{icon("phone")} <a href=format!("tel:{number}")>{phone}</a></p> }
    });
    let email = listing.email.as_deref().map(
        |mail| view! { <p class="reach">{icon("mail")} <a href=format!("mailto:{mail}")>{mail}</a></p> },
    );
    view! { {website} {phone} {email} }
}

/// How soon one may hope to hear.
fn habit(around: &Around) -> impl IntoView + use<> {
    text::habit_or_new(&around.listing, &around.as_of).map(|habit| view! { <p class="quiet">{habit} "."</p> })
}

fn addresses(listing: &Listing) -> impl IntoView {
    let map = listing.main_address().and_then(|address| {
        let point = address.point.filter(|point| point.in_region())?;
        let label = format!("Kort: {} i {}", listing.name, address.town);
        let rough = (address.precision != Some(Precision::Address)).then(|| {
            let place =
                if address.precision == Some(Precision::Street) { "gaden" } else { address.town.as_str() };
            format!("Punktet er midten af {place}, ikke huset.")
        });
        Some(view! {
            {place_map(label, point, listing.municipality)}
            {rough.map(|rough| view! { <p class="quiet">{rough}</p> })}
        })
    });
    let addresses: Vec<_> = listing.addresses.iter().map(address).collect();
    let heading = if listing.addresses.len() > 1 { "Adresser" } else { "Adresse" };
    (!addresses.is_empty()).then(|| view! { <section><h2>{heading}</h2> {addresses} {map}</section> })
}

fn address(address: &Address) -> impl IntoView {
    let street = address.street.as_deref().map(|street| view! { {street} <br /> });
    let postcode = address.postcode.as_deref().map(|postcode| format!("{postcode} "));
    view! { <address>{street} {postcode} {address.town.as_str()}</address> }
}

fn identity(around: &Around) -> impl IntoView {
    let listing = &*around.listing;
    let municipality = listing
        .municipality
        .map(|place| view! { <a href=links::municipality(place.slug())>{place.get().name.as_str()}</a> });
    let trades: Vec<_> = listing
        .trades
        .iter()
        .map(|trade| view! { <li><a href=links::trade(trade.slug())>{trade.get().label()}</a></li> })
        .collect();
    let parent = around
        .parent
        .as_ref()
        .map(|parent| view! { <a href=links::listing(parent)>{parent.name.as_str()}</a> }.to_html());
    let parent = parent.or_else(|| listing.parent.as_deref().map(RenderHtml::to_html));
    let rows = vec![
        Fact::view("Kommune", municipality),
        Fact::view("Branche", (!trades.is_empty()).then(|| view! { <ul>{trades}</ul> })),
        Fact::text("CVR-nummer", listing.cvr.as_ref().map(content::cvr::Cvr::as_str)),
        Fact::text("P-nummer", listing.p_number.as_deref()),
        Fact::text("Form", listing.legal_form.as_deref()),
        Fact::text("Begyndte", listing.founded.map(|year| year.to_string())),
        Fact::view("Hører under", parent.map(|parent| view! { <span inner_html=parent></span> })),
    ];
    facts(rows).map(|facts| view! { <section><h2>"Fakta"</h2> {facts}</section> })
}
