//! The list as it is taken to a meeting, and the sheet for the citizen.

use std::sync::Arc;

use app::model::{Listed, Need};
use app::routes::{self, Meeting};
use chrono::NaiveDate;
use content::Listing;
use serde_json::{Value, json};

use crate::BASE_URL;
use crate::html::{assert_balanced, between, values, words};

const NEED: &str =
    "opgave=koekken&hensyn=ro-egen-plads&hensyn=nedsat-tid&timer=4&naer=St%C3%B8vring&km=25&udenbil=1";

fn listing(slug: &str, more: &Value) -> Arc<Listing> {
    let mut facts =
        json!({ "slug": slug, "name": format!("Sted {slug}"), "state": "public", "one_line": "Frokost" });
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    Arc::new(serde_json::from_value(facts).unwrap())
}

fn whole() -> Arc<Listing> {
    listing(
        "a",
        &json!({
            "phone": "98 00 00 00", "email": "post@a.dk", "municipality": "rebild",
            "addresses": [{ "street": "Vej 1", "postcode": "9530", "town": "Støvring",
                "point": { "lat": 56.885, "lon": 9.838 }, "precision": "street" }],
            "placement": {
                "schemes": ["fleksjob"], "tasks": ["lager", "koekken"], "considerations": ["nedsat-tid"],
                "ruled_out": ["ro-egen-plads"], "hours_from": 2, "hours_to": 10,
                "free": [{ "scheme": "fleksjob", "count": 2, "confirmed": "2026-11-01" }],
                "received_by": "Køkkenchefen", "first_day": "Kaffe <b>og</b> rundvisning",
                "reach": "Ti minutter fra stationen", "contact": "Ring om formiddagen",
                "paused_until": "2026-12-24",
            },
        }),
    )
}

fn closed() -> Arc<Listing> {
    listing("lukket", &json!({ "state": "closed", "closed": { "reason": "Den holdt op." } }))
}

fn bare(slug: &str) -> Arc<Listing> {
    listing(slug, &json!({}))
}

fn shown(
    render: fn(Meeting<'_>) -> routes::Document,
    listings: &[Arc<Listing>],
    received: bool,
    query: &str,
) -> String {
    let listed = Listed { listings: listings.to_vec(), unknown: 0, received, full: false };
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let need = Need::parse(query);
    let document = render(Meeting { base_url: BASE_URL, listed: &listed, need: &need, today });
    assert!(document.status == 200 && !document.kept && document.html.contains("noindex"));
    assert!(!document.html.contains("rel=\"canonical\""));
    assert_balanced(&document.html);
    document.html
}

fn list(listings: &[Arc<Listing>], received: bool, query: &str) -> String {
    shown(routes::places_list, listings, received, query)
}

fn sheet(listings: &[Arc<Listing>], query: &str) -> String {
    shown(routes::places_sheet, listings, true, query)
}

/// What stands about one place.
fn of<'a>(html: &'a str, slug: &str) -> &'a str {
    let start = format!("data-listed-slug=\"{slug}\"");
    let (_, rest) = html.split_once(&start).unwrap();
    rest.split("data-listed-slug=").next().unwrap()
}

#[test]
fn each_place_says_why_it_is_there() {
    let html = list(&[whole(), bare("b")], false, NEED);
    let a = words(of(&html, "a"));
    for part in [
        "2 ledige pladser, sagt 1. november 2026.",
        "Holder pause til og med 24. december 2026.",
        "Passer Køkken Nedsat tid Fra 2 til 10 timer om ugen under 1 km væk Uden bil: Ti minutter fra stationen",
        "Kan de ikke Ro og egen arbejdsplads",
        "Tager imod nye Køkkenchefen",
        "Den første dag Kaffe &lt;b&gt;og&lt;/b&gt; rundvisning",
        "Kontakt Ring om formiddagen",
        "98 00 00 00",
    ] {
        assert!(a.contains(part), "{part} in {a}");
    }
    let b = words(of(&html, "b"));
    assert!(b.contains("Ledige pladser: spørg dem") && b.contains("Spørg dem om Køkken"), "{b}");
    assert!(!b.contains("Kan de ikke"), "what is not known is no no: {b}");
}

#[test]
fn without_a_need_stands_what_the_place_says() {
    let html = list(&[whole(), bare("b"), bare("c")], false, "");
    let a = words(of(&html, "a"));
    assert!(a.contains("Uden bil Ti minutter fra stationen"), "{a}");
    assert!(a.contains("Opgaver Lager Køkken") && a.contains("Ordninger Fleksjob"), "{a}");
    assert!(a.contains("Hensyn, de kan tage Nedsat tid") && a.contains("Kan de ikke Ro"), "{a}");
    assert!(words(of(&html, "b")).contains("De har ikke skrevet noget om opgaver"));
    assert!(html.contains("<a href=\"/match\">Vælg opgaver og hensyn</a>"));
}

