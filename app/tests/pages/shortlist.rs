//! A visitor's list, what is compared, and what a buyer needs on paper.

use std::sync::Arc;

use app::model::Listed;
use app::routes;
use chrono::NaiveDate;
use content::Listing;
use serde_json::{Value, json};

use crate::fixture::Fixture;
use crate::html::{assert_balanced, between, values, words};
use crate::{BASE_URL, get};

fn listing(more: &Value) -> Listing {
    let mut facts = json!({ "slug": "a", "name": "A & <b>", "state": "public", "one_line": "Frokost" });
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    serde_json::from_value(facts).unwrap()
}

fn two() -> Fixture {
    Fixture(vec![
        Arc::new(listing(&json!({
            "offers": [{ "title": "Buffet", "kind": "product" }, { "title": "Kurve", "kind": "product" }],
            "addresses": [{ "town": "Hobro", "point": { "lat": 56.643, "lon": 9.790 } }],
            "label": { "kind": "rsv", "basis": "nvs.nu" }, "largest_order": "80 kuverter",
        }))),
        Arc::new(listing(&json!({
            "slug": "b", "name": "B", "state": "closed", "closed": { "reason": "Den holdt op.", "date": "2025" },
            "label": { "kind": "rsv", "basis": "CVR", "verified": "2026-10-01" }, "thirty_percent": "2026-10-02",
        }))),
    ])
}

fn list(listings: &Fixture, received: bool) -> String {
    let listed = Listed { listings: listings.0.clone(), unknown: 2, received, full: false };
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let html = routes::shortlist(BASE_URL, &listed, today).html;
    assert_balanced(&html);
    html
}

#[test]
fn ones_own_list_can_be_changed_and_holds_its_link() {
    let html = list(&two(), false);
    assert_eq!(between(&html, "<h1>", "<"), "Min liste");
    assert!(html.contains("2 virksomheder på listen findes ikke i kataloget."));
    assert_eq!(html.matches("Findes ikke længere").count(), 1, "the closed one says so");
    assert_eq!((html.matches("name=\"fjern\"").count(), html.matches("data-note").count()), (2, 2));
    assert_eq!((html.matches("name=\"op\"").count(), html.matches("name=\"ned\"").count()), (1, 1));
    assert!(html.contains(&format!("value=\"{BASE_URL}/liste?v=a&amp;v=b\"")));
    assert!(values(&html, "href").contains(&"/liste.xlsx?v=a&amp;v=b"));
    assert!(html.contains("A &amp; &lt;b&gt;"));
    assert!(html.contains("<a href=\"/liste/pladser\">Til et møde: liste med pladser</a>"));
    let note = between(between(&html, "data-note", "</div>"), "<textarea", ">");
    assert!(!note.contains("name=") && !note.contains("form="), "it is never sent");
}

#[test]
fn a_list_that_came_by_a_link_is_only_looked_at_or_taken_over() {
    let html = list(&two(), true);
    assert_eq!(between(&html, "<h1>", "<"), "En liste, I har fået");
    assert_eq!(html.matches("type=\"hidden\" name=\"foej\"").count(), 2);
    assert!(!html.contains("name=\"fjern\"") && !html.contains("data-note"));
    assert_eq!(html.matches("data-copy=\"afsnit-").count(), 2, "a paragraph of each can be copied");
    assert!(values(&html, "href").contains(&"/liste/pladser?v=a&amp;v=b"));
}

#[test]
fn those_that_are_ticked_are_compared_or_written_to() {
    let html = list(&two(), true);
    assert!(html.contains("formaction=\"/liste/henvendelse\"") && html.contains("Sammenlign de valgte"));
    assert!(html.contains("højst 5 ad gangen"), "said beforehand");
    let one = Fixture(two().0[..1].to_vec());
    let html = list(&one, false);
    assert!(html.contains("formaction=\"/liste/henvendelse\"") && !html.contains("Sammenlign de valgte"));
}

#[test]
fn an_empty_list_says_how_to_begin() {
    let html = list(&Fixture(Vec::new()), false);
    assert!(html.contains("Føj til liste”") && !html.contains("Del og hent"));
}

