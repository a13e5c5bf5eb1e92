//! Ways to begin a search.

use content::taxonomy::{Entry, Municipality, Term};
use leptos::prelude::*;

use super::icon::icon;
use crate::links;

/// What and where as two joined fields.
pub fn what_and_where() -> impl IntoView {
    let places: Vec<_> = Municipality::all()
        .iter()
        .map(|place| view! { <option value=place.slug()>{place.label()}</option> })
        .collect();
    view! {
        <form class="search-form joined" action=links::SEARCH role="search">
            <div class="field">
                <label for="q">"Hvad leder I efter?"</label>
                <input id="q" name="q" type="search" maxlength="300" autocomplete="off" placeholder="frokost, montage …" />
            </div>
            <div class="field">
                <label for="kommune">"Hvor?"</label>
                <select id="kommune" name="kommune">
                    <option value="">"Hele Nordjylland"</option>
                    {places}
                </select>
            </div>
            <button class="button">{icon("search")} " Søg"</button>
        </form>
    }
}

/// One field for the search text; `text` is what stands in it.
pub fn what(text: &str) -> impl IntoView {
    view! {
        <div class="search-bar joined">
            <div class="field">
                <label for="q">"Hvad leder I efter?"</label>
                <input
                    id="q"
                    name="q"
                    type="search"
                    maxlength="300"
                    autocomplete="off"
                    placeholder="frokost, montage …"
                    value=text.to_owned()
                />
            </div>
            <button class="button">{icon("search")} " Søg"</button>
        </div>
    }
}
