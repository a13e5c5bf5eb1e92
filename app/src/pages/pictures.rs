//! A member's page for the pictures of a listing.

mod send;
mod shown;

use content::Listing;
use leptos::prelude::*;

use crate::links;
use crate::model::{PictureForm, PicturesRefused, WaitingPicture};
use crate::page::Page;
use crate::parts::crumbs::crumbs;
use crate::parts::form::{error_summary, too_often};
use crate::parts::own_nav::own_nav;

/// Takes a picture that is dragged or pasted, and shows it before it is sent.
const SCRIPTS: &[&str] = &["enhance/pictures.js"];

/// What is there, what waits, and a form for more; with what was refused and what was typed.
#[must_use]
pub fn page(
    listing: &Listing,
    waiting: &[WaitingPicture],
    form: &PictureForm,
    refused: PicturesRefused<'_>,
) -> Page {
    let title = format!("Billeder · {}", listing.name);
    let view = view(listing, waiting, form, refused);
    let page = Page::new(title, "Jeres egen side i kataloget.", "", view);
    Page { canonical: None, indexed: false, kept: false, ..page.quickened_by(SCRIPTS) }
}

fn view(
    listing: &Listing,
    waiting: &[WaitingPicture],
    form: &PictureForm,
    refused: PicturesRefused<'_>,
) -> impl IntoView + use<> {
    let mut refusals = Vec::new();
    if let PicturesRefused::Sent(wrong) = refused {
        refusals.extend(wrong.file.map(|wrong| (send::FILE, crate::text::invalid_file(wrong))));
        refusals.extend(wrong.text.map(|wrong| (send::TEXT, send::about_text(wrong))));
    }
    if let PicturesRefused::Text(typed, wrong) = refused
        && let Some(id) = shown::field_of(listing, &typed.id)
    {
        refusals.push((id, send::about_text(wrong)));
    }
    let way = crumbs(vec![("Min side", links::MY_PAGE.to_owned())]);
    view! {
        <article class="page own">
            {way}
            {own_nav(&listing.slug, links::OWN_PICTURES)}
            <div class="own-main">
                {error_summary(&refusals)}
                {too_often(matches!(refused, PicturesRefused::TooOften))}
                <h1>"Billeder"</h1>
                <p class="lead">
                    "Op til 8 billeder og jeres logo. De kan ses på "
                    <a href=links::listing(listing)>"jeres side"</a>
                    " med det samme. Spørg dem, der kan kendes på et billede, før I sender det."
                </p>
                {send::waiting(&listing.slug, waiting)}
                {send::form(&listing.slug, form, refused)}
                {shown::logo(listing, refused)}
                {shown::pictures(listing, refused)}
            </div>
        </article>
    }
}
