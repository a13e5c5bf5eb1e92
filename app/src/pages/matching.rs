//! Places for a person: from what one would like to do to where one could begin.

mod card;
mod form;
mod results;

use leptos::prelude::*;

use crate::model::{AsOf, Matched, Need};
use crate::page::{Failure, Page, Request, Section};
use crate::parts::notice::notice;
use crate::{links, text};

const TITLE: &str = "Find et sted at begynde";
const DESCRIPTION: &str = "Find en arbejdsplads i Nordjylland efter det, man gerne vil lave, og det, der skal tages hensyn til. \
                           Vi gemmer intet om nogen.";

/// Reads the need from the address and asks for its places.
pub async fn load(request: Request<'_>) -> Result<Page, Failure> {
    let need = Need::parse(request.query);
    let matched = request.catalogue.places_for(&need, request.today).await?;
    let path = links::matching(&need.on_page(matched.page));
    let page = Page::new(TITLE, DESCRIPTION, path, view(&need, &matched, &request.as_of()));
    let page = page.in_section(Section::Match).quickened_by(&["enhance/match.js"]);
    // What somebody needs is kept nowhere, not even in memory.
    Ok(Page { indexed: request.query.is_empty(), kept: false, ..page })
}

/// One question after the other, and the places below.
pub fn view<'a>(need: &'a Need, matched: &'a Matched, as_of: &AsOf) -> impl IntoView + use<'a> {
    view! {
        <div class="page match">
            <h1>"Find et sted at begynde"</h1>
            <p class="lead">
                "Begynd med det, du gerne vil lave. Du kan springe alt over. Tallene viser, hvor mange steder der siger ja."
            </p>
            <p class="quiet">
                "Vi gemmer intet. Valgene står kun i sidens adresse, og der er ingen felter til navn eller helbred. "
                <a href=links::DATA_PROTECTION>"Læs, hvordan vi passer på det"</a> "."
            </p>
            {notices(need)}
            {form::form(need, &matched.yes)}
            {bar(need, matched)}
            <section id="steder" class="places" aria-label="Steder" tabindex="-1">
                {results::results(need, matched, as_of)}
            </section>
            <p class="unseen" role="status" id="besked"></p>
        </div>
    }
}

/// How many places there are now, always in view, and the button that leads to them.
fn bar(need: &Need, matched: &Matched) -> impl IntoView + use<> {
    view! {
        <div class="match-bar">
            <p data-sentence>{text::places_sentence(need, matched.total, matched.whole)}</p>
            <button class="button" form="match">{text::see_places(matched.total)}</button>
        </div>
    }
}

fn notices(need: &Need) -> impl IntoView + use<> {
    let cpr = need
        .had_cpr
        .then(|| notice("info", "Noget lignede et CPR-nummer. Vi har ikke brugt det og gemmer det ikke."));
    let unknown = (!need.near.is_empty() && need.place().is_none()).then(|| {
        let place = text::quote(&need.near);
        notice("map-pin", format!(
            "Vi kender ikke stedet {place}. Skriv en by eller et postnummer i Nordjylland. Indtil da ser vi på hele regionen."
        ))
    });
    view! { {cpr} {unknown} }
}
