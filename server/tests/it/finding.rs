//! What a hurried person types, against the seed catalogue.

use app::catalogue::Catalogue;
use app::model::{Results, SearchQuery, Suggested};
use axum::http::StatusCode;

use crate::test_site::{TestSite, listing, listing_with};

async fn search(site: &TestSite, query: &str) -> Results {
    site.site.search(&SearchQuery::parse(query)).await.unwrap()
}

fn slugs(results: &Results) -> Vec<&str> {
    results.hits.iter().map(|hit| hit.listing.slug.as_str()).collect()
}

fn nearby(results: &Results) -> Vec<&str> {
    results.nearby.iter().map(|hit| hit.listing.slug.as_str()).collect()
}

/// An address in Aalborg at the point.
fn address(point: content::Point) -> content::listing::Address {
    let point = serde_json::to_value(point).unwrap();
    serde_json::from_value(serde_json::json!({ "town": "Aalborg", "point": point })).unwrap()
}

fn place_label(results: &Results) -> Option<&str> {
    results.reading.place.as_ref().map(|place| place.label.as_str())
}

#[tokio::test]
async fn compounds_meet_both_ways() {
    let site = TestSite::seeded().await;
    for (text, slug) in [
        ("have arbejde", "thy-naturkraft"),
        ("vindues polering", "cykel20"),
        ("rengøringsfirma", "thy-naturkraft"),
        ("kantinefirma", "kaffefair"),
        ("cykelværksted", "cykel20"),
    ] {
        let results = search(&site, &format!("q={text}")).await;
        assert!(slugs(&results).contains(&slug), "{text}: {:?}", slugs(&results));
    }
}

#[tokio::test]
async fn an_exact_word_is_never_pushed_aside_by_a_guess() {
    let site = TestSite::with(vec![
        listing_with("guess", |l| l.name = "Mursten mursten mursten".to_owned()),
        listing_with("exact", |l| l.description = "Her er en mursteen.".to_owned()),
    ])
    .await;
    let results = search(&site, "q=mursteen").await;
    assert_eq!(slugs(&results), ["exact"]);
    assert!(results.reading.corrected.is_empty());
}

#[tokio::test]
async fn a_mistake_is_mended_in_the_open_and_can_be_taken_back() {
    let site = TestSite::seeded().await;
    for (text, used, slug) in [
        ("rengørring", "rengøring", "thy-naturkraft"),
        ("cyklereparaton", "cykelreparation", "cykel20"),
        ("mursetn", "mursten", "gamle-mursten-nord"),
        ("møbbler", "møbler", "raat-og-godt"),
    ] {
        let results = search(&site, &format!("q={text}")).await;
        let corrected = results.reading.corrected.first().expect(text);
        assert_eq!((corrected.typed.as_str(), corrected.used.as_str()), (text, used));
        assert!(slugs(&results).contains(&slug), "{text}: {:?}", slugs(&results));
        let literally = search(&site, &format!("q={text}&ordret=1")).await;
        assert_eq!((literally.total, literally.reading.corrected.len()), (0, 0), "{text}");
        assert_eq!(literally.reading.unmet, [text]);
    }
}

#[tokio::test]
async fn half_a_word_is_completed() {
    let site = TestSite::seeded().await;
    for (text, slug) in [("datasl", "nordvirk"), ("græss", "krobakken"), ("naturpl", "thy-skovservice")] {
        let results = search(&site, &format!("q={text}")).await;
        assert!(slugs(&results).contains(&slug), "{text}: {:?}", slugs(&results));
        assert!(results.reading.corrected.is_empty());
    }
}

