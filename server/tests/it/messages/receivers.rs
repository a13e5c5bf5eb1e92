//! Who can be written to, and what is said about those who cannot.

use std::sync::Arc;

use axum::http::StatusCode;
use chrono::Duration;
use content::Listing;
use content::listing::{Closed, Placement, State};

use super::{MADE, SENDER, TO_KITCHEN, TO_LISTED, canteen, confirm, due, is_written, link, send, write};
use crate::members::kitchen;
use crate::test_site::{Answer, MovingClock, TestDatabase, TestSite, listing, listing_with};

/// The kitchen with something about messages to it.
fn kitchen_with(change: impl FnOnce(&mut Placement)) -> Listing {
    let mut placement = Placement::default();
    change(&mut placement);
    Listing { placement: Some(placement), ..kitchen() }
}

fn ticked(page: &Answer) -> Vec<&str> {
    let boxes = page.body.split("name=\"v\" value=\"").skip(1);
    boxes
        .filter(|rest| rest.split('>').next().unwrap().contains("checked"))
        .map(|rest| rest.split('"').next().unwrap())
        .collect()
}

#[tokio::test]
async fn the_limit_of_a_month_is_said_beforehand_and_kept() {
    let (database, clock) = (TestDatabase::new().await, Arc::new(MovingClock::default()));
    let site = TestSite::at(&database, clock.clone()).await;
    let one = kitchen_with(|placement| placement.messages_per_month = Some(1));
    site.save(vec![one, canteen("a"), canteen("b"), listing("c"), canteen("d"), canteen("e")]).await;
    assert!(!site.get(TO_KITCHEN).await.body.contains("Har fået så mange beskeder"));
    is_written(&write(&site, TO_KITCHEN, &[("hvad", "Senere")], None).await);
    let late = link(&site).await;
    send(&site, TO_KITCHEN, &[]).await;
    due(&site).await;

    let page = site.get(TO_KITCHEN).await;
    assert!(page.status == StatusCode::OK && page.body.contains("Har fået så mange beskeder"));
    assert_eq!(page.body.matches("type=\"checkbox\" name=\"v\"").count(), 3, "three like it: {}", page.body);
    assert!(!page.body.contains("value=\"c\""), "one without an address is not offered");
    let refused = write(&site, TO_KITCHEN, &[("hvad", "Mere <mad>")], None).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.body.contains("Mere &lt;mad&gt;") && refused.body.contains("action=\"/liste/henvendelse\"")
    );
    assert!(refused.body.contains("En af dem kan ikke få beskeden lige nu"));
    let instead = write(&site, TO_LISTED, &[("af", "koekkenet"), ("v", "a")], None).await;
    is_written(&instead);
    link(&site).await;

    let gone = site.get(&format!("/henvendelse/bekraeft?noegle={late}")).await;
    assert_eq!(gone.status, StatusCode::CONFLICT);
    assert_eq!(confirm(&site, &late, &[]).await.status, StatusCode::CONFLICT);
    assert!(due(&site).await.is_empty());
    // The first of December in Denmark.
    clock.forward(Duration::days(9) + Duration::hours(11));
    assert!(!site.get(TO_KITCHEN).await.body.contains("Har fået så mange beskeder"));
}

#[tokio::test]
async fn who_can_no_longer_get_it_is_left_out_when_it_is_sent() {
    let site = TestSite::with(vec![canteen("a"), canteen("b")]).await;
    is_written(&write(&site, TO_LISTED, &[("v", "a"), ("v", "b")], None).await);
    let key = link(&site).await;
    site.save(vec![listing_with("a", |listing| listing.state = State::Paused)]).await;
    let page = site.get(&format!("/henvendelse/bekraeft?noegle={key}")).await.body;
    assert!(page.contains("De her kan ikke få den længere") && page.contains("Holder pause"), "{page}");
    super::is_sent(&confirm(&site, &key, &[]).await);
    let to = [(SENDER.to_owned(), false), ("post@b.example.dk".to_owned(), true)];
    assert_eq!(due(&site).await, to);
}

#[tokio::test]
async fn a_pause_is_said_beforehand_and_kept() {
    let paused = Listing { state: State::Paused, ..kitchen() };
    let unwanted = kitchen_with(|placement| placement.messages_per_month = Some(0));
    for (kitchen, words) in [(paused, "Holder pause og tager"), (unwanted, "Tager ikke imod beskeder herfra")]
    {
        let site = TestSite::with(vec![kitchen, canteen("a")]).await;
        let page = site.get(TO_KITCHEN).await.body;
        assert!(page.contains(words) && page.contains("value=\"a\""), "{page}");
        let refused = write(&site, TO_KITCHEN, &[], None).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains(words) && refused.body.contains("40 kuverter"));
    }
    let full = kitchen_with(|placement| placement.paused_until = Some("2026-12-24".parse().unwrap()));
    let site = TestSite::with(vec![full]).await;
    let page = site.get(TO_KITCHEN).await.body;
    assert!(page.contains("tager ikke imod nye før 24. december 2026. I kan skrive om alt andet."), "{page}");
    let refused = write(&site, TO_KITCHEN, &[("art", "placering")], None).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("En af dem tager ikke imod nye lige nu") && refused.body.contains("Hobro"));
    is_written(&write(&site, TO_KITCHEN, &[], None).await);
    link(&site).await;
}

