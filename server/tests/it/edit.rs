//! Editing a listing, and taking changes back.

use axum::http::StatusCode;
use content::Listing;

use crate::editors::enrol;
use crate::members::{claim, kitchen};
use crate::test_site::{Answer, EDITOR, TestSite};

const EDIT: &str = "/min-side/koekkenet";

fn version(page: &Answer) -> String {
    let (_, rest) = page.body.split_once("name=\"udgave\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

async fn save(site: &TestSite, cookie: &str, line: &str, text: &str, version: &str) -> Answer {
    let form = [("linje", line), ("beskrivelse", text), ("forskel", ""), ("udgave", version)];
    let answer = site.post(EDIT, &form, Some(cookie)).await;
    site.site.follower.catch_up().await.unwrap();
    answer
}

async fn stored(site: &TestSite) -> Listing {
    site.site.store.write().await.unwrap().listing("koekkenet").await.unwrap().unwrap()
}

#[tokio::test]
async fn what_is_saved_is_seen_and_markup_stays_text() {
    let site = TestSite::with(vec![kitchen()]).await;
    let cookie = claim(&site, "anne@koekkenet.example.dk").await;
    let form = site.get_as(EDIT, &cookie).await;
    assert!(form.body.contains("Kantine og frokost</textarea>"));
    let text = "Vi laver **mad**.\r\n\r\n<script>alert(1)</script>";
    let saved = save(&site, &cookie, "Frokost <b>", text, &version(&form)).await;
    assert_eq!((saved.status, saved.header("location")), (StatusCode::SEE_OTHER, "/virksomheder/koekkenet"));
    let page = site.get("/virksomheder/koekkenet").await.body;
    assert!(page.contains("Frokost &lt;b&gt;") && page.contains("<strong>mad</strong>"));
    assert!(!page.contains("<script>alert"));
    let again = save(&site, &cookie, "Frokost <b>", text, &version(&form)).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "the same form sent twice is no conflict");
    assert_eq!(site.site.store.changes(9).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_conflict_shows_both_and_loses_nothing() {
    let site = TestSite::with(vec![kitchen()]).await;
    let cookie = claim(&site, "anne@koekkenet.example.dk").await;
    let opened = version(&site.get_as(EDIT, &cookie).await);
    save(&site, &cookie, "Den ene", "Det samme\r\nsted", &opened).await;
    let conflict = save(&site, &cookie, "Den anden", "Det samme\r\nsted", &opened).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    assert!(conflict.body.contains("<p>Den ene</p>") && conflict.body.contains("Den anden</textarea>"));
    assert_eq!(conflict.body.matches("Det, der står nu").count(), 1, "only where they differ");
    assert_eq!(stored(&site).await.one_line, "Den ene");
    save(&site, &cookie, "Den anden", "", &version(&conflict)).await;
    assert_eq!(stored(&site).await.one_line, "Den anden");
}

#[tokio::test]
async fn what_is_wrong_is_kept_on_the_page() {
    let site = TestSite::with(vec![kitchen()]).await;
    let cookie = claim(&site, "anne@koekkenet.example.dk").await;
    let opened = version(&site.get_as(EDIT, &cookie).await);
    for (line, text, words) in [
        ("", "Teksten bliver", "Skriv, hvad I sælger."),
        (&*"a".repeat(141), "Teksten bliver", "højst 140 tegn"),
        ("Frokost", "Teksten bliver 010190-1234", "Det ligner et CPR-nummer"),
    ] {
        let refused = save(&site, &cookie, line, text, &opened).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains(words) && refused.body.contains("Teksten bliver"), "{words}");
    }
    assert_eq!(stored(&site).await.one_line, "Kantine og frokost");
}

#[tokio::test]
async fn only_those_who_keep_it_may_edit() {
    let site = TestSite::with(vec![kitchen()]).await;
    let stranger = site.sign_in("anden@example.dk").await;
    assert_eq!(site.get(EDIT).await.header("location"), format!("/log-ind?til={EDIT}"));
    assert_eq!(site.get_as(EDIT, &stranger).await.status, StatusCode::NOT_FOUND);
    for line in ["Frokost", ""] {
        assert_eq!(save(&site, &stranger, line, "", "").await.status, StatusCode::NOT_FOUND);
        assert_eq!(site.post(EDIT, &[("linje", line)], None).await.header("location"), "/log-ind");
    }
}

#[tokio::test]
async fn a_change_is_taken_back_without_losing_later_ones() {
    let site = TestSite::with(vec![kitchen()]).await;
    let cookie = claim(&site, "anne@koekkenet.example.dk").await;
    let opened = version(&site.get_as(EDIT, &cookie).await);
    save(&site, &cookie, "Første", "Første tekst", &opened).await;
    let opened = version(&site.get_as(EDIT, &cookie).await);
    save(&site, &cookie, "Første", "Anden tekst", &opened).await;
    site.post("/min-side/bekraeft", &[("slug", "koekkenet")], Some(&cookie)).await;

    let (editor, ..) = enrol(&site, EDITOR).await;
    let room = site.get_as("/redaktion", &editor).await.body;
    assert!(room.contains("<del>Kantine og frokost</del>") && room.contains("<ins>Anden tekst</ins>"));
    let first = site.site.store.changes(9).await.unwrap().pop().unwrap().id.to_string();
    let denied = site.post("/redaktion/tag-tilbage", &[("id", &first)], Some(&cookie)).await;
    assert_eq!(denied.status, StatusCode::NOT_FOUND);
    for _ in 0..2 {
        let done = site.post("/redaktion/tag-tilbage", &[("id", &first)], Some(&editor)).await;
        assert_eq!(done.header("location"), "/redaktion");
    }
    let listing = stored(&site).await;
    assert_eq!(
        (listing.one_line.as_str(), listing.description.as_str()),
        ("Kantine og frokost", "Anden tekst")
    );
    assert!(listing.confirmed.is_some());
    assert!(site.get_as("/redaktion", &editor).await.body.contains("Taget tilbage"));
}
