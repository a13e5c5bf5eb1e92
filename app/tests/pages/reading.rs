//! Place, distance and reading of a search, as the page tells of them.

use crate::fixture::Fixture;
use crate::get;
use crate::html::{between, values, words};

fn page(query: &str) -> String {
    get(&Fixture::seed(), &format!("/virksomheder?{query}")).html
}

/// The part of the page that a search changes.
fn results(html: &str) -> &str {
    between(html, "id=\"resultater\"", "</section>")
}

/// Chips with their addresses.
fn chips(html: &str) -> Vec<(String, &str)> {
    let list = between(html, "class=\"chips\">", "</ul>");
    let chips = list.split("</li>").filter(|chip| chip.contains("href"));
    chips.map(|chip| (words(chip), values(chip, "href")[0])).collect()
}

fn title(html: &str) -> &str {
    between(html, "<title>", " · Samhandel Nord")
}

#[test]
fn the_form_keeps_place_and_distance() {
    let html = page("q=mad&naer=st%C3%B8vring&km=50");
    let form = between(&html, "class=\"search-form\"", "<details");
    let near = form.split("<input").find(|input| input.contains("id=\"naer\"")).unwrap();
    assert!(near.contains("value=\"støvring\""));
    assert!(form.contains("<option value=\"50\" selected>Højst 50 km"));
    assert_eq!(form.matches(" selected").count(), 1);
    assert_eq!(values(form, "for"), ["q", "naer", "km"]);
}

#[test]
fn a_place_asked_for_is_a_chip_and_measures_every_card() {
    let html = page("q=mad&naer=st%C3%B8vring&km=50");
    assert_eq!(
        chips(&html),
        [
            ("“mad”".to_owned(), "/virksomheder?naer=st%C3%B8vring&amp;km=50"),
            ("højst 50 km fra Støvring".to_owned(), "/virksomheder?q=mad"),
            ("Ryd alt".to_owned(), "/virksomheder"),
        ]
    );
    assert!(title(&html).ends_with(" virksomheder · mad · højst 50 km fra Støvring"));
    let cards = html.matches("class=\"card\"").count();
    assert!(cards > 1);
    let measured = html.split("class=\"card-where\"").skip(1);
    assert_eq!(
        measured.filter(|card| between(card, "<span>", "</p>").contains(" km fra Støvring")).count(),
        cards
    );
    assert!(results(&html).contains(">Nærmest</a>"));
    assert!(chips(&page("naer=9530")).contains(&("nær 9530 Støvring".to_owned(), "/virksomheder")));
}

#[test]
fn nearest_is_an_order_only_where_there_is_a_place() {
    let html = page("q=mad&sorter=afstand");
    let orders = between(&html, "class=\"sort\"", "</nav>");
    assert!(!orders.contains("Nærmest"));
    assert!(orders.contains("aria-current=\"true\" data-swap>Passer bedst"));
    let html = page("q=mad&naer=9000&sorter=afstand");
    assert!(between(&html, "class=\"sort\"", "</nav>").contains("aria-current=\"true\" data-swap>Nærmest"));
}

#[test]
fn an_unknown_place_is_said_and_passed_over() {
    let html = page("q=mad&naer=K%C3%B8benhavn&km=5");
    assert!(html.contains("Vi kender ikke stedet “København”."));
    assert_eq!(between(&html, "data-total=\"", "\""), between(&page("q=mad"), "data-total=\"", "\""));
    assert_eq!(chips(&html).len(), 1);
    assert!(html.contains("value=\"København\""));
    assert!(!page("naer=K%C3%B8benhavn").contains("class=\"chips\""), "no empty list");
    assert!(!page("km=5").contains("Vi kender ikke"));
}

#[test]
fn a_place_in_the_text_is_a_chip_of_its_own() {
    let html = page("q=mad+i+aalborg&samarbejde=koeb-varer");
    let chips = chips(&html);
    assert_eq!(chips[0], ("“mad”".to_owned(), "/virksomheder?q=i+aalborg&amp;samarbejde=koeb-varer"));
    assert_eq!(chips[1], ("i Aalborg Kommune".to_owned(), "/virksomheder?q=mad&amp;samarbejde=koeb-varer"));
    assert!(title(&html).contains(" · mad · i Aalborg Kommune · "));
    let line = between(&html, "read-place\">", "</p>");
    assert_eq!(words(line), "Vi læser “aalborg” som et sted. Søg efter ordet i stedet");
    let literal = "/virksomheder?q=mad+i+aalborg&amp;ordret=1&amp;samarbejde=koeb-varer";
    assert_eq!(values(line, "href"), [literal]);
}

