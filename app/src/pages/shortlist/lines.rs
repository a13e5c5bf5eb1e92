//! The listings of a list.

use chrono::NaiveDate;
use content::Listing;
use leptos::prelude::*;

use crate::model::{Listed, MAX_RECEIVERS};
use crate::parts::card::place;
use crate::parts::csr_paragraph::csr_paragraph;
use crate::{links, text};

/// The form that the ticks belong to.
const CHOSEN: &str = "valgte";

/// One below the other, with ticks to compare some of them or write to them.
pub fn lines<'a>(base_url: &'a str, listed: &'a Listed, today: NaiveDate) -> impl IntoView + use<'a> {
    let last = listed.listings.len() - 1;
    let lines: Vec<_> = listed
        .listings
        .iter()
        .enumerate()
        .map(|(at, listing)| {
            let moves = (!listed.received).then(|| moves(listing, at > 0, at < last).into_any());
            line(base_url, listing, today, (listed.received, moves))
        })
        .collect();
    let several = listed.listings.len() > 1;
    view! {
        <ol class="listed">{lines}</ol>
        {chosen(several)}
    }
}

fn line<'a>(
    base_url: &str,
    listing: &'a Listing,
    today: NaiveDate,
    (received, moves): (bool, Option<AnyView>),
) -> impl IntoView + use<'a> {
    let closed = listing.is_closed().then(|| {
        view! { <p class="listed-closed">"Findes ikke længere som socialøkonomisk virksomhed."</p> }
    });
    let name = format!(" {}", listing.name);
    let note = (!received).then(|| note(listing).into_any());
    view! {
        <li data-listed-slug=listing.slug.as_str()>
            <h2><a href=links::listing(listing)>{listing.name.as_str()}</a></h2>
            {closed}
            <p>{listing.one_line.as_str()}</p>
            <p class="quiet">{place(listing, None)}</p>
            <p class="quiet">{text::standing(listing, today)}</p>
            <p class="printed">{format!("{base_url}{}", links::listing(listing))}</p>
            {note}
            {csr_paragraph(listing, base_url, today)}
            <div class="listed-deeds">
                <label class="choice">
                    <input type="checkbox" form=CHOSEN name="v" value=listing.slug.as_str() />
                    <span>"Vælg"<span class="unseen">{name}</span></span>
                </label>
                {moves}
            </div>
        </li>
    }
}

/// What changes the visitor's own list.
fn moves(listing: &Listing, up: bool, down: bool) -> impl IntoView + use<> {
    let button = |name: &'static str, words: &'static str| {
        let of = format!(" {}", listing.name);
        let slug = listing.slug.clone();
        view! { <button class="button quiet-button" name=name value=slug>{words}<span class="unseen">{of}</span></button> }
    };
    view! {
        <form action=links::LIST method="post" class="listed-moves">
            <input type="hidden" name="retur" value=links::LIST />
            {up.then(|| button("op", "Flyt op"))} {down.then(|| button("ned", "Flyt ned"))} {button("fjern", "Fjern")}
        </form>
    }
}

/// Words of one's own: the script shows the field and keeps them in the browser. It has no name and
/// stands in no form, so it is never sent.
pub(super) fn note(listing: &Listing) -> impl IntoView + use<> {
    let id = format!("note-{}", listing.slug);
    view! {
        <div class="listed-note" data-note=listing.slug.clone() hidden>
            <label for=id.clone()>"Jeres note"</label>
            <textarea id=id rows="2" maxlength="2000" autocomplete="off"></textarea>
            <p class="printed"></p>
        </div>
    }
}

/// What can be done with those that are ticked; one alone is not compared.
fn chosen(several: bool) -> impl IntoView {
    let compare = several.then(|| {
        view! {
            <div class="form-field">
                <label for="naer">"Mål afstanden fra (by eller postnr., hvis I vil)"</label>
                <input id="naer" name="naer" maxlength="100" autocomplete="off" />
            </div>
            <button class="button quiet-button">"Sammenlign de valgte"</button>
            <p class="quiet">"Sæt kryds ved to til fire for at sammenligne."</p>
        }
    });
    view! {
        <form id=CHOSEN class="compare-form" action=links::COMPARE>
            <p class="quiet">{format!("Sæt kryds ved dem, I vil skrive til, højst {MAX_RECEIVERS} ad gangen.")}</p>
            <button class="button" formaction=links::MESSAGE_TO_LISTED>"Send besked til de valgte"</button>
            {compare}
        </form>
    }
}
