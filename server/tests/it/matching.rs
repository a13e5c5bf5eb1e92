//! Places for people: what the page at `/match` says is true of the listings, and a wish given up never loses one.

use app::catalogue::Catalogue;
use app::model::{DISTANCES, Facet, Filter, Matched, Need, WORK_HOURS, Wish, says_yes};
use axum::http::StatusCode;
use content::Listing;
use content::places::towns;
use content::taxonomy::Entry;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use server::clock::Clock;

use crate::test_site::{FixedClock, TestSite, listing_with};

/// Listings that say all kinds of things of places, and many that say nothing.
fn listings(count: usize) -> Vec<Listing> {
    let mut runner = TestRunner::deterministic();
    let terms = |facet: Facet| {
        let slugs: Vec<String> = facet.filters().map(|filter| filter.entry().slug().to_owned()).collect();
        proptest::sample::subsequence(slugs, 0..5)
    };
    let placement = (
        terms(Facet::Task),
        terms(Facet::Consideration),
        terms(Facet::Scheme),
        proptest::option::of((0_u8..20, 0_u8..17)),
        any::<bool>(),
        proptest::option::of((0_u16..3, 0_i64..200)),
        proptest::option::of(-5_i64..5),
    );
    let made = (proptest::option::of(placement), 0..towns().len(), any::<bool>());
    let today = FixedClock.today();
    let mut next = || made.new_tree(&mut runner).unwrap().current();
    let listing = |number: usize| {
        let (placement, town, pointed) = next();
        listing_with(&format!("sted-{number}"), |listing| {
            let town = &towns()[town];
            let point = serde_json::to_value(town.point()).unwrap();
            let point = if pointed { point } else { serde_json::Value::Null };
            listing.addresses =
                serde_json::from_value(serde_json::json!([{ "town": town.name, "point": point }])).unwrap();
            listing.placement = placement.map(|(tasks, able, schemes, hours, reach, free, pause)| {
                let (able, unable) = able.split_at(able.len() / 2);
                let free: Vec<_> = free
                    .zip(schemes.first())
                    .map(|((count, days), scheme)| {
                        let said = today - chrono::Duration::days(days);
                        serde_json::json!({ "scheme": scheme, "count": count, "confirmed": said })
                    })
                    .into_iter()
                    .collect();
                serde_json::from_value(serde_json::json!({
                    "tasks": tasks,
                    "considerations": able,
                    "ruled_out": unable,
                    "schemes": schemes,
                    "hours_from": hours.map(|(from, _)| from),
                    "hours_to": hours.map(|(from, more)| from + more),
                    "reach": reach.then_some("900 m til fods fra stationen"),
                    "free": free,
                    "paused_until": pause.map(|days| today + chrono::Duration::days(days)),
                }))
                .unwrap()
            });
        })
    };
    (0..count).map(listing).collect()
}

fn needs() -> impl Strategy<Value = Need> {
    let values: Vec<Filter> = Need::FACETS.into_iter().flat_map(Facet::filters).collect();
    let town = proptest::sample::select(towns().iter().map(|town| town.name.clone()).collect::<Vec<_>>());
    (
        proptest::collection::btree_set(proptest::sample::select(values), 0..5),
        proptest::option::of(1_u8..=37),
        proptest::option::of((town, proptest::option::of(proptest::sample::select(DISTANCES.to_vec())))),
        any::<bool>(),
    )
        .prop_map(|(values, hours, near, without_car)| {
            let (near, km) = near.unwrap_or_default();
            Need { values, hours, near, km, without_car, ..Need::default() }
        })
}

async fn all(site: &TestSite, need: &Need) -> (Matched, Vec<String>) {
    let today = FixedClock.today();
    let first = site.site.places_for(need, today).await.unwrap();
    let mut slugs = Vec::new();
    for page in 0..first.pages {
        let leaf = site.site.places_for(&need.on_page(page), today).await.unwrap();
        slugs.extend(leaf.places.into_iter().map(|place| place.listing.slug.clone()));
    }
    (first, slugs)
}

#[tokio::test]
async fn a_wish_given_up_loses_nobody_and_what_is_said_is_true() {
    let site = TestSite::with(listings(120)).await;
    let mut runner = TestRunner::deterministic();
    for _ in 0..150 {
        let need = needs().new_tree(&mut runner).unwrap().current();
        let (matched, slugs) = all(&site, &need).await;
        assert_eq!(matched.total, slugs.len());
        for wish in need.wishes().collect::<Vec<_>>() {
            let (looser, more) = all(&site, &need.without(wish)).await;
            assert!(slugs.iter().all(|slug| more.contains(slug)), "{need:?} without {wish:?}");
            let gained = matched.loosened.iter().find(|(without, _)| *without == wish);
            assert_eq!(looser.total - matched.total, gained.map_or(0, |(_, more)| *more), "{wish:?}");
        }
        for wider in DISTANCES.into_iter().filter(|km| need.km.is_some_and(|now| now <= *km)) {
            let (_, more) = all(&site, &need.within(Some(wider))).await;
            assert!(slugs.iter().all(|slug| more.contains(slug)), "{need:?} within {wider}");
        }
        for place in matched.places.iter().chain(&matched.misses) {
            let (fit, said) = (&place.fit, place.listing.placement.clone().unwrap_or_default());
            assert_eq!(fit.met.len() + fit.unstated.len() + fit.refused.len(), need.wishes().count());
            for wish in &fit.met {
                assert!(says_yes(&place.listing, *wish, place.km));
            }
            for (wish, likely) in &fit.unstated {
                assert!(!says_yes(&place.listing, *wish, place.km));
                assert!(likely.is_none_or(|trade| place.listing.trades.contains(&trade)));
                if let Wish::Value(value) = wish {
                    let no = said.ruled_out.iter().any(|no| no.get().slug() == value.entry().slug());
                    assert!(
                        !no || value.facet() != Facet::Consideration,
                        "what is ruled out is no open question"
                    );
                }
            }
        }
        assert!(matched.total + matched.misses.len() > 0, "never an empty page");
    }
}

