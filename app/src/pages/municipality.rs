//! One municipality.

use content::taxonomy::{Entry, Municipality, Ref, Trade};
use leptos::prelude::*;

use crate::model::{AsOf, Facet, Filter, Hit, Results, SearchQuery};
use crate::page::{Failure, Page, Request, Section};
use crate::parts::card::card;
use crate::parts::counted::{counted, places};
use crate::parts::crumbs::crumbs;
use crate::parts::icon::icon;
use crate::parts::map::{Area, map};
use crate::parts::notice::notice;
use crate::{links, text};

/// Cards of those that lie elsewhere and deliver here.
const DELIVERING: usize = 6;

/// Asks for those that lie there and those that deliver there.
pub async fn load(request: Request<'_>, slug: &str) -> Result<Page, Failure> {
    let place = Ref::<Municipality>::parse(slug).map_err(|_| Failure::NotFound)?;
    let there = request.catalogue.search(&SearchQuery::only(Filter::located(place))).await?;
    let delivering = request.catalogue.search(&SearchQuery::only(Filter::delivers(place))).await?;
    let view = view(place, &there, &delivering, &request.as_of());
    let page = Page::new(&place.get().name, description(place), links::municipality(slug), view);
    Ok(page.in_section(Section::Companies).quickened_by(&["enhance/map.js"]))
}

fn description(place: Ref<Municipality>) -> String {
    text::shortened(&format!("Socialøkonomiske virksomheder i {}: {}", place.name, place.help()), 155)
}

/// Who lies there, who comes there, and what lies beside.
pub fn view<'a>(
    place: Ref<Municipality>,
    there: &'a Results,
    delivering: &'a Results,
    as_of: &AsOf,
) -> impl IntoView + use<'a> {
    let area = |other: Ref<Municipality>| Area {
        href: links::municipality(other.slug()),
        count: there.counts[Filter::located(other)],
        chosen: other == place,
    };
    view! {
        <div class="page">
            {crumbs(vec![("Kommuner", links::MUNICIPALITIES.to_owned())])}
            <h1>{place.get().name.as_str()}</h1>
            <div class="beside">
                <div>
                    <p class="lead">{place.get().help()}</p>
                    <div class="prose"><p>{place.get().intro.as_str()}</p></div>
                    {trades(place, there)}
                </div>
                <div class="beside-map">
                    {map("Kort over Nordjylland: kommunen og dens naboer", &area, &mut there.hits.iter().map(|hit| &hit.listing))}
                </div>
            </div>
            {listings(place, there, as_of)} {coming(place, delivering, as_of)} {neighbours(place, there)}
        </div>
    }
}

/// Trades with listings in the municipality.
fn trades(place: Ref<Municipality>, there: &Results) -> impl IntoView + use<> {
    let here = SearchQuery::only(Filter::located(place));
    let rows: Vec<_> = Ref::<Trade>::every()
        .map(|trade| (trade.get().label(), Filter::trade(trade)))
        .filter(|(_, filter)| there.counts[*filter] > 0)
        .map(|(label, filter)| (label, links::search(&here.with(filter)), there.counts[filter]))
        .collect();
    (!rows.is_empty()).then(|| view! { <h2>"Brancher i kommunen"</h2> {counted(rows)} })
}

fn listings<'a>(place: Ref<Municipality>, there: &'a Results, as_of: &AsOf) -> impl IntoView + use<'a> {
    let name = place.get().name.as_str();
    let cards: Vec<_> = there.hits.iter().map(|hit| card(&hit.listing, as_of)).collect();
    let all = (there.total > there.hits.len()).then(|| all(Filter::located(place), there.total));
    let none = (there.total == 0).then(|| {
        notice("info", view! {
            <p>{format!("Vi kender ikke nogen socialøkonomisk virksomhed i {name} endnu. Prøv hos naboerne.")}</p>
            <p>
                "Har I en her? Så vil vi gerne have den med. "
                <a href=links::CONTACT>"Læs, hvor I kan henvende jer"</a> "."
            </p>
        })
    });
    let count = if there.total == 0 { "Ingen virksomheder".to_owned() } else { text::companies(there.total) };
    view! {
        <section class="band" id="virksomheder">
            <h2>{format!("{count} i {name}")}</h2>
            {none}
            <div class="cards">{cards}</div>
            {all}
        </section>
    }
}

/// Those that lie elsewhere and deliver here.
fn coming<'a>(place: Ref<Municipality>, delivering: &'a Results, as_of: &AsOf) -> impl IntoView + use<'a> {
    let elsewhere = |hit: &&Hit| hit.listing.municipality != Some(place);
    let cards: Vec<_> = delivering
        .hits
        .iter()
        .filter(elsewhere)
        .take(DELIVERING)
        .map(|hit| card(&hit.listing, as_of))
        .collect();
    (!cards.is_empty()).then(|| {
        view! {
            <section class="band" id="leverer">
                <h2>{format!("Andre, der leverer til {}", place.get().label())}</h2>
                <div class="cards">{cards}</div>
                {all(Filter::delivers(place), delivering.total)}
            </section>
        }
    })
}

fn all(filter: Filter, total: usize) -> impl IntoView {
    let words = match filter.facet() {
        Facet::Delivers => format!("Se alle {}, der leverer hertil", text::number(total)),
        _ => format!("Se alle {}", text::number(total)),
    };
    view! { <p><a class="onward" href=links::filter(filter)>{words} {icon("arrow-right")}</a></p> }
}

fn neighbours(place: Ref<Municipality>, there: &Results) -> impl IntoView + use<> {
    let rows = place.get().neighbours.iter().filter_map(|slug| Ref::<Municipality>::parse(slug).ok());
    let mut rows =
        rows.map(|other| (other, links::municipality(other.slug()), there.counts[Filter::located(other)]));
    view! {
        <section class="band">
            <h2>"Naboerne"</h2>
            {places(&mut rows)}
        </section>
    }
}