#[tokio::test]
async fn a_place_in_the_text_is_told_and_limits_the_hits() {
    let site = TestSite::seeded().await;
    let results = search(&site, "q=catering+ålborg").await;
    assert_eq!(place_label(&results), Some("i Aalborg Kommune"));
    assert_eq!(results.reading.place.as_ref().unwrap().rest, "catering");
    assert!(results.total >= 2);
    assert!(results.hits.iter().all(|hit| hit.listing.municipality.unwrap().get().code == "0851"));
    let literally = search(&site, "q=catering+ålborg&ordret=1").await;
    assert_eq!(place_label(&literally), None);
    let whole = search(&site, "q=hjøring").await;
    assert_eq!(place_label(&whole), Some("i Hjørring Kommune"));
    assert_eq!(whole.reading.corrected[0].used, "hjørring");
}

#[tokio::test]
async fn when_nothing_lies_there_what_delivers_or_lies_nearest_is_shown_with_distance() {
    let near = |slug: &str, km: f64, delivers: &str| {
        let delivers = serde_json::json!({ "municipalities": [delivers] });
        listing_with(slug, |l| {
            l.municipality = serde_json::from_value("aalborg".into()).ok();
            l.addresses = vec![address(content::Point { lat: 57.05 + km / 111.0, lon: 9.92 })];
            l.delivery = serde_json::from_value(delivers).ok();
        })
    };
    let site = TestSite::with(vec![
        near("far-but-delivers", 0.0, "hjoerring"),
        near("far", 1.0, "aalborg"),
        near("nearer", 20.0, "aalborg"),
    ])
    .await;
    for query in ["q=kantine+9800", "q=kantine+i+Hjørring", "q=kantine&kommune=hjoerring"] {
        let results = search(&site, query).await;
        assert_eq!(results.total, 0, "{query}");
        assert_eq!(nearby(&results), ["far-but-delivers", "nearer", "far"], "{query}");
        assert!(results.nearby.iter().all(|hit| hit.km.is_some_and(|km| (20.0..60.0).contains(&km))));
    }
    let close = search(&site, "q=kantine&naer=Hjørring&km=25").await;
    assert_eq!((close.total, nearby(&close)[0]), (0, "far-but-delivers"));
}

#[tokio::test]
async fn distances_limit_and_order() {
    let at = |slug: &str, town: &str| {
        let town = content::places::place_named(town).unwrap();
        listing_with(slug, |l| l.addresses = vec![address(town.point)])
    };
    let site = TestSite::with(vec![
        at("hobro", "Hobro"),
        at("stoevring", "Støvring"),
        at("skagen", "Skagen"),
        listing_with("nowhere", |l| l.addresses.clear()),
    ])
    .await;
    let results = search(&site, "naer=9530+Støvring&sorter=afstand").await;
    assert_eq!(slugs(&results), ["stoevring", "hobro", "skagen", "nowhere"]);
    let kilometres: Vec<Option<f64>> = results.hits.iter().map(|hit| hit.km.map(f64::round)).collect();
    assert_eq!(kilometres, [Some(0.0), Some(27.0), Some(103.0), None]);
    assert_eq!(slugs(&search(&site, "naer=støvring&km=50").await), ["stoevring", "hobro"]);
    assert_eq!(slugs(&search(&site, "naer=støvring&km=10").await), ["stoevring"]);
    assert_eq!(search(&site, "naer=atlantis&km=10").await.total, 4);
    let counted = search(&site, "naer=støvring&km=50").await;
    let aalborg = app::model::Filter::parse(app::model::Facet::Located, "aalborg").unwrap();
    assert_eq!(counted.counts[aalborg], 2);
}

#[tokio::test]
async fn a_radius_delivers_to_the_municipalities_it_reaches() {
    let site = TestSite::with(vec![listing_with("a", |l| {
        l.addresses = vec![address(content::places::place_named("Støvring").unwrap().point)];
        l.delivery = serde_json::from_value(serde_json::json!({ "km": 30 })).ok();
    })])
    .await;
    for (slug, total) in [("rebild", 1), ("aalborg", 1), ("mariagerfjord", 1), ("frederikshavn", 0)] {
        assert_eq!(search(&site, &format!("leverer={slug}")).await.total, total, "{slug}");
    }
}

