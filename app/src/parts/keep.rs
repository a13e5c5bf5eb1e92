//! The button that puts a listing on the visitor's list.

use content::Listing;
use leptos::prelude::*;

use crate::links;

/// The form that all such buttons belong to.
const FORM: &str = "liste";

/// The same for everybody, so that the page is too; the script knows what is on the list.
pub fn keep(listing: &Listing) -> impl IntoView + use<> {
    let name = format!(" {}", listing.name);
    view! {
        <button class="keep" form=FORM name="foej" value=listing.slug.clone()>
            "Føj til liste"<span class="unseen">{name}</span>
        </button>
    }
}

/// What the buttons of a page need, once on each page.
pub fn keeping() -> impl IntoView {
    view! {
        <form id=FORM action=links::LIST method="post"></form>
        <p class="kept-note" id=links::LISTED>"Lagt på jeres liste. " <a href=links::LIST>"Se listen"</a></p>
    }
}
