//! Two to four listings side by side.

use std::sync::Arc;

use content::Listing;
use content::places::{Place, place};
use leptos::prelude::*;
use url::form_urlencoded;

use crate::model::{AsOf, MAX_COMPARED, SearchQuery, Shortlist};
use crate::page::{Failure, Page, Request, Section};
use crate::parts::crumbs::crumbs;
use crate::parts::notice::notice;
use crate::{links, text};

const DESCRIPTION: &str = "To til fire socialøkonomiske virksomheder ved siden af hinanden.";
/// What stands where nothing is known.
const UNKNOWN: &str = "Ikke oplyst";

/// What is compared, and from where.
struct Compared {
    /// In the order they were asked for.
    listings: Vec<Arc<Listing>>,
    /// More were asked for than fit.
    more: bool,
    /// Where distances are measured from, as typed.
    near: String,
    as_of: AsOf,
    /// Whole address of the page, for print.
    address: String,
}

/// Reads which from the address.
pub async fn load(request: Request<'_>) -> Result<Page, Failure> {
    let asked = form_urlencoded::parse(request.query.as_bytes());
    let chosen = Shortlist::of(asked.filter(|(key, _)| key == "v").map(|(_, slug)| slug));
    let mut listings = Vec::new();
    for slug in chosen.slugs() {
        listings.extend(request.catalogue.listing(slug).await?);
    }
    let more = listings.len() > MAX_COMPARED;
    listings.truncate(MAX_COMPARED);
    let near = SearchQuery::parse(request.query).near;
    let slugs: Vec<&str> = listings.iter().map(|listing| listing.slug.as_str()).collect();
    let address = format!("{}{}", request.base_url, links::with_listings(links::COMPARE, &slugs));
    let compared = Compared { more, near, as_of: request.as_of(), address, listings };
    let page = Page::new("Sammenlign", DESCRIPTION, links::COMPARE, view(&compared));
    Ok(Page { canonical: None, indexed: false, kept: false, ..page.in_section(Section::Companies) })
}

fn view(compared: &Compared) -> impl IntoView + use<'_> {
    let few = compared.listings.len() < 2;
    let more = compared.more.then(|| {
        notice("info", format!("I valgte flere, end der er plads til. Her er de {MAX_COMPARED} første."))
    });
    let too_few = few.then(|| view! { <p>"Sæt kryds ved mindst to virksomheder på listen, så står de her ved siden af hinanden."</p> });
    view! {
        <article class="page compare">
            {crumbs(vec![("Min liste", links::LIST.to_owned())])}
            <h1>"Sammenlign"</h1>
            {more} {too_few}
            {(!few).then(|| view! { {from(compared)} {table(compared)} })}
            <p class="compare-back"><a href=links::LIST>"Til min liste"</a></p>
            <p class="printed">{format!("Fra Samhandel Nord, {}. Siden: {}", text::date(compared.as_of.today), compared.address)}</p>
        </article>
    }
}

/// Asks for the place that distances are measured from.
fn from(compared: &Compared) -> impl IntoView + use<> {
    let slugs: Vec<_> = compared
        .listings
        .iter()
        .map(|listing| view! { <input type="hidden" name="v" value=listing.slug.clone() /> })
        .collect();
    let unknown = !compared.near.is_empty() && place(&compared.near).is_none();
    let unknown = unknown.then(|| {
        let typed = text::quote(&compared.near);
        notice(
            "map-pin",
            format!("Vi kender ikke stedet {typed}. Skriv en by eller et postnummer i Nordjylland."),
        )
    });
    view! {
        {unknown}
        <form class="compare-form" action=links::COMPARE>
            {slugs}
            <div class="form-field">
                <label for="naer">"Mål afstanden fra (by eller postnr.)"</label>
                <input id="naer" name="naer" maxlength="100" autocomplete="off" value=compared.near.clone() />
            </div>
            <button class="button quiet-button">"Mål"</button>
        </form>
    }
}

fn table(compared: &Compared) -> impl IntoView + use<'_> {
    let heads: Vec<_> = compared
        .listings
        .iter()
        .map(|listing| {
            let closed = listing.is_closed().then_some(" (lukket)");
            view! { <th scope="col"><a href=links::listing(listing)>{listing.name.as_str()}</a> {closed}</th> }
        })
        .collect();
    let rows: Vec<_> = rows(compared).into_iter().map(|(name, values)| row(compared, name, values)).collect();
    view! {
        <div class="table compared" role="region" aria-label="Sammenligning" tabindex="0">
            <table>
                <thead><tr><td></td>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(compared: &Compared, name: String, values: Vec<Option<String>>) -> impl IntoView + use<> {
    let cells: Vec<_> = values
        .into_iter()
        .zip(&compared.listings)
        .map(|(value, listing)| {
            let value = value.filter(|value| !value.is_empty()).unwrap_or_else(|| UNKNOWN.to_owned());
            view! { <td data-label=listing.name.clone()>{value}</td> }
        })
        .collect();
    view! { <tr><th scope="row">{name}</th> {cells}</tr> }
}

/// The rows by name, each with a value for every listing.
fn rows(compared: &Compared) -> Vec<(String, Vec<Option<String>>)> {
    let row = |name: &str, value: &dyn Fn(&Listing) -> Option<String>| {
        (name.to_owned(), compared.listings.iter().map(|listing| value(listing)).collect())
    };
    let mut rows = vec![
        row("Det sælger de", &|listing| Some(text::offers(listing).join("\n"))),
        row("Leverer", &text::delivery),
        row("Kan klare", &|listing| listing.capacity.clone()),
        row("Ordrestørrelse", &text::order_sizes),
        row("Mærke", &|listing| {
            let label = listing.label.as_ref()?;
            Some(format!("{}\n{}", text::label(label).name, text::label_basis(label)))
        }),
        row("Mindst 30 % i målgruppen", &text::declaration),
        row("Mærker og certifikater", &|listing| Some(listing.certificates.join("\n"))),
        row("Svartid", &|listing| text::habit(listing, &compared.as_of)),
        row("Bekræftet", &|listing| Some(text::standing(listing, compared.as_of.today))),
    ];
    if let Some(from) = place(&compared.near) {
        let name = format!("Afstand fra {}", text::origin(from));
        rows.insert(2, row(&name, &|listing| km(listing, from).map(text::distance)));
    }
    rows
}

/// Kilometres from the place to the nearest address.
pub(super) fn km(listing: &Listing, from: &Place) -> Option<f64> {
    let points = listing.addresses.iter().filter_map(|address| address.point);
    points.map(|point| from.point.km_to(point)).min_by(f64::total_cmp)
}
