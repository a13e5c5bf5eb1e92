//! What members and editors do about it.

use axum::http::StatusCode;
use chrono::Duration;
use content::listing::State;

use super::{ANNE, Life, THREE_MONTHS, confirmed, monthly, only};
use crate::editors::enrol;
use crate::test_site::{EDITOR, listing, listing_with};

#[tokio::test]
async fn a_link_vouches_for_nothing_that_is_no_longer_kept() {
    let life = Life::of(vec![monthly("a")]).await;
    let mails = life.days(THREE_MONTHS).await;
    let key = super::key(only(&mails));
    life.change("a", |listing| {
        listing.state = State::Closed;
        listing.closed =
            Some(content::listing::Closed { date: None, reason: "Slut.".to_owned(), moved_to: None });
    })
    .await;
    assert_eq!(life.site.get(&format!("/bekraeft?noegle={key}")).await.status, StatusCode::GONE);
    assert_eq!(life.vouch(&key, &["a"]).await, StatusCode::GONE);
    assert_eq!(life.stored("a").await.confirmed.unwrap().on.to_string(), "2026-11-21");
    for wrong in ["", "x"] {
        assert_eq!(life.site.get(&format!("/bekraeft?noegle={wrong}")).await.status, StatusCode::GONE);
    }
    assert_eq!(life.site.get("/bekraeft").await.status, StatusCode::GONE);

    let life = Life::of(vec![monthly("a")]).await;
    let mails = life.days(THREE_MONTHS).await;
    let key = super::key(only(&mails));
    life.clock.forward(Duration::days(60));
    assert_eq!(life.vouch(&key, &["a"]).await, StatusCode::GONE, "60 days are over");
}

#[tokio::test]
async fn the_member_chooses_how_often_and_whether() {
    let life = Life::of(vec![monthly("a"), listing("b")]).await;
    let cookie = life.site.sign_in(ANNE).await;
    let address = "/min-side/a/mails";
    let page = life.site.get_as(address, &cookie).await.body;
    assert!(page.contains("kommer 21. februar 2027") && page.contains("value=\"3\" checked"), "{page}");
    let wrong = [("maaneder", "3"), ("ro", "til"), ("indtil", "2026-11-21")];
    let refused = life.site.post(address, &wrong, Some(&cookie)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("value=\"2026-11-21\"") && refused.body.contains("efter i dag"));

    let choice = [("maaneder", "12"), ("ro", "nej"), ("indtil", "")];
    let saved = life.site.post(address, &choice, Some(&cookie)).await;
    assert_eq!(saved.header("location"), "/min-side/a/mails?gemt");
    let page = life.site.get_as("/min-side/a/mails?gemt", &cookie).await.body;
    assert!(page.contains("Det er gemt") && page.contains("kommer 21. november 2027"), "{page}");
    assert_eq!(life.stored("a").await.confirm_months, Some(12));
    let never = [("maaneder", "12"), ("ro", "altid")];
    life.site.post(address, &never, Some(&cookie)).await;
    assert!(life.site.get_as(address, &cookie).await.body.contains("sagt nej til mails"));
    let same = [("maaneder", "6"), ("ro", "nej")];
    life.site.post("/min-side/b/mails", &same, Some(&cookie)).await;
    assert_eq!(life.stored("b").await.confirm_months, None, "what holds anyway is no change");

    life.site.save(vec![listing("other")]).await;
    let other = life.site.post("/min-side/other/mails", &same, Some(&cookie)).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
    assert_eq!(life.site.get_as("/min-side/other/mails", &cookie).await.status, StatusCode::NOT_FOUND);
    assert_eq!(life.site.get(address).await.header("location"), "/log-ind?til=/min-side/a/mails");

    let mails = life.days(365).await;
    assert!(only(&mails).subject.ends_with("? b"), "nothing of a");
}

#[tokio::test]
async fn several_are_vouched_for_together() {
    let life = Life::of(vec![listing("a"), listing("b"), listing("c")]).await;
    life.site.save(vec![listing("other")]).await;
    let cookie = life.site.sign_in(ANNE).await;
    let form = [("slug", "a"), ("slug", "c"), ("slug", "other")];
    let done = life.site.post("/min-side/bekraeft", &form, Some(&cookie)).await;
    assert_eq!(done.header("location"), "/min-side");
    for (slug, vouched) in [("a", true), ("b", false), ("c", true), ("other", false)] {
        assert_eq!(life.stored(slug).await.confirmed.is_some(), vouched, "{slug}");
    }
    assert_eq!(life.site.post("/min-side/bekraeft", &[], Some(&cookie)).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn editors_see_the_most_urgent_first_and_vouch_themselves() {
    let old = listing_with("gammel", |listing| {
        confirmed(listing);
        listing.confirmed.as_mut().unwrap().on = "2020-03-01".parse().unwrap();
    });
    let life = Life::of(vec![old, listing("holdt"), monthly("frisk")]).await;
    life.site.save(vec![listing("ingens")]).await;
    let (editor, ..) = enrol(&life.site, EDITOR).await;
    let list = "/redaktion/ubekraeftede";
    let page = life.site.get_as(list, &editor).await.body;
    let at = |slug: &str| page.find(&format!("/virksomheder/{slug}\"")).unwrap();
    assert!(at("gammel") < at("ingens") && at("ingens") < at("holdt"), "{page}");
    assert!(!page.contains("/virksomheder/frisk\"") && page.contains("Ikke bekræftet siden marts 2020"));

    let member = life.site.sign_in(ANNE).await;
    let form = [("slug", "gammel")];
    assert_eq!(life.site.post(list, &form, Some(&member)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(life.site.post(list, &form, Some(&editor)).await.header("location"), list);
    life.site.site.follower.catch_up().await.unwrap();
    assert!(!life.site.get_as(list, &editor).await.body.contains("/virksomheder/gammel\""));
    assert!(life.page("gammel").await.contains("Bekræftet af redaktionen, november 2026"));
    assert_eq!(life.site.site.store.deeds(0, 1).await.unwrap()[0].about, "gammel");
    let missing = life.site.post(list, &[("slug", "findes-ikke")], Some(&editor)).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_editor_chooses_for_the_enterprise_and_not_for_its_members() {
    let life = Life::of(vec![monthly("a")]).await;
    let (editor, ..) = enrol(&life.site, EDITOR).await;
    let address = "/min-side/a/mails";
    let page = life.site.get_as(address, &editor).await.body;
    assert!(page.contains("value=\"3\" checked") && !page.contains("name=\"ro\""), "{page}");
    let choice = [("maaneder", "6"), ("ro", "altid")];
    let saved = life.site.post(address, &choice, Some(&editor)).await;
    assert_eq!(saved.header("location"), "/min-side/a/mails?gemt");
    assert_eq!(life.stored("a").await.confirm_months, Some(6));
    let changes = life.site.site.store.changes(1).await.unwrap();
    assert_eq!((changes[0].author.email.as_str(), changes[0].author.editor), (EDITOR, true));
    assert!(life.site.site.store.asked(None).await.unwrap().is_empty());
}
