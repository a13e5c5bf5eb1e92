//! A listing shows all it holds, and claims no more.

use std::sync::Arc;

use content::Listing;
use content::listing::State;
use serde_json::{Value, json};

use crate::fixture::Fixture;
use crate::get;
use crate::html::{between, words};

/// A listing with every field filled.
fn full() -> Value {
    serde_json::from_str(FULL).unwrap()
}

const FULL: &str = r#"{
        "slug": "alt", "name": "Alt <b>på</b> lager", "state": "public", "published": "2026-01-02",
        "one_line": "Frokost & fester", "description": "Vi laver *mad*.", "social_effect": "Ti i fleksjob.",
        "cvr": "37148334", "p_number": "1020304050", "ean": "5790000000001", "legal_form": "Fond",
        "founded": 1999, "website": "https://www.alt.dk/", "email": "post@alt.dk", "phone": "+45 98 12 34 56",
        "parent_slug": "cykel20", "municipality": "rebild",
        "addresses": [
            { "street": "Jyllandsgade 1", "postcode": "9520", "town": "Skørping",
              "point": { "lat": 56.84, "lon": 9.89 }, "precision": "address" },
            { "town": "Støvring" }
        ],
        "label": { "kind": "rsv", "basis": "Slået op i CVR", "verified": "2026-10-01" },
        "thirty_percent": "2026-10-02", "trades": ["kantine-catering"],
        "offers": [{ "title": "Buffet", "text": "Til 80.", "kind": "subcontract", "services": ["selskaber"] }],
        "cooperation": ["underleverandoer"],
        "delivery": { "municipalities": ["rebild", "aalborg"], "note": "Efter aftale" },
        "capacity": "80 kuverter", "smallest_order": "10 kuverter", "largest_order": "200 kuverter",
        "references": ["Rebild Kommune"], "certificates": ["Spisemærket"], "subcontractor": true,
        "placement": {
            "schemes": ["fleksjob", "nytteindsats"], "tasks": ["koekken"], "considerations": ["nedsat-tid"], "ruled_out": ["koerestolsadgang"],
            "experience": ["unge"], "hours_from": 2, "hours_to": 15,
            "free": [{ "scheme": "fleksjob", "count": 2, "confirmed": "2026-11-01" }],
            "received_by": "Køkkenlederen", "first_day": "Kaffe og rundvisning", "reach": "Toget stopper her",
            "contact": "Ring formiddag", "paused_until": "2026-12-01", "messages_per_month": 4, "note": "Kom forbi"
        },
        "confirmed": { "on": "2026-10-09", "by": "virksomheden" }
}"#;

fn page(listing: Value) -> String {
    let mut catalogue = Fixture::seed();
    let listing: Listing = serde_json::from_value(listing).unwrap();
    assert_eq!(listing.problems(), []);
    let address = app::links::listing(&listing);
    catalogue.0.push(Arc::new(listing));
    get(&catalogue, &address).html
}

