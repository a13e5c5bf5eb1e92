//! Claiming a listing and keeping it.

use axum::http::StatusCode;
use content::Listing;

use crate::editors::enrol;
use crate::test_site::{EDITOR, TestSite, listing_with};

const CLAIM: &str = "/virksomheder/koekkenet/er-det-jeres";

pub fn kitchen() -> Listing {
    listing_with("koekkenet", |listing| {
        listing.website = Some("https://www.koekkenet.example.dk/om".to_owned().try_into().unwrap());
        listing.email = Some("Hej@post.example.dk".to_owned());
    })
}

/// Claims the kitchen and follows the link of the mail; gives the cookie.
pub async fn claim(site: &TestSite, email: &str) -> String {
    let form = [("navn", "Anne"), ("rolle", "daglig leder"), ("email", email)];
    let asked = site.post(CLAIM, &form, None).await;
    assert_eq!(asked.header("location"), "/log-ind/sendt");
    site.run_jobs().await;
    let mails = site.mails.take();
    let [(to, mail)] = mails.as_slice() else { panic!("{mails:?}") };
    assert_eq!(to, email);
    let (_, key) = mail.text.split_once("/log-ind/bekraeft-adgang?noegle=").unwrap();
    let key = key.lines().next().unwrap();
    let wrong = site.post("/log-ind/bekraeft", &[("noegle", key)], None).await;
    assert_eq!(wrong.status, StatusCode::GONE, "a link is for one purpose");
    assert_eq!(site.get(&format!("/log-ind/bekraeft-adgang?noegle={key}")).await.status, StatusCode::OK);
    let answer = site.post("/log-ind/bekraeft-adgang", &[("noegle", key)], None).await;
    assert_eq!(answer.header("location"), "/min-side", "{} {}", answer.status, answer.body);
    let again = site.post("/log-ind/bekraeft-adgang", &[("noegle", key)], None).await;
    assert_eq!(again.status, StatusCode::GONE);
    answer.cookie()
}

#[tokio::test]
async fn an_address_of_the_enterprise_gets_access_at_once() {
    for email in ["anne@koekkenet.example.dk", "hej@post.example.dk"] {
        let site = TestSite::with(vec![kitchen()]).await;
        let cookie = claim(&site, email).await;
        let page = site.get_as("/min-side", &cookie).await.body;
        assert!(page.contains("/virksomheder/koekkenet") && page.contains("Alt passer"), "{page}");
        site.run_jobs().await;
        assert!(site.mails.take().is_empty(), "no editor is troubled");
    }
}

#[tokio::test]
async fn another_address_waits_for_an_editor() {
    for (answer, granted) in [("ja", true), ("nej", false)] {
        let site = TestSite::with(vec![kitchen()]).await;
        let cookie = claim(&site, "anne@other.example.dk").await;
        let page = site.get_as("/min-side", &cookie).await.body;
        assert!(
            page.contains("Redaktionen, eller en, der holder siden, ser på det")
                && !page.contains("Alt passer")
        );
        site.run_jobs().await;
        let told = site.mails.take();
        let [(to, mail)] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!(to, EDITOR);
        assert!(!mail.text.contains("Anne") && !mail.text.contains("anne@"), "who it is stays on the page");

        let (editor, ..) = enrol(&site, EDITOR).await;
        let room = site.get_as("/redaktion", &editor).await.body;
        assert!(
            room.contains("Anne") && room.contains("daglig leder") && room.contains("anne@other.example.dk")
        );
        let (_, rest) = room.split_once("name=\"id\" value=\"").unwrap();
        let form = [("id", rest.split('"').next().unwrap()), ("svar", answer)];
        assert_eq!(site.post("/redaktion/adgang", &form, Some(&cookie)).await.status, StatusCode::NOT_FOUND);
        for _ in 0..2 {
            let decided = site.post("/redaktion/adgang", &form, Some(&editor)).await;
            assert_eq!(decided.header("location"), "/redaktion");
        }
        let opposite = [form[0], ("svar", if granted { "nej" } else { "ja" })];
        site.post("/redaktion/adgang", &opposite, Some(&editor)).await;
        assert!(!site.get_as("/redaktion", &editor).await.body.contains("Anne"));
        site.run_jobs().await;
        let told = site.mails.take();
        let [(to, mail)] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!(to, "anne@other.example.dk");
        assert_eq!(mail.text.contains("I kan nu holde siden"), granted);
        assert_eq!(site.get_as("/min-side", &cookie).await.body.contains("Alt passer"), granted);
    }
}

#[tokio::test]
async fn a_member_vouches_for_their_own_listing_only() {
    let site = TestSite::with(vec![kitchen(), listing_with("andre", |_| {})]).await;
    let cookie = claim(&site, "anne@koekkenet.example.dk").await;
    assert!(site.get("/virksomheder/koekkenet").await.body.contains("ikke bekræftet af virksomheden"));
    let confirmed = site.post("/min-side/bekraeft", &[("slug", "koekkenet")], Some(&cookie)).await;
    assert_eq!(confirmed.header("location"), "/min-side");
    site.site.follower.catch_up().await.unwrap();
    assert!(
        site.get("/virksomheder/koekkenet").await.body.contains("Bekræftet af virksomheden, november 2026")
    );

    let other = site.post("/min-side/bekraeft", &[("slug", "andre")], Some(&cookie)).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
    let stranger = site.post("/min-side/bekraeft", &[("slug", "koekkenet")], None).await;
    assert_eq!(stranger.header("location"), "/log-ind");
}

#[tokio::test]
async fn what_cannot_be_claimed_is_not_there_and_what_is_wrong_is_kept() {
    let closed = listing_with("lukket", |listing| {
        listing.state = content::listing::State::Closed;
        listing.closed =
            Some(content::listing::Closed { date: None, reason: "Den holdt op.".to_owned(), moved_to: None });
    });
    let draft = listing_with("kladde", |listing| listing.state = content::listing::State::Draft);
    let site = TestSite::with(vec![kitchen(), closed, draft]).await;
    for slug in ["lukket", "kladde", "findes-ikke"] {
        let address = format!("/virksomheder/{slug}/er-det-jeres");
        assert_eq!(site.get(&address).await.status, StatusCode::NOT_FOUND, "{slug}");
        let form = [("navn", "Anne"), ("rolle", "leder"), ("email", "anne@example.dk")];
        assert_eq!(site.post(&address, &form, None).await.status, StatusCode::NOT_FOUND, "{slug}");
    }
    let form = [("navn", "Anne 010190-1234"), ("rolle", "<script>"), ("email", "anne")];
    let refused = site.post(CLAIM, &form, None).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Det ligner et CPR-nummer") && refused.body.contains("&lt;script&gt;"));
    site.run_jobs().await;
    assert!(site.mails.take().is_empty());
    assert!(site.get("/virksomheder/koekkenet").await.body.contains(CLAIM));
}
