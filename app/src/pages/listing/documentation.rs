//! What a buyer needs on paper: who it is, what it may be called and why.

use chrono::NaiveDate;
use content::listing::Address;
use content::{Listing, markdown};
use leptos::prelude::*;

use super::facts::{Fact, facts};
use crate::page::{Failure, Page, Request, Section};
use crate::parts::crumbs::crumbs;
use crate::parts::csr_paragraph;
use crate::parts::print::print_button;
use crate::{links, text};

/// Asks for the listing.
pub async fn load(request: Request<'_>, slug: &str) -> Result<Page, Failure> {
    let listing = request.catalogue.listing(slug).await?.ok_or(Failure::NotFound)?;
    let title = format!("Dokumentation: {}", listing.name);
    let description =
        text::shortened(&format!("Hvem {} er, og hvad virksomheden kaldes og hvorfor.", listing.name), 155);
    let page = Page::new(
        title,
        description,
        links::documentation(slug),
        view(&listing, request.base_url, request.today),
    );
    let page = page.in_section(Section::Companies).quickened_by(&["enhance/notes.js", csr_paragraph::SCRIPT]);
    Ok(Page { indexed: false, ..page })
}

fn view(listing: &Listing, base_url: &str, today: NaiveDate) -> impl IntoView + use<> {
    let closed = listing.is_closed().then(|| {
        let date = listing.closed.as_ref().and_then(|closed| closed.date);
        let date = date.map(|date| format!(" ({date})"));
        view! { <p><b>"Findes ikke længere som socialøkonomisk virksomhed" {date} "."</b></p> }
    });
    let address = format!("{base_url}{}", links::listing(listing));
    view! {
        <article class="page documentation">
            {crumbs(vec![("Virksomheder", links::SEARCH.to_owned()), (&listing.name, links::listing(listing))])}
            <h1>"Dokumentation: " {listing.name.clone()}</h1>
            {closed}
            {who(listing)} {label(listing)} {declaration(listing)} {work(listing)}
            <section>
                <h2>"Bekræftet"</h2>
                <p>{text::standing(listing, today)} "."</p>
                <p>{format!("Hentet fra Samhandel Nord {}. Siden: ", text::date(today))} <a href=links::listing(listing)>{address}</a></p>
            </section>
            {csr_paragraph::csr_paragraph(listing, base_url, today)}
            {print_button()}
        </article>
    }
}

fn who(listing: &Listing) -> impl IntoView + use<> {
    let addresses: Vec<String> = listing.addresses.iter().map(line).collect();
    let rows = vec![
        Fact::text("Navn", Some(listing.name.as_str())),
        Fact::text("CVR-nummer", listing.cvr.as_ref().map(content::cvr::Cvr::as_str)),
        Fact::text("P-nummer", listing.p_number.as_deref()),
        Fact::text("Form", listing.legal_form.as_deref()),
        Fact::text("Hører under", listing.parent.as_deref()),
        Fact::list("Adresse", &addresses),
        Fact::text("Kommune", listing.municipality.map(|place| place.get().name.as_str())),
        Fact::text("Hjemmeside", listing.website.as_ref().map(content::website::Website::href)),
        Fact::text("Mail", listing.email.as_deref()),
        Fact::text("Telefon", listing.phone.as_deref()),
    ];
    let facts = facts(rows).map(IntoAny::into_any);
    view! { <section><h2>"Hvem det er"</h2> {facts}</section> }
}

fn line(address: &Address) -> String {
    let postcode = address.postcode.as_deref().map(|postcode| format!("{postcode} ")).unwrap_or_default();
    let street = address.street.as_deref().map(|street| format!("{street}, ")).unwrap_or_default();
    format!("{street}{postcode}{}", address.town)
}

/// What it may be called (law 711/2014 § 3), and on what that rests.
fn label(listing: &Listing) -> impl IntoView + use<> {
    let said = match &listing.label {
        Some(label) => (text::label(label).name, format!("Grundlag: {}.", text::label_basis(label))),
        None => ("Ikke oplyst", "Kataloget kender intet grundlag for et mærke.".to_owned()),
    };
    view! { <section><h2>"Mærke og grundlag"</h2> <p><b>{said.0}</b></p> <p>{said.1}</p></section> }
}

fn declaration(listing: &Listing) -> impl IntoView + use<> {
    let said = listing.thirty_percent.map_or_else(
        || "Virksomheden har ikke erklæret det i kataloget.".to_owned(),
        |day| {
            let day = text::date(day);
            format!(
                "Virksomheden har selv erklæret, at mindst 30 % af de beskæftigede er i målgruppen, {day}."
            )
        },
    );
    view! { <section><h2>"Mindst 30 % i målgruppen"</h2> <p>{said}</p></section> }
}

fn work(listing: &Listing) -> impl IntoView + use<> {
    let offers = facts(vec![
        Fact::text("I én linje", (!listing.one_line.is_empty()).then_some(listing.one_line.as_str())),
        Fact::text("Det sælger de", (!listing.offers.is_empty()).then(|| text::offers(listing).join(", "))),
        Fact::list("Mærker og certifikater", &listing.certificates),
    ]);
    let offers = offers.map(IntoAny::into_any);
    let effect = (!listing.social_effect.is_empty()).then(
        || view! { <div class="prose" inner_html=markdown::description(&listing.social_effect)></div> },
    );
    (offers.is_some() || effect.is_some())
        .then(|| view! { <section><h2>"Hvad de gør"</h2> {offers} {effect}</section> })
}
