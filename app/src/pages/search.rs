//! The search page.

mod hits;
mod nearby;
mod nothing;
mod reading;

use content::taxonomy::{Municipality, Ref};
use leptos::prelude::*;

use crate::catalogue::FEW_HITS;
use crate::model::{AsOf, Filter, MAX_TEXT, Results, SearchQuery, Sort};
use crate::page::{Failure, Page, Request, Section, Told};
use crate::parts::facets::facets;
use crate::parts::icon::icon;
use crate::parts::map::{Area, map};
use crate::parts::notice::notice;
use crate::parts::search_form::what_and_near;
use crate::{links, text};

const DESCRIPTION: &str = "Find socialøkonomiske virksomheder i Nordjylland efter vare, ydelse, kommune og levering, \
                           eller efter opgaver og hensyn.";

const SCRIPTS: &[&str] = &["enhance/search.js", "enhance/suggest.js", "enhance/map.js"];

/// Reads the search from the address and asks for its hits.
pub async fn load(request: Request<'_>) -> Result<Page, Failure> {
    let query = SearchQuery::parse(request.query);
    let results = request.catalogue.search(&query).await?;
    let plain = request.query.is_empty();
    let title = if plain {
        "Find virksomheder".to_owned()
    } else {
        text::sentence(&query, results.total, &results.reading)
    };
    let path = links::search(&query.on_page(results.page));
    let page = Page::new(title, DESCRIPTION, path, view(&query, &results, &request.as_of()));
    let page = page.in_section(Section::Companies).quickened_by(SCRIPTS);
    let kept = query.text.is_empty() || results.total > FEW_HITS;
    let told = told(query, results);
    Ok(Page { indexed: plain, kept, told, ..page })
}

/// The first page of what somebody looked for; leafing on is the same search, and all there is is none.
fn told(query: SearchQuery, results: Results) -> Option<Told> {
    let asked = query.page == 0 && (!query.text.is_empty() || !query.filters.is_empty());
    asked.then(|| {
        let slugs = results.hits.iter().map(|hit| hit.listing.slug.clone()).collect();
        Told::Search { query: Box::new(query), reading: results.reading, slugs }
    })
}

/// Form, map and hits.
pub fn view<'a>(query: &'a SearchQuery, results: &'a Results, as_of: &AsOf) -> impl IntoView + use<'a> {
    let chosen = (!query.filters.is_empty()).then(|| format!("({})", query.filters.len()));
    view! {
        <div class="search-page">
            <h1>"Find virksomheder"</h1>
            <form id="soeg" class="search-form" action=links::SEARCH role="search" autocomplete="off">
                {what_and_near(query)} {kept(query)}
                <details class="fold filters" id="filtre">
                    <summary>{icon("sliders-horizontal")} " Filtre " <span data-chosen>{chosen}</span></summary>
                    <div class="fold-body">
                        <h2 class="unseen">"Filtre"</h2>
                        {facets(query, &results.counts)}
                        <p class="apply"><button class="button">"Anvend filtre"</button></p>
                    </div>
                </details>
            </form>
            <details class="fold map-fold">
                <summary>{icon("map")} " Kort"</summary>
                <div class="fold-body" id="kort">{places(query, results)}</div>
            </details>
            <p class="unseen" role="status" id="besked"></p>
            <section id="resultater" class="results" aria-label="Resultater" tabindex="-1">
                {notices(query)} {hits::head(query, results)} {reading::corrections(query, results)}
                {hits::hits(query, results, as_of)}
            </section>
        </div>
    }
}

/// What the form has no field for.
fn kept(query: &SearchQuery) -> impl IntoView + use<> {
    let literal = query.literal && !query.text.is_empty();
    let literal = literal.then(|| view! { <input type="hidden" name="ordret" value="1" /> });
    let sort = (query.sort != Sort::default())
        .then(|| view! { <input type="hidden" name="sorter" value=query.sort.param() /> });
    view! { {literal} {sort} }
}

/// The map of this search: a municipality is a filter to set or take back.
fn places<'a>(query: &'a SearchQuery, results: &'a Results) -> impl IntoView + use<'a> {
    let area = |place: Ref<Municipality>| {
        let filter = Filter::located(place);
        let chosen = query.filters.contains(&filter);
        let search = if chosen { query.without(filter) } else { query.with(filter) };
        Area { href: links::search(&search), count: results.counts[filter], chosen }
    };
    let mut listings = results.hits.iter().chain(&results.nearby).map(|hit| &hit.listing);
    map("Kort over Nordjylland: vælg kommune", &area, &mut listings)
}

fn notices(query: &SearchQuery) -> impl IntoView + use<> {
    let cut = query.cut.then(|| notice("info", format!("Vi søger på de første {MAX_TEXT} tegn.")));
    let cpr = query.had_cpr.then(|| {
        notice(
            "info",
            "Noget i søgningen lignede et CPR-nummer. Vi har ikke søgt på det og gemmer det ikke. \
             Søg på opgaver, sted og hensyn i stedet.",
        )
    });
    let unknown = !query.near.is_empty() && query.place().is_none();
    let unknown = unknown.then(|| {
        let place = text::quote(&query.near);
        notice("map-pin", format!(
            "Vi kender ikke stedet {place}. Skriv en by eller et postnummer i Nordjylland. Indtil da søger vi uden."
        ))
    });
    view! { {cut} {cpr} {unknown} }
}
