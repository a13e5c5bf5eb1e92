//! Pictures of a listing.

use content::Listing;
use leptos::prelude::*;

use crate::links;
use crate::parts::picture::{When, picture};

/// How wide the first one stands,
const FIRST: &str = "(min-width: 60rem) 50rem, 100vw";
/// and the others.
const OTHERS: &str = "(min-width: 60rem) 25rem, 50vw";

/// The first one large, each leading to the whole of it; nothing where there are none.
pub fn gallery(listing: &Listing) -> impl IntoView + use<> {
    let items: Vec<_> = listing
        .pictures
        .iter()
        .enumerate()
        .map(|(index, shown)| {
            let image = if index == 0 {
                picture(shown, FIRST, When::AtOnce).into_any()
            } else {
                picture(shown, OTHERS, When::Near).into_any()
            };
            view! { <li><a href=links::picture(&shown.id, shown.width)>{image}</a></li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! { <section aria-label="Billeder"><ul class="gallery">{items}</ul></section> }
    })
}
