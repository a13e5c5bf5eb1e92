use std::sync::Arc;

use content::listing::{FreePlaces, Placement, State};
use content::{Listing, taxonomy::Term};

use super::*;
use crate::render::html;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn fleksjob() -> Filter {
    Filter::parse(Facet::Scheme, "fleksjob").unwrap()
}

fn scheme(extra: &serde_json::Value) -> &'static Scheme {
    let mut scheme = serde_json::json!({
        "slug": "fleksjob", "label": "Fleksjob", "help": "Et varigt job.", "search": ["flexjob", "skånejob"],
    });
    for (key, value) in extra.as_object().unwrap() {
        scheme[key] = value.clone();
    }
    Box::leak(Box::new(serde_json::from_value(scheme).unwrap()))
}

fn shown(extra: &serde_json::Value, found: &[Offering]) -> String {
    html(view(scheme(extra), fleksjob(), found, day("2026-11-22")))
}

#[test]
fn one_that_has_ended_says_so_and_stays() {
    let ended = shown(&serde_json::json!({ "valid_from": "2014-01-01", "valid_to": "2026-06-30" }), &[]);
    assert!(ended.contains("Ordningen gælder ikke efter 30. juni 2026."), "{ended}");
    assert!(
        ended.contains("fra 1. januar 2014 til og med 30. juni 2026") && ended.contains("Et varigt job.")
    );
    let there = shown(&serde_json::json!({ "valid_to": "2026-11-22" }), &[]);
    assert!(!there.contains("gælder ikke efter"), "its last day is one of its days");
    let begins = shown(&serde_json::json!({ "valid_from": "2027-01-01" }), &[]);
    assert!(begins.contains("Ordningen begynder 1. januar 2027."));
}

#[test]
fn only_what_is_known_is_said() {
    let bare = shown(&serde_json::json!({}), &[]);
    assert!(
        !bare.contains("For virksomheden") && !bare.contains("<dt>Lov</dt>") && !bare.contains("/hjaelp/")
    );
    assert!(bare.contains("flexjob, skånejob") && bare.contains("Ingen i kataloget har skrevet"));
    assert!(bare.contains("/virksomheder?ordning=fleksjob") && bare.contains("/match?ordning=fleksjob"));
    let full = shown(
        &serde_json::json!({ "law": "Servicelovens § 103", "valid_note": "Måske.", "counts": true,
            "for_enterprise": "I betaler.", "guide": "/metodekatalog/rampen" }),
        &[],
    );
    for words in
        ["Servicelovens § 103", "Måske.", "I betaler.", "/metodekatalog/rampen", "/hjaelp/rimelighed"]
    {
        assert!(full.contains(words), "{words}");
    }
}

#[test]
fn free_places_have_their_day_and_silence_is_said() {
    let place = |name: &str, free: Option<(u16, &str)>, paused: Option<&str>| {
        let mut listing = Listing::new(name, name, State::Public);
        let free = free.map(|(count, said)| FreePlaces {
            scheme: Ref::parse("fleksjob").unwrap(),
            count,
            confirmed: day(said),
        });
        let placement = Placement {
            free: free.into_iter().collect(),
            paused_until: paused.map(day),
            ..Placement::default()
        };
        listing.placement = Some(placement);
        Arc::new(listing)
    };
    let listings = vec![
        place("a", None, None),
        place("b", Some((2, "2026-11-20")), None),
        place("c", Some((1, "2026-01-05")), None),
        place("d", Some((3, "2026-11-21")), Some("2026-12-24")),
    ];
    let found = offerings(listings, fleksjob(), day("2026-11-22"));
    let page = shown(&serde_json::json!({}), &found);
    let order: Vec<&str> = page.split("data-slug=\"").skip(1).map(|rest| &rest[..1]).collect();
    assert_eq!(order, ["b", "c", "a", "d"]);
    for words in [
        "4 virksomheder tilbyder det",
        "2 ledige pladser, sagt 20. november 2026",
        "Sagde 5. januar 2026: 1 ledig plads. Spørg, om det stadig gælder.",
        "Siger ikke, om der er ledige pladser",
        "Holder pause til og med 24. december 2026",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
}

#[test]
fn every_scheme_has_its_page_and_its_guide() {
    for term in Scheme::all() {
        let filter = filter(Ref::parse(term.slug()).unwrap()).unwrap();
        let page = html(view(term, filter, &[], day("2026-11-22")));
        assert!(page.contains(term.help()), "{}", term.slug());
        if let Some(guide) = &term.guide {
            assert!(content::articles::article(guide).is_some(), "{guide}");
        }
    }
}