#[tokio::test]
async fn a_whole_name_is_a_name_and_no_place() {
    let site = TestSite::seeded().await;
    for (text, slug) in [
        ("hjortdal købmand", "hjortdal-koebmand"),
        ("Hjortdal kobmand", "hjortdal-koebmand"),
        ("skovsgaard hotel", "skovsgaard-hotel"),
        ("Råd & Dåd", "raad-og-daad"),
    ] {
        let results = search(&site, &format!("q={}", text.replace('&', "%26"))).await;
        assert_eq!((slugs(&results)[0], place_label(&results)), (slug, None), "{text}");
    }
}

#[tokio::test]
async fn a_company_number_finds_its_company() {
    let site = TestSite::with(vec![
        listing("other"),
        listing_with("a", |l| l.cvr = content::cvr::Cvr::try_from("12345674".to_owned()).ok()),
    ])
    .await;
    for text in ["12345674", "12 34 56 74", "12.34.56.74"] {
        assert_eq!(slugs(&search(&site, &format!("q={text}")).await), ["a"], "{text}");
    }
    assert_eq!(search(&site, "q=12345675").await.total, 0);
}

#[tokio::test]
async fn nothing_that_can_be_typed_is_an_error() {
    let site = TestSite::seeded().await;
    let long = "rengøring ".repeat(1000);
    let marks = "e\u{301}".repeat(150);
    let many = (0..200).map(|number| format!("ord{number}")).collect::<Vec<_>>().join(" ");
    for text in
        [long.as_str(), "hvem kan jeg", "!!! ??? …", "שלום עולם", &marks, &many, "\u{202e}enitnak", "🎉"]
    {
        let query = SearchQuery { text: text.chars().take(300).collect(), ..SearchQuery::default() };
        site.site.search(&query).await.unwrap();
        site.site.suggest(text).await.unwrap();
        let encoded: String = url::form_urlencoded::byte_serialize(text.as_bytes()).collect();
        let page = site.get(&format!("/virksomheder?q={encoded}")).await;
        assert_eq!(page.status, StatusCode::OK, "{text:.40}");
    }
}

#[tokio::test]
async fn suggestions_come_by_kind_with_counts() {
    let site = TestSite::seeded().await;
    let first = |suggestions: Vec<app::model::Suggestion>| {
        let shown = suggestions.into_iter().map(|suggestion| match suggestion.to {
            Suggested::Listing(listing) => listing.name.clone(),
            Suggested::Filter(filter) => filter.entry().label().to_owned(),
            Suggested::Near(place, km) => format!("{} {km}", place.name),
            Suggested::TextIn(text, filter) => format!("{text} {}", filter.entry().label()),
        });
        shown.collect::<Vec<_>>()
    };
    for (typed, expected) in [
        ("vi", "Vinduespolering"),
        ("kaffef", "KaffeFair"),
        ("dåd", "Råd & Dåd"),
        ("skovsgard h", "Skovsgård Hotel"),
        ("cafe k", "Café Kox"),
        ("rengorr", "Rengøring"),
        ("hadsu", "Hadsund 25"),
        ("pakkerit", "Pakkeriet Hadsund"),
        ("catering aal", "catering Aalborg"),
    ] {
        let found = first(site.site.suggest(typed).await.unwrap());
        assert!(found.iter().any(|name| name == expected), "{typed}: {found:?}");
    }
    assert!(site.site.suggest("xyzzy").await.unwrap().is_empty());
    let answer = site.get("/api/v1/suggest?q=vinduesp").await;
    assert_eq!(answer.headers["content-type"], "application/json");
    assert!(answer.body.contains(r#""href":"/virksomheder?ydelse=vinduespolering""#), "{}", answer.body);
    assert_eq!(site.get("/api/v1/suggest?q=010190-1234").await.body, "[]");
    assert_eq!(site.get("/api/v1/suggest").await.body, "[]");
}
