//! What delivers to the place named, or lies near it.

use leptos::prelude::*;

use crate::model::{AsOf, Results};
use crate::parts::card::hit_cards;
use crate::text;

/// The section with their cards; nothing when there are none.
pub fn nearby<'a>(results: &'a Results, as_of: &AsOf) -> Option<impl IntoView + use<'a>> {
    let from = results.from.map(text::origin);
    let place = results.reading.place.as_ref().map(|place| place.place.as_str());
    let heading = match place {
        Some(place) if results.total > 0 => format!("Andre, der leverer til {place} eller ligger nærmest"),
        Some(place) if !results.reading.unmet.is_empty() => {
            format!("Disse leverer til {place} eller ligger nærmest")
        }
        _ => "Disse leverer dertil eller ligger nærmest".to_owned(),
    };
    (!results.nearby.is_empty()).then(|| {
        view! {
            <section class="nearby" id="i-naerheden" aria-labelledby="i-naerheden-navn">
                <h2 id="i-naerheden-navn">{heading}</h2>
                {hit_cards(&results.nearby, from.as_deref(), as_of)}
            </section>
        }
    })
}
