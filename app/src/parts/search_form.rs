//! Ways to begin a search.

use content::taxonomy::{Entry, Municipality, Term};
use leptos::prelude::*;

use super::icon::icon;
use crate::links;
use crate::model::{DISTANCES, SearchQuery};

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

/// What, near where and how far as joined fields, with what is asked for now.
pub fn what_and_near(query: &SearchQuery) -> impl IntoView + use<> {
    let distances: Vec<_> = DISTANCES
        .into_iter()
        .map(
            |km| view! { <option value=km selected=query.km == Some(km)>{format!("Højst {km} km")}</option> },
        )
        .collect();
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
                    value=query.text.clone()
                />
            </div>
            <div class="field">
                <label for="naer">"Nær (by eller postnr.)"</label>
                <input
                    id="naer"
                    name="naer"
                    maxlength="100"
                    autocomplete="off"
                    placeholder="Støvring eller 9530"
                    value=query.near.clone()
                />
            </div>
            <div class="field">
                <label for="km">"Afstand"</label>
                <select id="km" name="km"><option value="">"Alle afstande"</option> {distances}</select>
            </div>
            <button class="button">{icon("search")} " Søg"</button>
        </div>
    }
}