#[test]
fn a_text_taken_as_typed_says_so_and_stays_so_in_the_form() {
    let html = page("q=mad&ordret=1");
    assert_eq!(chips(&html)[1], ("præcis som skrevet".to_owned(), "/virksomheder?q=mad"));
    assert!(html.contains("<input type=\"hidden\" name=\"ordret\" value=\"1\">"));
    assert!(!page("ordret=1").contains("name=\"ordret\""));
}

#[test]
fn a_corrected_word_is_named_with_the_way_back() {
    let html = page("q=reng%C3%B8rring&kommune=thisted");
    let line = between(&html, "class=\"read-as\">", "</p>");
    assert_eq!(
        words(line),
        "Vi viser resultater for rengøring i stedet for “rengørring”. Søg præcis efter “rengørring”"
    );
    assert_eq!(
        values(line, "href"),
        [
            "/virksomheder?q=reng%C3%B8ring&amp;kommune=thisted",
            "/virksomheder?q=reng%C3%B8rring&amp;ordret=1&amp;kommune=thisted",
        ]
    );
    assert!(html.contains("<mark>rengøring</mark>"));
}

#[test]
fn words_nobody_has_are_named() {
    let some = page("q=frokost+limousine");
    assert!(words(&some).contains("Ingen passer på “limousine”. Her er dem, der passer på resten."));
    let none = page("q=limousine");
    assert_eq!(between(&none, "data-total=\"", "\""), "0");
    assert!(words(&none).contains("Ingen i kataloget nævner “limousine”."));
    let markup = words(&page("q=limousine%3Cb%3E"));
    assert!(markup.contains("“limousine&lt;b&gt;”"));
}

#[test]
fn what_lies_near_stands_below_or_instead_of_the_hits() {
    let none = page("q=frokost+i+l%C3%A6s%C3%B8");
    assert_eq!(between(&none, "data-total=\"", "\""), "0");
    let text = words(&none);
    assert!(
        text.contains("Ingen i Læsø Kommune passer på “frokost”. Disse leverer dertil eller ligger nærmest")
    );
    assert!(text.contains("Prøv uden stedet Læsø Kommune"));
    let near = between(&none, "id=\"i-naerheden\"", "</section>");
    assert!(!values(near, "data-slug").is_empty());
    assert!(near.contains(" km fra midten af Læsø Kommune"));

    let some = page("q=mad+i+aalborg");
    let hits = values(results(&some), "data-slug").len();
    assert_eq!(between(&some, "data-total=\"", "\""), "3");
    let near = between(&some, "id=\"i-naerheden\"", "</section>");
    assert!(words(near).contains("Andre, der leverer til Aalborg Kommune eller ligger nærmest"));
    assert_eq!(hits, 3 + values(near, "data-slug").len());
    assert!(near.contains(" km fra Aalborg"));
}

#[test]
fn a_limit_that_leaves_nothing_can_be_given_up() {
    let html = page("q=mad&naer=L%C3%A6s%C3%B8&km=5");
    let ways = between(&html, "class=\"counted loosened\">", "</ul>");
    assert!(words(ways).contains("Prøv uden grænse for afstanden"));
    assert!(ways.contains("href=\"/virksomheder?q=mad&amp;naer=L%C3%A6s%C3%B8\""));
}

#[test]
fn cards_show_where_the_words_stand_and_nothing_twice() {
    let html = page("q=borgere");
    let card = between(&html, "data-slug=\"topvirk\"", "</article>");
    assert!(card.contains("mest for <mark>borgere</mark> fra Frederikshavn.</p>"));
    assert!(!card.contains("class=\"why\""));
    let html = page("q=mad");
    let card = between(&html, "data-slug=\"kaffefair\"", "</article>");
    assert!(words(card).contains("Blandt tilbuddene: Mad til møder og catering"));
    assert_eq!(card.matches("class=\"card-found\"").count(), 1);
    assert!(!page("").contains("card-found"), "a card without a search has no more than before");
}
