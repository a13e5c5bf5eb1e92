//! Tick what you buy, see who sells it near you.

use content::taxonomy::{Entry, Ref, Trade};
use leptos::prelude::*;

use crate::links;
use crate::model::{DISTANCES, Facet, Filter, Results, SearchQuery};
use crate::page::{Failure, Page, Request, Section};
use crate::parts::counted::counted;
use crate::parts::crumbs::crumbs;
use crate::parts::icon::icon;
use crate::parts::notice::notice;

const TITLE: &str = "Indkøbstjek";
const DESCRIPTION: &str = "Sæt kryds ved det, I køber i dag, og se, hvor mange socialøkonomiske \
                           virksomheder i Nordjylland der sælger det.";

/// Asks how many of each trade there are where the buyer is.
pub async fn load(request: Request<'_>) -> Result<Page, Failure> {
    let asked = understood(&SearchQuery::parse(request.query));
    let near = SearchQuery { filters: [].into(), ..asked.clone() };
    let results = request.catalogue.search(&near).await?;
    let page = Page::new(TITLE, DESCRIPTION, links::PURCHASE_CHECK, view(&asked, &near, &results));
    Ok(Page { indexed: request.query.is_empty(), ..page.in_section(Section::Trading) })
}

/// Trades and place of a query; whatever else it asks is not asked here.
fn understood(query: &SearchQuery) -> SearchQuery {
    SearchQuery {
        near: query.near.clone(),
        km: query.km.filter(|_| !query.near.is_empty()),
        filters: query.chosen(Facet::Trade).collect(),
        ..SearchQuery::default()
    }
}

/// The answer, when something was ticked, and the form with what was ticked. `near` is the search without
/// trades.
pub fn view(asked: &SearchQuery, near: &SearchQuery, results: &Results) -> impl IntoView + use<> {
    let unknown = (!asked.near.is_empty() && asked.place().is_none()).then(|| {
        let words = format!("Vi kender ikke stedet {}, så tallene er for hele Nordjylland.", asked.near);
        notice("info", view! { <p>{words}</p> })
    });
    view! {
        <div class="page purchase-check">
            {crumbs(vec![("Samhandel", links::TRADING.to_owned())])}
            <h1>{TITLE}</h1>
            <p class="lead">{DESCRIPTION}</p>
            {unknown}
            {(!asked.filters.is_empty()).then(|| answer(asked, near, results))}
            {form(asked)}
        </div>
    }
}

fn answer(asked: &SearchQuery, near: &SearchQuery, results: &Results) -> impl IntoView + use<> {
    let rows: Vec<_> = asked
        .chosen(Facet::Trade)
        .map(|trade| (trade.entry().label(), links::search(&near.with(trade)), results.counts[trade]))
        .collect();
    let met = rows.iter().filter(|(_, _, count)| *count > 0).count();
    let sentence = match (met, rows.len()) {
        (0, _) => {
            "Vi kender ingen, der sælger det dér. Prøv en større afstand eller hele Nordjylland.".to_owned()
        }
        (met, all) if met == all => {
            "Alt det, I satte kryds ved, kan købes hos virksomheder i kataloget.".to_owned()
        }
        (met, all) => {
            format!("{met} af de {all}, I satte kryds ved, kan købes hos virksomheder i kataloget.")
        }
    };
    let together = links::search(asked);
    view! {
        <section class="answer" id="svar">
            <h2>"Det kan I købe"</h2>
            <p>{sentence}</p>
            {counted(rows)}
            <p class="quiet">"Tallene er virksomheder i kataloget. Nogle er ikke bekræftet af virksomheden selv; det står på hver side."</p>
            <p><a class="onward" href=together>"Se dem samlet " {icon("arrow-right")}</a></p>
        </section>
    }
}

fn form(asked: &SearchQuery) -> impl IntoView + use<> {
    let trades: Vec<_> = Ref::<Trade>::every()
        .map(|trade| {
            let ticked = asked.filters.contains(&Filter::trade(trade));
            view! {
                <label class="value">
                    <input type="checkbox" name=Facet::Trade.param() value=trade.get().slug() checked=ticked />
                    <span>{trade.get().label()}</span>
                </label>
            }
        })
        .collect();
    let distances: Vec<_> = DISTANCES
        .into_iter()
        .map(
            |km| view! { <option value=km selected=asked.km == Some(km)>{format!("Højst {km} km")}</option> },
        )
        .collect();
    view! {
        <form action=links::PURCHASE_CHECK>
            <fieldset>
                <legend>"Hvad køber I i dag?"</legend>
                <div class="ticks">{trades}</div>
            </fieldset>
            <div class="form-field">
                <label for="naer">"Hvor ligger I? (by eller postnr., kan stå tomt)"</label>
                <input id="naer" name="naer" maxlength="100" autocomplete="off" value=asked.near.clone() />
            </div>
            <div class="form-field">
                <label for="km">"Hvor langt væk må de ligge?"</label>
                <select id="km" name="km"><option value="">"Alle afstande"</option> {distances}</select>
            </div>
            <button class="button">{text_of_button(asked)}</button>
        </form>
    }
}

fn text_of_button(asked: &SearchQuery) -> &'static str {
    if asked.filters.is_empty() { "Se, hvem der sælger det" } else { "Se igen" }
}
