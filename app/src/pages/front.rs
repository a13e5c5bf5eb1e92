//! The front page.

use std::sync::Arc;

use content::Listing;
use content::taxonomy::{Entry, Municipality, Ref, Trade};
use leptos::prelude::*;

use crate::model::{AsOf, Filter, Overview};
use crate::page::{Failure, Page, Request};
use crate::parts::card::cards;
use crate::parts::counted::places;
use crate::parts::icon::icon;
use crate::parts::map::{Area, map};
use crate::parts::search_form::what_and_where;
use crate::{links, text};

const TITLE: &str = "Socialøkonomiske virksomheder i Nordjylland";
const DESCRIPTION: &str = "Find socialøkonomiske virksomheder i Nordjylland: hvad de sælger, hvor de leverer, \
                           og hvor der er plads til mennesker på vej i arbejde.";

/// Listings shown as points on the map, the newest.
const POINTS: usize = 200;
/// Listings shown as cards.
const NEWEST: usize = 6;

/// Searches people make, as words and query.
pub const SEARCHES: [(&str, &str); 5] = [
    ("Frokost og mad til møder", "branche=kantine-catering"),
    ("Pakning og montage", "branche=pakning-montage"),
    ("Cykler", "q=cykler"),
    ("Grafik og tryk", "branche=grafisk-tryk"),
    ("Et sted at begynde i et køkken", "opgave=koekken"),
];

/// Asks for numbers and the newest.
pub async fn load(request: Request<'_>) -> Result<Page, Failure> {
    let overview = request.catalogue.overview().await?;
    let newest = request.catalogue.newest(POINTS).await?;
    let page = Page::new(TITLE, DESCRIPTION, links::FRONT, view(&overview, &newest, &request.as_of()));
    Ok(page.quickened_by(&["enhance/suggest.js", "enhance/map.js"]))
}

/// Search and map, three doors, trades, newest, and what it is all about.
pub fn view<'a>(overview: &'a Overview, newest: &'a [Arc<Listing>], as_of: &AsOf) -> impl IntoView + use<'a> {
    let first = &newest[..newest.len().min(NEWEST)];
    view! {
        <div class="hero">
            <div class="hero-text">
                <h1>"Handl med dem, der gør plads til flere"</h1>
                <p class="lead">
                    "Find socialøkonomiske virksomheder i Nordjylland: hvad de sælger, og hvor de leverer."
                </p>
                {what_and_where()} {searches()}
            </div>
            <div class="hero-map">{region(overview, newest)}</div>
        </div>
        {doors()} {trades(overview)}
        <section class="band">
            <h2>"Nyeste i kataloget"</h2>
            {cards(first, as_of)}
            <p><a class="onward" href=links::SEARCH>{format!("Se alle {}", text::companies(overview.total))} {icon("arrow-right")}</a></p>
        </section>
        {explanation()}
    }
}

fn searches() -> impl IntoView {
    let searches = SEARCHES
        .map(|(words, query)| view! { <li><a href=format!("{}?{query}", links::SEARCH)>{words}</a></li> });
    view! { <ul class="examples" aria-label="Søgninger at begynde med">{searches}</ul> }
}

fn region<'a>(overview: &'a Overview, listings: &'a [Arc<Listing>]) -> impl IntoView + use<'a> {
    let count = |place| overview.counts[Filter::located(place)];
    let area = |place: Ref<Municipality>| Area {
        href: links::municipality(place.slug()),
        count: count(place),
        chosen: false,
    };
    let mut rows =
        Ref::every().map(|place: Ref<Municipality>| (place, links::municipality(place.slug()), count(place)));
    view! {
        {map("Kort over Nordjylland: virksomheder i hver kommune", &area, &mut listings.iter())}
        <details class="more map-list">
            <summary>"Kommunerne som liste " {icon("chevron-down")}</summary>
            {places(&mut rows)}
        </details>
    }
}

fn doors() -> impl IntoView {
    let door = |drawing, lens, href, title, words| {
        view! {
            <li class="door" data-lens=lens>
                {icon(drawing)}
                <h2><a href=href>{title}</a></h2>
                <p>{words}</p>
            </li>
        }
    };
    view! {
        <ul class="doors">
            {door(
                "shopping-basket", "trade", links::SEARCH.to_owned(),
                "Køb hos en socialøkonomisk virksomhed",
                "Frokost, montage, tryk, grønne områder. Se, hvad de laver, og om de kommer ud til jer.",
            )}
            {door(
                "sprout", "people", links::MATCH.to_owned(),
                "Find et sted at begynde",
                "Til kommunen, borgere og pårørende: Begynd med det, man gerne vil lave. Vi gemmer intet om nogen.",
            )}
            {door(
                "store", "own", links::FOR_ENTERPRISES.to_owned(),
                "Er det jeres virksomhed?",
                "Bliv fundet på det, I sælger. Se, hvordan I kommer med, og hvad I selv bestemmer.",
            )}
        </ul>
    }
}

fn trades(overview: &Overview) -> impl IntoView + use<> {
    let trades: Vec<_> = Ref::<Trade>::every()
        .map(|trade| {
            let (count, trade_slug) = (overview.counts[Filter::trade(trade)], trade.get().slug());
            view! {
                <li data-none=(count == 0).then_some("")>
                    <a href=links::trade(trade_slug)>
                        <span class="panel" data-tint=trade_slug>{icon(&trade.get().icon)}</span>
                        <span>{trade.get().label()}</span>
                        <span class="number">{text::number(count)}</span>
                    </a>
                </li>
            }
        })
        .collect();
    view! {
        <section class="band">
            <h2>"Brancher"</h2>
            <ul class="trades">{trades}</ul>
        </section>
    }
}

fn explanation() -> impl IntoView {
    view! {
        <section class="band explanation">
            <h2>"Hvad er en socialøkonomisk virksomhed?"</h2>
            <div class="explanation-text">
                <p>
                    "Det er en virksomhed, der lever af at sælge varer og ydelser som alle andre, og som er til for et socialt formål. \
                     Mange giver arbejde til mennesker, der ellers har svært ved at få plads."
                </p>
                <p>
                    "Nogle er optaget i statens register og må kalde sig registrerede. Man kan også være socialøkonomisk uden at stå dér. \
                     På hver side står, hvad vi bygger på, og hvornår det er fra."
                </p>
                <p><a class="onward" href=links::ABOUT>"Læs om kataloget" {icon("arrow-right")}</a></p>
            </div>
        </section>
    }
}
