//! Names with numbers, as a list of links.

use content::taxonomy::{Entry, Municipality, Ref};
use leptos::prelude::*;

use crate::text;

/// One row for each name, with where it leads and its number.
pub fn counted(rows: Vec<(&'static str, String, usize)>) -> impl IntoView {
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(name, href, count)| {
            view! {
                <li data-none=(count == 0).then_some("")>
                    <a href=href>{name}</a>
                    <span class="number">{text::number(count)}</span>
                </li>
            }
        })
        .collect();
    view! { <ul class="counted">{rows}</ul> }
}

/// The same of municipalities.
pub fn places(places: &mut dyn Iterator<Item = (Ref<Municipality>, String, usize)>) -> impl IntoView + use<> {
    counted(places.map(|(place, href, count)| (place.get().label(), href, count)).collect())
}
