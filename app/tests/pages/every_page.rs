//! What must hold of every page.

use std::collections::{BTreeSet, HashSet};

use app::links;
use app::page::Failure;
use app::routes::fail;
use content::articles::{Article, articles};
use content::taxonomy::{Entry, Municipality, Scheme, Term, Trade};

use crate::fixture::Fixture;
use crate::html::{assert_balanced, between, values};
use crate::{BASE_URL, get};

/// Addresses of every kind of page, and of every state of the search page.
fn addresses(catalogue: &Fixture) -> Vec<String> {
    let fixed = [
        "/",
        "/virksomheder",
        "/virksomheder?q=mad&kommune=aalborg",
        "/virksomheder?q=010190-1234&branche=metal&kommune=laesoe",
        "/virksomheder?side=2",
        "/virksomheder?sorter=navn&side=999999&q=%00%FF%F0%9F%8D%9E%22AND(*",
        "/virksomheder?q=mad+i+aalborg&naer=9530&km=25&sorter=afstand",
        "/virksomheder?q=frokost+i+l%C3%A6s%C3%B8",
        "/virksomheder?q=reng%C3%B8rring+limousine&ordret=1&naer=Kiruna",
        "/virksomheder?q=reng%C3%B8rring+limousine",
        "/kommuner",
        "/brancher",
        "/om",
        "/samhandel/indkoebstjek",
        "/samhandel/indkoebstjek?branche=kantine-catering&branche=metal&naer=9530&km=25",
        "/samhandel/indkoebstjek?branche=metal&naer=Kiruna&km=25&q=x",
        "/match",
        "/match?opgave=koekken&opgave=dyr&hensyn=ro-egen-plads&ordning=fleksjob&timer=5&naer=9530&km=25&udenbil=1",
        "/match?naer=Kiruna+010190-1234&timer=99&side=7",
        "/metodekatalog/alt",
        "/eftervaern",
        "/eftervaern?start=2026-11-28&trin=1-uge&trin=12-maaneder&med=borger&hvem-1-uge=mentor",
        "/eftervaern?start=i+morgen",
        "/hjaelp/rimelighed",
        "/hjaelp/rimelighed?aarsvaerk=63%2C5&nu=3",
        "/hjaelp/rimelighed?aarsvaerk=4&nu=mange",
        "/ordninger",
        "/om/privatliv",
        "/om/cookies",
        "/om/databeskyttelse",
        "/om/kontakt",
        "/tilgaengelighed",
    ];
    let fixed = fixed.into_iter().map(str::to_owned);
    let places = Municipality::all().iter().map(|place| links::municipality(place.slug()));
    let trades = Trade::all().iter().map(|trade| links::trade(trade.slug()));
    let schemes = Scheme::all().iter().map(|scheme| links::scheme(scheme.slug()));
    let visible = catalogue.0.iter().filter(|listing| listing.is_visible());
    let articles = articles().iter().map(Article::path);
    fixed
        .chain(articles)
        .chain(places)
        .chain(trades)
        .chain(schemes)
        .chain(visible.map(|listing| links::listing(listing)))
        .collect()
}

/// Whether what follows ` on` makes it an attribute, not a word.
fn is_handler(rest: &str) -> bool {
    rest.trim_start_matches(|letter: char| letter.is_ascii_lowercase()).starts_with('=')
}

fn assert_sound(address: &str, html: &str) {
    assert!(html.starts_with("<!DOCTYPE html><html lang=\"da\">"), "{address}");
    assert!(!html.contains("<!>") && !html.contains("<!--"), "{address}: markers are left");
    assert!(
        !html.contains(" style=") && !html.split(" on").skip(1).any(is_handler),
        "{address}: inline style or handler"
    );
    assert_eq!(html.matches("<h1").count(), 1, "{address}: one h1");
    assert_eq!(html.matches("<main").count(), 1, "{address}: one main");
    let ids = values(html, "id");
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "{address}: ids are unique");
    assert!(html.len() < 150_000, "{address}: {} bytes", html.len());
    assert_balanced(html);
}

