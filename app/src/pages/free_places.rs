//! "Har I plads lige nu?": what the link of a mail leads to, for one listing.

use chrono::NaiveDate;
use content::Listing;
use leptos::prelude::*;

use crate::links;
use crate::model::{Refusals, Typed};
use crate::page::Page;
use crate::parts::ending::ending;
use crate::parts::free_places::FreePlacesForm;

/// Asks how many places are free, and says what was refused; a scanner that opens the link says nothing.
#[must_use]
pub fn page(key: &str, listing: &Listing, today: NaiveDate, refused: Option<(&Typed, &Refusals)>) -> Page {
    let action = links::FREE_PLACES;
    let form = FreePlacesForm { listing, today, refused, action, key: Some(key) };
    own("Har I plads lige nu?", view(listing, &form))
}

/// Says thank you.
#[must_use]
pub fn thanks() -> Page {
    let title = "Tak for svaret";
    let words =
        "Nu kan alle se, hvad I har plads til i dag. Ændrer det sig, kan I rette det på jeres egen side.";
    own(title, ending(title, words, links::MY_PAGE, "Gå til Min side"))
}

/// Says that the link no longer works, and where to answer instead.
#[must_use]
pub fn expired() -> Page {
    let title = "Linket virker ikke mere";
    let words = "Det virker, til I har svaret. Har I svaret før, er alt i orden. Ellers kan I sige det på jeres egen side.";
    own(title, ending(title, words, links::MY_PAGE, "Gå til Min side"))
}

fn own(title: &str, view: impl RenderHtml) -> Page {
    let page = Page::new(title, "Sig, om I har plads til flere mennesker lige nu.", "", view);
    Page { canonical: None, indexed: false, kept: false, ..page }
}

fn view(listing: &Listing, form: &FreePlacesForm<'_>) -> impl IntoView + use<> {
    view! {
        <article class="page form-page">
            {form.summary()}
            <h1>"Har I plads lige nu?"</h1>
            <p class="lead">{format!("Et tryk er nok. Svaret står på siden om {} med det samme.", listing.name)}</p>
            {form.view()}
            <p class="quiet">
                "I svarer kun på, om der er plads. Resten af siden bliver, som den er. "
                <a href=links::listing(listing)>{format!("Se siden om {}", listing.name)}</a> "."
            </p>
        </article>
    }
}
