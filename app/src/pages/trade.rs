//! One trade.

use content::taxonomy::{Entry, Municipality, Ref, Trade};
use leptos::prelude::*;

use crate::model::{AsOf, Filter, Results, SearchQuery};
use crate::page::{Failure, Page, Request, Section};
use crate::parts::card::card;
use crate::parts::counted::{counted, places};
use crate::parts::crumbs::crumbs;
use crate::parts::icon::icon;
use crate::parts::notice::notice;
use crate::{links, text};

/// Asks for those of the trade.
pub async fn load(request: Request<'_>, slug: &str) -> Result<Page, Failure> {
    let trade = Ref::<Trade>::parse(slug).map_err(|_| Failure::NotFound)?;
    let results = request.catalogue.search(&SearchQuery::only(Filter::trade(trade))).await?;
    let description = format!("{} Socialøkonomiske virksomheder i Nordjylland.", trade.help());
    let page = Page::new(
        trade.get().label(),
        text::shortened(&description, 155),
        links::trade(slug),
        view(trade, &results, &request.as_of()),
    );
    Ok(page.in_section(Section::Companies))
}

/// What the trade is, what can be bought, who sells it and where.
pub fn view<'a>(trade: Ref<Trade>, results: &'a Results, as_of: &AsOf) -> impl IntoView + use<'a> {
    let about = trade.get();
    view! {
        <div class="page">
            {crumbs(vec![("Brancher", links::TRADES.to_owned())])}
            <div class="title with-panel">
                <div class="panel" data-tint=about.slug()>{icon(&about.icon)}</div>
                <h1>{about.label()}</h1>
            </div>
            <p class="lead">{about.help()}</p>
            <div class="prose"><p>{about.intro.as_str()}</p></div>
            <div class="pair">
                {services(about, results)} {located(trade, results)}
            </div>
            {listings(trade, results, as_of)}
        </div>
    }
}

fn services(trade: &'static Trade, results: &Results) -> impl IntoView + use<> {
    let rows = trade.services().map(|service| {
        let filter = Filter::service(service);
        (service.get().label(), links::filter(filter), results.counts[filter])
    });
    view! { <section><h2>"Varer og ydelser"</h2> {counted(rows.collect())}</section> }
}

/// Municipalities with listings of the trade.
fn located(trade: Ref<Trade>, results: &Results) -> impl IntoView + use<> {
    let here = SearchQuery::only(Filter::trade(trade));
    let rows: Vec<_> = Ref::<Municipality>::every()
        .map(|place| (place, Filter::located(place)))
        .filter(|(_, filter)| results.counts[*filter] > 0)
        .map(|(place, filter)| (place, links::search(&here.with(filter)), results.counts[filter]))
        .collect();
    (!rows.is_empty())
        .then(|| view! { <section><h2>"Efter kommune"</h2> {places(&mut rows.into_iter())}</section> })
}

fn listings<'a>(trade: Ref<Trade>, results: &'a Results, as_of: &AsOf) -> impl IntoView + use<'a> {
    let heading = if results.total == 0 {
        "Ingen virksomheder endnu".to_owned()
    } else {
        text::companies(results.total)
    };
    let cards: Vec<_> = results.hits.iter().map(|hit| card(&hit.listing, as_of)).collect();
    let none = (results.total == 0).then(|| {
        notice("info", view! {
            <p>"Vi kender ikke nogen i branchen endnu. Se på de beslægtede brancher, eller spørg en virksomhed, om den kan."</p>
            <p>"Er det jer? " <a href=links::CONTACT>"Læs, hvor I kan henvende jer"</a> "."</p>
        })
    });
    let all = (results.total > results.hits.len()).then(|| {
        let words = format!("Se alle {}", text::number(results.total));
        view! { <p><a class="onward" href=links::filter(Filter::trade(trade))>{words} {icon("arrow-right")}</a></p> }
    });
    view! {
        <section class="band" id="virksomheder">
            <h2>{heading}</h2>
            {none}
            <div class="cards">{cards}</div>
            {all}
        </section>
    }
}
