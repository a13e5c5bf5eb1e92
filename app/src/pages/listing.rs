//! One listing.

mod aside;
pub mod documentation;
mod facts;
mod gallery;
mod head;
mod json_ld;
mod people;
mod trade;

use std::sync::Arc;

use content::{Listing, markdown};
use leptos::prelude::*;

use crate::catalogue::Unavailable;
use crate::model::AsOf;
use crate::page::{Failure, Page, Request, Section, Told};
use crate::parts::card::cards;
use crate::{links, text};

/// Listings shown below as like this one.
const SIMILAR: usize = 3;

/// A listing with what is around it.
pub struct Around {
    /// The listing.
    pub listing: Arc<Listing>,
    /// The enterprise it belongs to, where that is in the catalogue.
    pub parent: Option<Arc<Listing>>,
    /// Open listings like it.
    pub similar: Vec<Arc<Listing>>,
    /// What is known of them today beside what stands in them.
    pub as_of: AsOf,
    /// Whole address of the page, for print.
    pub address: String,
}

/// Asks for the listing and what is around it.
pub async fn load(request: Request<'_>, slug: &str) -> Result<Page, Failure> {
    let listing = request.catalogue.listing(slug).await?.ok_or(Failure::NotFound)?;
    let around = around(request, listing).await?;
    let listing = &*around.listing;
    let json_ld = (!listing.is_closed()).then(|| json_ld::facts(request.base_url, listing));
    let page = Page::new(&listing.name, description(listing), links::listing(listing), view(&around));
    let told = Some(Told::Listing(listing.slug.clone()));
    Ok(Page { json_ld, told, ..page.in_section(Section::Companies) })
}

async fn around(request: Request<'_>, listing: Arc<Listing>) -> Result<Around, Unavailable> {
    let parent = match &listing.parent_slug {
        Some(slug) => request.catalogue.listing(slug).await?,
        None => None,
    };
    let similar = request.catalogue.similar(&listing, SIMILAR).await?;
    let address = format!("{}{}", request.base_url, links::listing(&listing));
    Ok(Around { listing, parent, similar, as_of: request.as_of(), address })
}

fn description(listing: &Listing) -> String {
    let place = listing.municipality.map(|place| format!(", {}", place.name)).unwrap_or_default();
    let line = if listing.one_line.is_empty() { listing.name.as_str() } else { listing.one_line.as_str() };
    text::shortened(&format!("{line}. {}{place}.", listing.name), 155)
}

/// Its places for people, where it has any.
#[must_use]
pub fn people(around: &Around) -> Option<impl IntoView + use<>> {
    people::people(&around.listing, around.as_of.today)
}

/// What it sells, then the difference it makes, then its places for people.
pub fn view(around: &Around) -> impl IntoView + '_ {
    let listing = &*around.listing;
    let effect = (!listing.social_effect.is_empty() || listing.thirty_percent.is_some()).then(|| {
        view! {
            <section>
                <h2>"Derfor gør det en forskel"</h2>
                <div class="prose" inner_html=markdown::description(&listing.social_effect)></div>
                {listing.thirty_percent.map(|day| view! {
                    <p>"Mindst 30 % af de beskæftigede er i målgruppen. Det har virksomheden selv erklæret " {text::date(day)} "."</p>
                })}
            </section>
        }
    });
    view! {
        <article class="listing" data-closed=listing.is_closed().then_some("")>
            {head::head(listing)}
            <div class="listing-columns">
                <div class="listing-main">
                    {(!listing.description.is_empty()).then(|| view! {
                        <div class="prose listing-about" inner_html=markdown::description(&listing.description)></div>
                    })}
                    {gallery::gallery(listing)} {trade::offers(listing)} {trade::terms(listing)} {trade::cooperation(listing)}
                    {trade::proofs(listing)} {effect}
                    {people::people(listing, around.as_of.today)}
                </div>
                {aside::aside(around)}
            </div>
        </article>
        {similar(around)}
    }
}

fn similar(around: &Around) -> impl IntoView + use<> {
    (!around.similar.is_empty()).then(|| {
        let title = if around.listing.is_closed() { "Prøv i stedet" } else { "Andre, der ligner" };
        let cards = cards(&around.similar, &around.as_of).to_html();
        view! {
            <section class="band similar">
                <h2>{title}</h2>
                <div inner_html=cards></div>
            </section>
        }
    })
}