#[test]
fn the_need_is_in_every_link_and_form_and_each_wish_can_go() {
    let query = Need::parse(NEED).to_query_string().replace('&', "&amp;");
    let own = list(&[whole(), bare("b")], false, NEED);
    let retur = format!("name=\"retur\" value=\"/liste/pladser?{query}\"");
    assert_eq!(own.matches(&retur).count(), 2, "one for each place");
    for address in [
        format!("/liste/pladser/borger?v=a&amp;v=b&amp;{query}"),
        format!(
            "/liste/henvendelse?v=a&amp;v=b&amp;art=placering&amp;{}",
            query.split("&amp;naer=").next().unwrap()
        ),
        format!("/match?{query}"),
        format!("/liste/pladser?{}", query.replace("timer=4&amp;", "")),
    ] {
        assert!(values(&own, "href").contains(&address.as_str()), "{address}");
    }
    assert_eq!(own.matches("class=\"chip\"").count(), 7, "six wishes and where from");
    assert!(own.contains(&format!("value=\"{BASE_URL}/liste/pladser?v=a&amp;v=b&amp;{query}\"")));
    let received = list(&[whole(), bare("b")], true, NEED);
    for address in [
        format!("/liste/pladser?v=b&amp;v=a&amp;{query}#sted-a"),
        format!("/liste/pladser?v=b&amp;{query}#sted-a"),
        format!("/liste/pladser?v=a&amp;v=b&amp;{}", query.replace("timer=4&amp;", "")),
    ] {
        assert!(values(&received, "href").contains(&address.as_str()), "{address}");
    }
    assert!(received.contains(&retur), "taken over it is still beside the need");
    assert!(!received.contains("name=\"op\"") && received.contains("data-order=\"link\""));
    assert!(!list(&[whole()], true, "").contains(">Fjern<"), "an address without slugs is one's own list");
}

#[test]
fn short_lists_work_best_and_it_says_so() {
    let many: Vec<_> = ["a", "b", "c", "d", "e", "f"].into_iter().map(bare).collect();
    let html = list(&many, false, "timer=4");
    assert!(html.contains("En kort liste virker bedst") && !html.contains("/liste/henvendelse"));
    assert_eq!(html.matches("type=\"checkbox\"").count(), 6);
    let form = between(&html, "id=\"valgte\"", "</form>");
    assert!(
        form.contains("action=\"/liste/pladser\"") && form.contains("name=\"timer\" value=\"4\""),
        "{form}"
    );
    let few = list(&many[..2], false, "timer=4");
    assert!(few.contains("<a href=\"/match?timer=4\">Find flere steder</a>") && !few.contains("checkbox"));
    let right = list(&many[..5], false, "timer=4");
    assert!(!right.contains("class=\"notice\"") && right.contains("Skriv til dem alle på én gang"));
    assert!(list(&[], false, "timer=4").contains("Der er ingen steder på listen"));
}

#[test]
fn the_closed_can_be_removed_and_stand_on_no_paper() {
    let html = list(&[whole(), closed()], false, "");
    assert!(
        of(&html, "lukket").contains("Findes ikke længere") && of(&html, "lukket").contains("name=\"fjern\"")
    );
    assert!(
        html.contains("/liste/henvendelse?v=a&amp;art=placering"),
        "only those in business are written to"
    );
    let sheet = sheet(&[whole(), closed()], "");
    assert!(!sheet.contains("Sted lukket") && sheet.contains("Sted a"));
}

#[test]
fn notes_and_pens_are_never_sent() {
    let html = list(&[whole()], true, "");
    let note = between(between(&html, "data-note", "</div>"), "<textarea", ">");
    assert!(!note.contains("name=") && !note.contains("form="));
}

#[test]
fn the_sheet_is_plain_and_holds_nothing_of_the_need() {
    let html = sheet(&[whole(), bare("b")], NEED);
    let text = words(between(&html, "<h1>", "</main>"));
    let a = text.split("Sted b").next().unwrap();
    for part in [
        "Køkken: Skrælle",
        "Køkkenchefen",
        "Ring om formiddagen",
        "Telefon: 98 00 00 00",
        "Vej 1",
        "9530 Støvring",
        "Prikken er midt i gaden.",
        "Kaffe",
        "Mine spørgsmål",
    ] {
        assert!(a.contains(part), "{part} in {a}");
    }
    assert!(a.find("Køkken:") < a.find("Lager:"), "what was wished for comes first");
    for jargon in
        ["ordning", "Fleksjob", "hensyn", "Nedsat tid", "timer om ugen", "placering", "Støvring, fjern"]
    {
        assert!(!text.contains(jargon), "{jargon}");
    }
    assert_eq!(html.matches("map-small").count(), 1, "drawn where it lies");
    assert!(text.contains("Spørg, hvem der tager imod dig.") && text.contains("Spørg, hvor det ligger."));
}

#[test]
fn a_number_of_a_person_is_taken_out() {
    for html in [
        list(&[bare("a")], true, "naer=St%C3%B8vring+010190-1234&timer=4"),
        sheet(&[bare("a")], "naer=010190-1234"),
    ] {
        assert!(!html.contains("010190") && !html.contains("1234"));
    }
    assert!(list(&[bare("a")], true, "naer=010190-1234").contains("lignede et CPR-nummer"));
    assert!(list(&[bare("a")], true, "naer=Kiruna").contains("Vi kender ikke stedet “Kiruna”"));
}