#[test]
fn every_page_is_sound_and_found() {
    let catalogue = Fixture::seed();
    for address in addresses(&catalogue) {
        let document = get(&catalogue, &address);
        assert_eq!(document.status, 200, "{address}");
        assert_sound(&address, &document.html);
        let title = between(&document.html, "<title>", "</title>");
        assert!(title.ends_with(" · Samhandel Nord") && title.len() > 20, "{address}: {title}");
        let description = between(&document.html, "<meta name=\"description\" content=\"", "\"");
        assert!((40..=155).contains(&description.chars().count()), "{address}: {description}");
        assert!(document.html.contains(&format!("<link rel=\"canonical\" href=\"{BASE_URL}/")), "{address}");
    }
}

#[test]
fn every_link_leads_to_a_page() {
    let catalogue = Fixture::seed();
    let mut links = BTreeSet::new();
    for address in addresses(&catalogue) {
        let html = get(&catalogue, &address).html;
        let inner = values(&html, "href").into_iter().chain(values(&html, "action"));
        links.extend(inner.filter(|href| href.starts_with('/')).map(|href| href.replace("&amp;", "&")));
        for anchor in values(&html, "href").into_iter().filter_map(|href| href.strip_prefix('#')) {
            assert!(values(&html, "id").contains(&anchor), "{address}: #{anchor}");
        }
    }
    for link in links {
        // Forms that the server answers, for they need a session or a store.
        let form = [links::SIGN_IN, links::CREATE, links::LIST].contains(&link.as_str())
            || link.starts_with(links::PLACES_LIST)
            || ["/er-det-jeres", "/meld-fejl", "/henvendelse"].iter().any(|end| link.ends_with(end))
            || link.contains("/henvendelse?art=placering");
        let served = form
            || link.starts_with(links::AFTERCARE_CALENDAR)
            || [links::OPENSEARCH, links::FEED].contains(&link.as_str())
            || app::assets::ASSETS.iter().any(|asset| asset.url == link);
        let address = link.split('#').next().unwrap();
        assert!(served || get(&catalogue, address).status == 200, "{link}");
    }
}

#[test]
fn unknown_addresses_are_not_found() {
    let catalogue = Fixture::seed();
    for address in [
        "/nope",
        "/virksomheder/nope",
        "/kommuner/atlantis",
        "/brancher/tryl",
        "/ordninger/tryl",
        "/hjaelp",
        "/om/nope",
        "/om/",
        "//",
    ] {
        assert_eq!(get(&catalogue, address).status, 404, "{address}");
    }
    let draft = catalogue.0.iter().find(|listing| !listing.is_visible()).unwrap();
    assert_eq!(get(&catalogue, &links::listing(draft)).status, 404, "a draft is not shown");
}

#[test]
fn failures_are_pages_too() {
    let all = [
        Failure::NotFound,
        Failure::NotAllowed,
        Failure::Invalid,
        Failure::TooLarge,
        Failure::Broken,
        Failure::Unavailable,
    ];
    for failure in all {
        let document = fail(BASE_URL, failure);
        assert_eq!(document.status, failure.status());
        assert_eq!(Failure::from_status(document.status), failure);
        assert_sound(&format!("{failure:?}"), &document.html);
        assert!(document.html.contains("noindex"), "{failure:?}");
    }
    assert!(fail(BASE_URL, Failure::NotFound).html.contains("role=\"search\""));
}

#[test]
fn all_icons_have_words_beside_them() {
    let catalogue = Fixture::seed();
    for address in addresses(&catalogue) {
        let html = get(&catalogue, &address).html;
        for drawing in html.split("<svg class=\"icon\"").skip(1) {
            assert!(drawing.starts_with(" viewBox=\"0 0 24 24\" aria-hidden=\"true\">"), "{address}");
        }
    }
}