#[tokio::test]
async fn the_number_beside_an_answer_is_how_many_then_say_yes() {
    let site = TestSite::with(listings(80)).await;
    let mut runner = TestRunner::deterministic();
    for _ in 0..40 {
        let need = needs().new_tree(&mut runner).unwrap().current();
        let (matched, _) = all(&site, &need).await;
        let yes = async |need: Need, wish: Wish| {
            let mut yes = 0;
            for page in 0..all(&site, &need).await.0.pages {
                let leaf = site.site.places_for(&need.on_page(page), FixedClock.today()).await.unwrap();
                yes += leaf.places.iter().filter(|place| place.fit.met.contains(&wish)).count();
            }
            yes
        };
        for value in Need::FACETS.into_iter().flat_map(Facet::filters).step_by(3) {
            let mut with = need.clone();
            with.values.insert(value);
            assert_eq!(matched.yes.values[value], yes(with, Wish::Value(value)).await, "{need:?} {value:?}");
        }
        for (hours, count) in WORK_HOURS.into_iter().zip(matched.yes.hours) {
            let with = Need { hours: Some(hours), ..need.clone() };
            assert_eq!(count, yes(with, Wish::Hours(hours)).await, "{need:?} {hours}");
        }
        if need.place().is_some() {
            for (km, count) in DISTANCES.into_iter().zip(matched.yes.within) {
                assert_eq!(count, yes(need.within(Some(km)), Wish::Within(km)).await, "{need:?} {km}");
            }
        }
    }
}

#[tokio::test]
async fn free_places_said_lately_come_first_and_who_pauses_last() {
    let place = |slug: &str, placement: serde_json::Value| {
        listing_with(slug, |listing| {
            let mut said = serde_json::json!({ "tasks": ["koekken"], "schemes": ["fleksjob"] });
            said.as_object_mut().unwrap().extend(placement.as_object().unwrap().clone());
            listing.placement = serde_json::from_value(said).unwrap();
        })
    };
    let free = |count: u8, said: &str| serde_json::json!({ "free": [{ "scheme": "fleksjob", "count": count, "confirmed": said }] });
    let mut paused = free(3, "2026-11-20");
    paused["paused_until"] = "2026-11-21".into();
    let site = TestSite::with(vec![
        place("holder-pause", paused),
        place("ingen-nu", free(0, "2026-11-20")),
        place("for-laenge-siden", free(2, "2026-01-01")),
        place("ledig", free(1, "2026-11-01")),
        place("kan-ikke", serde_json::json!({ "ruled_out": ["ro-egen-plads"], "considerations": [] })),
        listing_with("kantine", |_| {}),
    ])
    .await;
    let page = site.get("/match?opgave=koekken&hensyn=ro-egen-plads").await;
    assert_eq!((page.status, page.header("cache-control")), (StatusCode::OK, "no-store"));
    assert_eq!(page.total(), 5);
    let order = page.slugs();
    assert_eq!(order, ["ledig", "for-laenge-siden", "ingen-nu", "kantine", "holder-pause", "kan-ikke"]);
    for words in [
        "1 ledig plads, sagt 1. november 2026",
        "Ingen ledige pladser lige nu",
        "Holder pause til og med 21. november 2026",
        "Køkken (de arbejder med kantine og catering)",
        "Tæt på at passe",
    ] {
        assert!(page.body.contains(words), "{words}");
    }
    let asked = "/virksomheder/ledig/henvendelse?art=placering&amp;opgave=koekken&amp;hensyn=ro-egen-plads";
    assert!(page.body.contains(asked));
}

#[tokio::test]
async fn nonsense_and_numbers_of_people_are_no_error() {
    let site = TestSite::seeded().await;
    let page =
        site.get("/match?opgave=flyve&timer=99&km=3&naer=St%C3%B8vring+010190-1234&%FF=%00&side=9").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("lignede et CPR-nummer") && !page.body.contains("010190"));
    assert!(page.body.contains("value=\"Støvring\""));
    let everyone = site.get("/match").await.total();
    let open = site.get("/virksomheder").await.total();
    assert_eq!(everyone, open, "what is not said is no no");
    let far = site.get("/match?naer=Skagen&km=5&opgave=koekken").await;
    assert!(far.body.contains("<article"), "never an empty page");
}

#[tokio::test]
async fn while_there_is_no_catalogue_it_is_an_outage() {
    let database = crate::test_site::TestDatabase::new().await;
    let site = TestSite::unready(&database).await;
    assert_eq!(site.get("/match?opgave=dyr").await.status, StatusCode::SERVICE_UNAVAILABLE);
}
