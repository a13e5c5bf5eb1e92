//! Closing a listing.

use axum::http::StatusCode;
use content::Listing;
use content::listing::State;

use crate::colleagues::{ANNE, BO, anne, invited};
use crate::editors::enrol;
use crate::members::{claim, kitchen};
use crate::test_site::{Answer, EDITOR, TestSite, listing_with};

const CLOSE: &str = "/min-side/koekkenet/luk";
const LISTING: &str = "/virksomheder/koekkenet";
const REASON: &str = "Vi går <b>på pension</b>.";

async fn close(site: &TestSite, cookie: &str, reason: &str) -> Answer {
    let answer = site.post(CLOSE, &[("grund", reason)], Some(cookie)).await;
    site.site.follower.catch_up().await.unwrap();
    answer
}

async fn stored(site: &TestSite) -> Listing {
    site.site.store.write().await.unwrap().listing("koekkenet").await.unwrap().unwrap()
}

#[tokio::test]
async fn a_listing_is_closed_and_opened_again_by_an_editor() {
    let (site, anne) = anne().await;
    let before = stored(&site).await;
    assert_eq!(site.get_as(CLOSE, &anne).await.status, StatusCode::OK);
    assert!(site.get_as("/min-side/koekkenet/kolleger", &anne).await.body.contains(CLOSE));
    for _ in 0..2 {
        let closed = close(&site, &anne, REASON).await;
        assert_eq!((closed.status, closed.header("location")), (StatusCode::SEE_OTHER, LISTING));
    }
    let page = site.get(LISTING).await;
    assert_eq!(page.status, StatusCode::OK, "its address stays");
    assert!(page.body.contains("Findes ikke længere som socialøkonomisk virksomhed (21. november 2026)"));
    assert!(page.body.contains("&lt;b&gt;på pension"));
    assert_eq!(site.get("/virksomheder?q=kantine").await.slugs(), ["andre"]);
    let mine = site.get_as("/min-side", &anne).await.body;
    assert!(mine.contains(LISTING) && !mine.contains("Alt passer"));
    for address in [CLOSE, "/min-side/koekkenet"] {
        assert_eq!(site.get_as(address, &anne).await.status, StatusCode::NOT_FOUND, "{address}");
    }

    let changes = site.site.store.changes(9).await.unwrap();
    assert_eq!(changes.len(), 1, "closing twice is one change");
    let (editor, ..) = enrol(&site, EDITOR).await;
    assert!(site.get_as("/redaktion", &editor).await.body.contains("Status"));
    let id = changes[0].id.to_string();
    site.post("/redaktion/tag-tilbage", &[("id", &id)], Some(&editor)).await;
    site.site.follower.catch_up().await.unwrap();
    assert_eq!(stored(&site).await, before);
    assert!(site.get("/virksomheder?q=kantine").await.slugs().contains(&"koekkenet"));
    assert_eq!(site.get_as("/min-side/koekkenet", &anne).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_reason_is_one_sentence_without_a_number() {
    let (site, anne) = anne().await;
    for (reason, words) in [
        (" \r\n", "Skriv, hvorfor siden lukkes."),
        ("Spørg 010190-1234 om det", "Det ligner et CPR-nummer"),
        (&*"<ø".repeat(101), "Skriv det kortere: højst 200 tegn."),
    ] {
        let refused = close(&site, &anne, reason).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
        assert_eq!(refused.body.matches(words).count(), 2, "{words}");
        let kept = reason.trim().replace('<', "&lt;");
        assert!(refused.body.contains(&kept) && refused.body.contains("href=\"#grund\""), "{words}");
    }
    assert_eq!(stored(&site).await.state, State::Public);
}

#[tokio::test]
async fn only_those_who_may_invite_close_and_only_what_is_seen() {
    let (site, anne) = anne().await;
    let bo = invited(&site, &anne, BO, "redigere").await;
    let stranger = site.sign_in("anden@example.dk").await;
    for cookie in [&bo, &stranger] {
        assert_eq!(site.get_as(CLOSE, cookie).await.status, StatusCode::NOT_FOUND);
        for reason in [REASON, ""] {
            assert_eq!(close(&site, cookie, reason).await.status, StatusCode::NOT_FOUND);
        }
    }
    assert_eq!(site.get(CLOSE).await.header("location"), format!("/log-ind?til={CLOSE}"));
    assert_eq!(site.post(CLOSE, &[("grund", REASON)], None).await.header("location"), "/log-ind");
    site.save(vec![listing_with("koekkenet", |listing| listing.state = State::Draft)]).await;
    assert_eq!(site.get_as(CLOSE, &anne).await.status, StatusCode::NOT_FOUND);
    assert_eq!(close(&site, &anne, REASON).await.status, StatusCode::NOT_FOUND, "nobody has seen it");
    assert!(site.site.store.changes(9).await.unwrap().is_empty());
}

#[tokio::test]
async fn an_editor_closes_in_the_editors_name() {
    let site = TestSite::with(vec![kitchen()]).await;
    claim(&site, ANNE).await;
    let (editor, ..) = enrol(&site, EDITOR).await;
    assert_eq!(close(&site, &editor, "De er holdt op.").await.header("location"), LISTING);
    let changes = site.site.store.changes(9).await.unwrap();
    assert!(changes[0].author.editor && stored(&site).await.is_closed());
}