#[test]
fn everything_filled_is_shown() {
    let html = page(full());
    let text = words(between(&html, "<main", "</main>"));
    for part in [
        "Alt &lt;b&gt;på&lt;/b&gt; lager",
        "Frokost &amp; fester",
        "Vi laver",
        "Ti i fleksjob.",
        "37148334",
        "1020304050",
        "EAN 5790000000001",
        "Fond",
        "1999",
        "alt.dk",
        "post@alt.dk",
        "+45 98 12 34 56",
        "Cykel20",
        "Rebild Kommune",
        "Jyllandsgade 1",
        "9520 Skørping",
        "Støvring",
        "Registreret socialøkonomisk virksomhed",
        "Slået op i statens register 1. oktober 2026",
        "Slået op i CVR",
        "Mindst 30 %",
        "2. oktober 2026",
        "Kantine og catering",
        "Buffet",
        "Til 80.",
        "Underleverance",
        "Selskaber",
        "Brug dem som underleverandør",
        "Leverer til Rebild og Aalborg",
        "Efter aftale",
        "80 kuverter",
        "10 kuverter",
        "200 kuverter",
        "Spisemærket",
        "Ja, de kan løse en del af jeres opgave",
        "Fleksjob",
        "Køkken",
        "Nedsat tid",
        "unge",
        "Fra 2 til 15",
        "2 ledige",
        "1. november 2026",
        "Kørestolsadgang",
        "Køkkenlederen",
        "Kaffe og rundvisning",
        "Toget stopper her",
        "Ring formiddag",
        "før 1. december 2026",
        "Højst 4 om måneden",
        "Kom forbi",
        "Bekræftet af virksomheden, oktober 2026",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    assert!(html.contains("href=\"tel:+4598123456\"") && html.contains("href=\"mailto:post@alt.dk\""));
    assert!(html.contains("rel=\"external noopener nofollow\""));
}

#[test]
fn search_engines_read_the_same_facts() {
    let html = page(full());
    let json = between(&html, "<script type=\"application/ld+json\">", "</script>");
    assert!(!json.contains('<'));
    let facts: Value = serde_json::from_str(json).unwrap();
    assert_eq!(facts["@type"], "LocalBusiness");
    assert_eq!(facts["name"], "Alt <b>på</b> lager");
    assert_eq!(facts["vatID"], "DK37148334");
}

#[test]
fn only_a_verified_listing_is_called_registered() {
    let catalogue = Fixture::seed();
    for listing in catalogue.0.iter().filter(|listing| listing.is_visible()) {
        let html = get(&catalogue, &app::links::listing(listing)).html;
        let claims = words(&html).to_lowercase().contains("registreret socialøkonomisk virksomhed");
        let verified = listing.label.as_ref().is_some_and(|label| label.verified.is_some());
        assert_eq!(claims, verified, "{}", listing.slug);
        assert_eq!(html.contains("class=\"badge\""), listing.label.is_some(), "{}", listing.slug);
    }
}

#[test]
fn a_closed_listing_says_so_and_offers_others() {
    let catalogue = Fixture::seed();
    let closed = catalogue.0.iter().filter(|listing| listing.is_closed());
    for listing in closed {
        let html = get(&catalogue, &app::links::listing(listing)).html;
        let text = words(&html);
        assert!(text.contains("Findes ikke længere som socialøkonomisk virksomhed"), "{}", listing.slug);
        let reason = &listing.closed.as_ref().unwrap().reason;
        assert!(text.contains(reason.as_str()), "{}", listing.slug);
        assert!(text.contains("Prøv i stedet"), "{}", listing.slug);
        assert!(!html.contains("application/ld+json"), "{}", listing.slug);
    }
}

#[test]
fn a_paused_listing_says_so() {
    let mut listing = full();
    listing["state"] = serde_json::to_value(State::Paused).unwrap();
    assert!(words(&page(listing)).contains("Holder pause."));
}

#[test]
fn what_is_not_known_is_left_out() {
    let html = page(json!({
        "slug": "lidt", "name": "Lidt", "state": "public", "one_line": "Brød", "municipality": "rebild",
        "trades": ["foedevareproduktion"], "source": { "site": "nordjyske.dk", "date": "2022-06" },
    }));
    let main = between(&html, "<main", "</main>");
    for heading in
        ["Det sælger de", "Levering", "Sådan kan I", "Referencer", "Derfor", "Plads til", "Adresse"]
    {
        assert!(!main.contains(&format!(">{heading}")), "{heading}");
    }
    assert!(!main.contains("class=\"badge\""));
    assert!(words(main).contains("Fra nordjyske.dk, juni 2022, ikke bekræftet af virksomheden"));
}

#[test]
fn pictures_stand_on_the_page_and_on_the_card() {
    let picture = |id: &str| json!({ "id": id, "alt": "Bord & stol", "width": 1600, "height": 900 });
    let mut listing = full();
    listing["pictures"] = json!([picture("a1"), picture("b2")]);
    listing["pictures"][1]["focus_x"] = 100.into();
    let html = page(listing.clone());
    let gallery = between(&html, "<ul class=\"gallery\">", "</ul>");
    assert!(gallery.contains(
        "srcset=\"/billeder/a1-480.webp 480w, /billeder/a1-960.webp 960w, /billeder/a1-1600.webp 1600w\""
    ));
    assert!(gallery.contains("width=\"1600\" height=\"900\" alt=\"Bord &amp; stol\""), "{gallery}");
    assert_eq!((gallery.matches("loading=\"lazy\"").count(), gallery.matches("<img").count()), (1, 2));
    assert!(gallery.contains("class=\"focus-100-50\""));
    assert!(html.contains("data-tint=\"kantine-catering\""), "the drawing stays beside the name");
    let json = between(&html, "<script type=\"application/ld+json\">", "</script>");
    let facts: Value = serde_json::from_str(json).unwrap();
    assert_eq!(facts["image"][1], "https://samhandel.example/billeder/b2-1600.webp");

    let card = |listing: &Value| {
        let mut catalogue = Fixture::seed();
        catalogue.0 = vec![Arc::new(serde_json::from_value(listing.clone()).unwrap())];
        get(&catalogue, "/virksomheder").html
    };
    assert!(card(&listing).contains("src=\"/billeder/a1-480.webp\" width=\"480\" height=\"270\" alt=\"\""));
    listing["logo"] = picture("c3");
    assert!(card(&listing).contains("<div class=\"panel logo\"><img src=\"/billeder/c3-480.webp\""));
    assert!(page(listing).contains("alt=\"Bord &amp; stol\" loading=\"lazy\""));
}