#[tokio::test]
async fn without_an_address_others_ways_are_shown() {
    let silent = listing_with("koekkenet", |listing| listing.phone = Some("98 00 00 00".to_owned()));
    let site = TestSite::with(vec![silent]).await;
    let page = site.get(TO_KITCHEN).await;
    assert!(
        page.body.contains("Har ingen mailadresse i kataloget.") && page.body.contains("Ring på 98 00 00 00")
    );
    assert!(!page.body.contains("name=\"hvad\""), "there is nobody to write to");
    let refused = write(&site, TO_KITCHEN, &[], None).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("fyrre</textarea>"));
}

#[tokio::test]
async fn five_are_chosen_of_fifty_and_nothing_typed_is_lost() {
    let slugs: Vec<String> = (10..60).map(|number| format!("a{number}")).collect();
    let site = TestSite::with(slugs.iter().map(|slug| canteen(slug)).collect()).await;
    let all: Vec<&str> = slugs.iter().map(String::as_str).collect();
    let page = site.get(&app::links::with_listings(TO_LISTED, &all)).await;
    assert!(page.status == StatusCode::OK && page.body.contains("Der er 50 at vælge imellem"));
    assert!(page.body.contains("højst 5 ad gangen") && ticked(&page).is_empty());
    assert_eq!(page.body.matches("name=\"v\"").count(), 50);

    let chosen: Vec<(&str, &str)> = all.iter().map(|slug| ("v", *slug)).collect();
    let refused = write(&site, TO_LISTED, &chosen, None).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Vælg højst 5") && ticked(&refused).len() == 50);
    assert!(refused.body.contains("fyrre</textarea>") && refused.body.contains("40 kuverter"));
    let among: Vec<(&str, &str)> = all.iter().map(|slug| ("af", *slug)).collect();
    let few = [&among[..], &chosen[..5], &[("sted", "010190-1234")]].concat();
    let refused = write(&site, TO_LISTED, &few, None).await;
    assert_eq!(ticked(&refused), all[..5]);
    assert_eq!(refused.body.matches("name=\"v\"").count(), 50, "one can choose others");
    let none = write(&site, TO_LISTED, &among, None).await;
    assert!(none.body.contains("Vælg, hvem beskeden skal til.") && none.body.contains("40 kuverter"));
    is_written(&write(&site, TO_LISTED, &[&among[..], &chosen[..5]].concat(), None).await);
    super::is_sent(&confirm(&site, &link(&site).await, &[]).await);
    assert_eq!(due(&site).await.len(), 6);
}

#[tokio::test]
async fn what_is_not_in_the_catalogue_is_left_out() {
    let moved_to = |to: Option<&str>| Closed {
        date: None,
        reason: "Den holdt op.".to_owned(),
        moved_to: to.map(ToOwned::to_owned),
    };
    let closed = |slug: &str, to: Option<&str>| {
        let closed = Some(moved_to(to));
        listing_with(slug, |listing| (listing.state, listing.closed) = (State::Closed, closed))
    };
    let draft = listing_with("kladde", |listing| listing.state = State::Draft);
    let all = vec![canteen("a"), closed("lukket", None), closed("gammel", Some("a")), draft];
    let site = TestSite::with(all).await;
    for slug in ["findes-ikke", "kladde", "%20", "A"] {
        let address = format!("/virksomheder/{slug}/henvendelse");
        assert_eq!(site.get(&address).await.status, StatusCode::NOT_FOUND, "{slug}");
        let form = [("dannet", MADE), ("hvad", "x")];
        assert_eq!(site.post(&address, &form, None).await.status, StatusCode::NOT_FOUND, "{slug}");
    }
    let page = site.get("/virksomheder/lukket/henvendelse").await.body;
    assert!(
        page.contains("Er lukket og tager ikke imod beskeder.")
            && page.contains("href=\"/virksomheder/lukket\"")
    );
    assert!(!site.get("/virksomheder/lukket").await.body.contains("Send besked"));
    let moved = site.get("/virksomheder/gammel/henvendelse").await;
    assert_eq!(moved.header("location"), "/virksomheder/a/henvendelse");

    let page = site.get("/liste/henvendelse?v=gammel&v=a&v=lukket&v=kladde&v=nej&v=../x").await;
    assert_eq!(ticked(&page), ["a"]);
    assert!(page.body.contains("2 virksomheder findes ikke i kataloget og er ikke med."), "{}", page.body);
    assert!(page.body.contains("Er lukket og tager ikke imod beskeder.") && !page.body.contains("kladde"));
    for slug in ["lukket", "kladde", "nej"] {
        let refused = write(&site, TO_LISTED, &[("v", "a"), ("v", slug)], None).await;
        assert_eq!((refused.status, ticked(&refused)), (StatusCode::UNPROCESSABLE_ENTITY, vec!["a"]));
    }
    is_written(&write(&site, TO_LISTED, &[("v", "gammel")], None).await);
    link(&site).await;
    let none = site.get(TO_LISTED).await;
    assert!(none.status == StatusCode::OK && none.body.contains("Vælg først nogle virksomheder"));
}
