//! The buyer's lens of a listing.

use content::Listing;
use content::listing::{Offer, OfferKind};
use content::taxonomy::Entry;
use leptos::prelude::*;

use super::facts::{Fact, facts};
use crate::model::{Facet, Filter};
use crate::parts::icon::icon;
use crate::{links, text};

/// What it sells.
pub fn offers(listing: &Listing) -> impl IntoView {
    let title = if listing.is_closed() { "Det solgte de" } else { "Det sælger de" };
    let offers: Vec<_> = listing.offers.iter().map(offer).collect();
    (!offers.is_empty()).then(|| {
        view! {
            <section>
                <h2>{title}</h2>
                <ul class="offers">{offers}</ul>
            </section>
        }
    })
}

fn offer(offer: &Offer) -> impl IntoView {
    let services: Vec<_> = offer
        .services
        .iter()
        .map(|service| view! { <li><a href=links::filter(Filter::service(*service))>{service.get().label()}</a></li> })
        .collect();
    view! {
        <li class="offer">
            <p class="offer-kind">{kind(offer.kind)}</p>
            <h3>{offer.title.as_str()}</h3>
            {(!offer.text.is_empty()).then(|| view! { <p>{offer.text.as_str()}</p> })}
            {(!services.is_empty()).then(|| view! { <ul class="tags" aria-label="Find flere med">{services}</ul> })}
        </li>
    }
}

fn kind(kind: OfferKind) -> &'static str {
    match kind {
        OfferKind::Product => "Vare",
        OfferKind::Service => "Ydelse",
        OfferKind::Subcontract => "Underleverance",
        OfferKind::Staffing => "Bemanding",
    }
}

/// Delivery and what to know before ordering.
pub fn terms(listing: &Listing) -> impl IntoView {
    let sentence = text::delivery(listing);
    let note = listing.delivery.as_ref().and_then(|delivery| delivery.note.as_deref());
    let rows = vec![
        Fact::text("Kan klare", listing.capacity.as_deref()),
        Fact::text("Mindste ordre", listing.smallest_order.as_deref()),
        Fact::text("Største ordre", listing.largest_order.as_deref()),
        Fact::text(
            "Underleverandør",
            listing
                .subcontractor
                .map(|yes| if yes { "Ja, de kan løse en del af jeres opgave" } else { "Nej" }),
        ),
        Fact::text("Elektronisk faktura", listing.ean.as_deref().map(|ean| format!("EAN {ean}"))),
    ];
    let known = sentence.is_some() || note.is_some();
    let facts = facts(rows);
    (known || facts.is_some()).then(|| {
        view! {
            <section>
                <h2>{if known { "Levering og aftale" } else { "Aftale" }}</h2>
                {sentence.map(|sentence| view! { <p class="delivery">{icon("truck")} <span>{sentence} "."</span></p> })}
                {note.map(|note| view! { <p>{note} "."</p> })}
                {facts}
            </section>
        }
    })
}

/// Ways to work together.
pub fn cooperation(listing: &Listing) -> impl IntoView {
    let forms: Vec<_> = listing
        .cooperation
        .iter()
        .filter_map(|form| Some((form.get(), Filter::parse(Facet::Cooperation, form.slug())?)))
        .map(|(form, filter)| {
            view! { <li><a href=links::filter(filter)>{form.label()}</a> <span>{form.help()}</span></li> }
        })
        .collect();
    (!forms.is_empty()).then(|| {
        view! {
            <section>
                <h2>"Sådan kan I samarbejde"</h2>
                <ul class="explained">{forms}</ul>
            </section>
        }
    })
}

/// Customers that may be named, certificates and marks.
pub fn proofs(listing: &Listing) -> impl IntoView {
    let facts = facts(vec![
        Fact::list("Kunder", &listing.references),
        Fact::list("Mærker og certifikater", &listing.certificates),
    ]);
    facts.map(|facts| view! { <section><h2>"Referencer og mærker"</h2> {facts}</section> })
}
