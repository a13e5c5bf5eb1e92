//! The search page keeps its contract.

use app::links::search;
use app::model::{Facet, Filter, SearchQuery};

use crate::fixture::Fixture;
use crate::get;
use crate::html::{between, values, words};

#[test]
fn every_value_of_every_facet_has_its_number() {
    let catalogue = Fixture::seed();
    let html = get(&catalogue, "/virksomheder?kommune=aalborg").html;
    let numbers = html.split("data-facet=\"").skip(1);
    let found: Vec<Filter> = numbers
        .map(|rest| {
            let facet = Facet::from_param(rest.split('"').next().unwrap()).unwrap();
            let slug = between(rest, "data-value=\"", "\"");
            let filter = Filter::parse(facet, slug).unwrap();
            let query = SearchQuery::parse("kommune=aalborg").without_facet(facet).with(filter);
            let total = between(&get(&catalogue, &search(&query)).html, "data-total=\"", "\"").to_owned();
            assert_eq!(between(rest, "data-count=\"", "\""), total, "{facet:?} {slug}");
            filter
        })
        .collect();
    let all: Vec<Filter> = Facet::ALL.into_iter().flat_map(Facet::filters).collect();
    assert_eq!(found.len(), all.len());
    assert!(all.iter().all(|filter| found.contains(filter)));
}

#[test]
fn hits_are_articles_with_a_reason() {
    let html = get(&Fixture::seed(), "/virksomheder?q=cykler&kommune=aalborg").html;
    let slugs = values(&html, "data-slug");
    assert_eq!(between(&html, "data-total=\"", "\""), slugs.len().to_string());
    assert!(slugs.contains(&"cykel20"));
    assert!(html.contains("<mark>cykler</mark>"));
    let why = words(between(&html, "<ul aria-label=\"Derfor er den med\" class=\"why\">", "</ul>"));
    assert_eq!(why, "i Aalborg Kommune", "what is marked is not said again");
}

#[test]
fn chosen_filters_are_ticked_and_can_be_taken_back() {
    let html = get(&Fixture::seed(), "/virksomheder?q=mad&kommune=aalborg&hensyn=nedsat-tid").html;
    assert_eq!(html.matches(" checked").count(), 2);
    assert!(html.contains("name=\"kommune\" value=\"aalborg\" checked"));
    let chips = between(&html, "class=\"chips\">", "</ul>");
    assert_eq!(
        values(chips, "href"),
        [
            "/virksomheder?kommune=aalborg&amp;hensyn=nedsat-tid",
            "/virksomheder?q=mad&amp;hensyn=nedsat-tid",
            "/virksomheder?q=mad&amp;kommune=aalborg",
            "/virksomheder",
        ]
    );
    assert!(words(between(&html, "<summary>", "</summary>")).contains("Menu"));
    assert!(html.contains("(2)"));
}

#[test]
fn nothing_found_offers_ways_on() {
    let html = get(&Fixture::seed(), "/virksomheder?branche=genbrug-reparation&kommune=laesoe").html;
    let text = words(&html);
    assert_eq!(between(&html, "data-total=\"", "\""), "0");
    assert!(text.contains("Ingen virksomheder passer"));
    assert!(text.contains("Prøv uden i Læsø Kommune"));
    assert!(text.contains("Her er der nogen, nærmest først"));
    assert!(html.contains("/virksomheder?kommune=broenderslev&amp;branche=genbrug-reparation"));
}

#[test]
fn a_cpr_number_is_neither_searched_nor_shown() {
    let html = get(&Fixture::seed(), "/virksomheder?q=kantine+010190-1234").html;
    assert!(html.contains("lignede et CPR-nummer"));
    assert!(!html.contains("010190") && !html.contains("1234"));
}

#[test]
fn long_text_is_cut_and_says_so() {
    let html = get(&Fixture::seed(), &format!("/virksomheder?q={}", "a".repeat(10_000))).html;
    assert!(html.contains("Vi søger på de første 300 tegn."));
}

#[test]
fn text_of_visitors_is_never_markup() {
    let html = get(&Fixture::seed(), "/virksomheder?q=%3Cscript%3E%22%27%3E%3C!%3E%3C/title%3E").html;
    assert!(!html.contains("<script>") && !html.contains("\"'>"));
    assert!(html.contains("value=\"&lt;script&gt;&quot;'&gt;&lt;!&gt;&lt;/title&gt;\""));
}

#[test]
fn more_than_one_page_has_a_pager() {
    let mut catalogue = Fixture::seed();
    let first = catalogue.0.iter().find(|listing| listing.slug == "cykel20").unwrap().clone();
    for number in 0..50 {
        let mut copy = (*first).clone();
        copy.slug = format!("cykel20-{number}");
        catalogue.0.push(copy.into());
    }
    let html = get(&catalogue, "/virksomheder?q=cykel20&side=2").html;
    let pager = between(&html, "class=\"pager\">", "</nav>");
    assert_eq!(words(pager), "Forrige 1 2 3 Næste");
    assert!(pager.contains("rel=\"prev\" href=\"/virksomheder?q=cykel20\""));
    assert!(pager.contains("rel=\"next\" href=\"/virksomheder?q=cykel20&amp;side=3\""));
    assert_eq!(values(pager, "aria-current"), ["page"]);
}

#[test]
fn a_page_past_the_last_is_the_last() {
    let html = get(&Fixture::seed(), "/virksomheder?q=mad&side=999999").html;
    assert!(html.contains("<link rel=\"canonical\" href=\"https://samhandel.example/virksomheder?q=mad\""));
}

#[test]
fn only_the_bare_search_page_is_for_search_engines() {
    let catalogue = Fixture::seed();
    assert!(!get(&catalogue, "/virksomheder").html.contains("noindex"));
    for query in ["?q=mad", "?kommune=aalborg", "?side=2", "?farve=gul"] {
        assert!(get(&catalogue, &format!("/virksomheder{query}")).html.contains("noindex"), "{query}");
    }
}

#[test]
fn the_searches_of_the_front_page_find_something() {
    let catalogue = Fixture::seed();
    let html = get(&catalogue, "/").html;
    for href in values(between(&html, "class=\"examples\">", "</ul>"), "href") {
        let found = get(&catalogue, &href.replace("&amp;", "&")).html;
        assert_ne!(between(&found, "data-total=\"", "\""), "0", "{href}");
    }
}
