//! The places, in which order and why, and what to give up when there are few.

use leptos::prelude::*;

use super::card::card;
use crate::model::{AsOf, DISTANCES, FittingPlace, Leaf, Matched, Need, Wish};
use crate::parts::icon::icon;
use crate::parts::leaves::leaves;
use crate::{links, text};

/// The number, the order explained, the places, and what to give up.
pub fn results<'a>(need: &'a Need, matched: &'a Matched, as_of: &AsOf) -> impl IntoView + use<'a> {
    let cards = |places: &'a [FittingPlace]| {
        let cards: Vec<_> = places.iter().map(|place| card(place, need, as_of)).collect();
        view! { <div class="cards">{cards}</div> }
    };
    let said = matched
        .places
        .iter()
        .take_while(|place| place.fit.points() > 0 && place.fit.paused.is_none())
        .count();
    // Folded away is only what comes after places that do say something.
    let said = if said == 0 { matched.places.len() } else { said };
    let (said, unsaid) = matched.places.split_at(said);
    let leaf = Leaf { page: matched.page, pages: matched.pages };
    view! {
        <h2><output form="match" data-total=matched.total aria-live="off">{text::places(matched.total)}</output></h2>
        {chips(need)}
        <p>{text::places_sentence(need, matched.total, matched.whole)}</p>
        {(matched.total > 1).then(|| view! { <p class="quiet">{order(need)}</p> })}
        {loosened(need, matched)}
        {cards(said)}
        {(!unsaid.is_empty()).then(|| view! {
            <details class="unsaid">
                <summary>{format!("{} mere, der ikke har skrevet om det endnu eller holder pause", text::places(unsaid.len()))}</summary>
                {cards(unsaid)}
            </details>
        })}
        {leaves(&links::matching(&need.on_page(0)), leaf)}
        {(!matched.misses.is_empty()).then(|| view! {
            <section class="misses">
                <h2>"Tæt på at passe"</h2>
                <p>"De kan ikke det hele. Måske kan noget vige, eller måske kan det aftales."</p>
                {cards(&matched.misses)}
            </section>
        })}
        {onward(need)}
    }
}

/// In which order they stand.
fn order(need: &Need) -> String {
    let place = need.place().map(text::origin);
    let near = place.map_or_else(String::new, |place| format!(", og så de nærmeste på {place}"));
    format!(
        "Øverst står de, der siger ja til mest. Opgaver tæller mest. Derefter de, der for nylig har sagt, at de har \
         ledige pladser{near}. De, der holder pause, står sidst. Det, et sted ikke har skrevet, er ikke et nej: Spørg dem."
    )
}

/// What is asked for, each with a way to take it back.
fn chips(need: &Need) -> impl IntoView + use<> {
    let near = need.place().filter(|_| need.km.is_none());
    let near = near.map(|place| {
        let without = Need { near: String::new(), ..need.on_page(0) };
        (format!("nær {}", place.name), without)
    });
    let wishes = need.wishes().map(|wish| (text::wish(wish), need.without(wish)));
    let chips: Vec<_> = wishes
        .chain(near)
        .map(|(words, without)| {
            let name = format!("{words}, fjern");
            view! { <li><a class="chip" href=links::matching(&without) aria-label=name data-swap>{words} {icon("x")}</a></li> }
        })
        .collect();
    let several = chips.len() > 1;
    (!chips.is_empty()).then(|| {
        view! {
            <ul class="chips" aria-label="Ønsker">
                {chips} {several.then(|| view! { <li><a class="chips-clear" href=links::MATCH data-swap>"Ryd alt"</a></li> })}
            </ul>
        }
    })
}

/// What stands in somebody's way alone, with how many more places there are without.
fn loosened(need: &Need, matched: &Matched) -> impl IntoView + use<> {
    let rows: Vec<_> = matched
        .loosened
        .iter()
        .map(|&(wish, more)| {
            let (softer, words, more) = softer(need, matched, wish, more);
            let more = text::count(more, "sted mere", "steder mere");
            view! { <li><a href=links::matching(&softer) data-swap>{words}</a> " " <span class="number">{more}</span></li> }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <div class="loosened-wishes">
                <p>"Er noget af det til at rykke?"</p>
                <ul>{rows}</ul>
            </div>
        }
    })
}

/// The need with the wish given up, in words, and how many more places that brings; a distance is first made
/// so much longer that it brings one.
fn softer(need: &Need, matched: &Matched, wish: Wish, more: usize) -> (Need, String, usize) {
    let Wish::Within(km) = wish else {
        return (need.without(wish), format!("Uden {}", text::quote(&text::wish(wish))), more);
    };
    let within: Vec<_> = DISTANCES.into_iter().zip(matched.yes.within).collect();
    let now = within.iter().find(|(distance, _)| *distance == km).map_or(0, |(_, count)| *count);
    match within.iter().find(|(distance, count)| *distance > km && *count > now) {
        Some((longer, count)) => (need.within(Some(*longer)), format!("Op til {longer} km væk"), count - now),
        None => (need.within(None), "Uden grænse for afstanden".to_owned(), more),
    }
}

/// What to do with the places one likes.
fn onward(need: &Need) -> impl IntoView + use<> {
    view! {
        <section class="match-onward">
            <h2>"Vælg tre til fem"</h2>
            <p>
                "Føj de steder til listen, der lyder rigtige. På listen står grundene ved hvert sted, og den kan printes: \
                 et ark til samtalen og et i store bogstaver til borgeren."
            </p>
            <p>
                <a class="button quiet-button" href=links::places_list(&need.on_page(0), &[])>"Til listen med pladser"</a>
            </p>
            <p class="quiet">
                <a href=links::MATCH_FOR_MUNICIPALITIES>"Sådan bruger kommuner kataloget"</a> " · "
                <a href=links::AFTERCARE>"Læg en plan for efterværn"</a>
            </p>
        </section>
    }
}