#[test]
fn two_stand_side_by_side() {
    let catalogue = two();
    let page = get(&catalogue, "/liste/sammenlign?v=b&v=a&v=nej&naer=Hobro");
    assert!(page.status == 200 && !page.kept && page.html.contains("noindex"));
    assert_balanced(&page.html);
    let table = words(between(&page.html, "<table>", "</table>"));
    for row in [
        "B (lukket) A &amp; &lt;b&gt;",
        "Det sælger de Ikke oplyst Buffet Kurve",
        "Afstand fra Hobro Ikke oplyst",
        "Ordrestørrelse Ikke oplyst Største: 80 kuverter",
        "Mærke Registreret socialøkonomisk virksomhed",
        "Socialøkonomisk virksomhed RSV ifølge kilde, ikke slået op. nvs.nu",
        "Mindst 30 % i målgruppen Erklæret af virksomheden selv 2. oktober 2026 Ikke oplyst",
    ] {
        assert!(table.contains(row), "{row} | {table}");
    }
    let without = get(&catalogue, "/liste/sammenlign?v=a&v=b&naer=Kiruna").html;
    assert!(without.contains("Vi kender ikke stedet") && !without.contains("Afstand fra Kiruna"));
}

#[test]
fn fewer_than_two_are_not_compared_and_more_than_four_not_all() {
    let catalogue = Fixture::seed();
    let slugs: Vec<&str> =
        catalogue.0.iter().filter(|one| one.is_visible()).map(|one| one.slug.as_str()).collect();
    for few in ["/liste/sammenlign".to_owned(), format!("/liste/sammenlign?v={}", slugs[0])] {
        let html = get(&catalogue, &few).html;
        assert!(!html.contains("<table>") && html.contains("mindst to"), "{few}");
    }
    let five = get(&catalogue, &app::links::with_listings("/liste/sammenlign", &slugs[..5])).html;
    assert!(five.matches("<th scope=\"col\">").count() == 4 && five.contains("de 4 første"));
}

#[test]
fn the_paper_says_what_the_law_lets_it_say() {
    let catalogue = two();
    let page = get(&catalogue, "/virksomheder/a/dokumentation");
    assert!(page.status == 200 && page.kept && page.html.contains("noindex"));
    assert_balanced(&page.html);
    let main = between(&page.html, "<main", "</main>");
    assert!(
        !main.contains("Registreret") && main.contains("Grundlag: RSV ifølge kilde, ikke slået op. nvs.nu.")
    );
    assert!(main.contains("har ikke erklæret") && main.contains(&format!("{BASE_URL}/virksomheder/a<")));
    assert!(main.contains("21. november 2026") && main.contains("Buffet, Kurve"));
    let verified = get(&catalogue, "/virksomheder/b/dokumentation").html;
    for said in
        ["Registreret socialøkonomisk virksomhed", "i målgruppen, 2. oktober 2026", "Findes ikke længere"]
    {
        assert!(verified.contains(said), "{said}");
    }
    assert_eq!(get(&catalogue, "/virksomheder/nej/dokumentation").status, 404);
}

/// What may be said of whom is tested where it is said: `text/csr.rs`.
#[test]
fn a_paragraph_for_a_report_stands_on_the_paper() {
    let catalogue = Fixture(vec![
        Arc::new(listing(&json!({ "name": "</textarea><b>", "thirty_percent": "2026-10-02" }))),
        two().0[1].clone(),
    ]);
    let paragraph = |slug: &str| {
        let html = get(&catalogue, &format!("/virksomheder/{slug}/dokumentation")).html;
        assert_balanced(&html);
        let field = between(&html, &format!("<textarea id=\"afsnit-{slug}\""), "</textarea>");
        assert!(field.contains("readonly") && !field.contains("name="), "it is never sent: {field}");
        field.split_once('>').unwrap().1.trim().to_owned()
    };
    let declared = paragraph("a");
    assert!(
        declared.starts_with(
            "I [år] købte vi [varer og ydelser] for [beløb] kr. hos &lt;/textarea&gt;&lt;b&gt;."
        )
    );
    assert!(declared.contains("pr. 2. oktober 2026. Vi har ikke selv efterprøvet tallet."), "{declared}");
    assert!(declared.ends_with(&format!("Samhandel Nord, 21. november 2026, {BASE_URL}/virksomheder/a")));
    let closed = paragraph("b");
    assert!(closed.contains("findes ikke længere") && !closed.contains("registreret"), "{closed}");
}
