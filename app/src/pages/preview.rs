//! A listing as a buyer or a municipality will see it, before anybody does.

use std::sync::Arc;

use content::Listing;
use leptos::prelude::*;

use super::listing::{self, Around};
use crate::links;
use crate::model::AsOf;
use crate::page::Page;
use crate::parts::card::cards;
use crate::parts::notice::notice;

/// The card, and then the page with what that reader came for first.
#[must_use]
pub fn page(listing: &Arc<Listing>, as_buyer: bool, as_of: &AsOf) -> Page {
    let title = format!("Sådan ser {} ud", listing.name);
    let page = Page::new(title, "Jeres egen side i kataloget.", "", view(listing, as_buyer, as_of));
    Page { canonical: None, indexed: false, kept: false, ..page }
}

fn view(listing: &Arc<Listing>, as_buyer: bool, as_of: &AsOf) -> impl IntoView + use<> {
    let (reader, other) =
        if as_buyer { ("en køber", "Se den som kommune") } else { ("en kommune", "Se den som køber") };
    let around = Around {
        listing: listing.clone(),
        parent: None,
        similar: Vec::new(),
        as_of: as_of.clone(),
        address: links::listing(listing),
    };
    let people = (!as_buyer).then(|| listing::people(&around).map(RenderHtml::to_html)).flatten();
    let missing = (!as_buyer && people.is_none()).then(
        || view! { <p class="preview-note">"I har ikke skrevet noget om plads til mennesker endnu."</p> },
    );
    let card = cards(std::slice::from_ref(listing), as_of).to_html();
    let whole = listing::view(&around).to_html();
    view! {
        <div class="preview">
            <div class="preview-note">
                {notice("info", view! {
                    <p>
                        {format!("Sådan ser {reader} jer. Det, der venter på redaktionen, er med. ")}
                        <a href=links::own(&listing.slug, "")>"Tilbage til jeres side"</a> " · "
                        <a href=links::preview(&listing.slug, !as_buyer)>{other}</a>
                    </p>
                })}
            </div>
            <div class="preview-note" inner_html=card></div>
            {missing}
            {people.map(|people| view! { <div class="preview-note" inner_html=people></div> })}
            <div inner_html=whole></div>
        </div>
    }
}
