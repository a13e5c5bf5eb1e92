//! Signing in without a password.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::body::Body;
use axum::http::{Request, StatusCode};
use chrono::{DateTime, Duration, Utc};
use server::clock::Clock;

use crate::test_site::{FixedClock, TestDatabase, TestSite};

/// A clock that is set forward.
#[derive(Debug, Default)]
pub struct Later(AtomicI64);

impl Later {
    pub fn by(&self, pause: Duration) {
        self.0.fetch_add(pause.num_seconds(), Ordering::Relaxed);
    }
}

impl Clock for Later {
    fn now(&self) -> DateTime<Utc> {
        FixedClock.now() + Duration::seconds(self.0.load(Ordering::Relaxed))
    }
}

#[tokio::test]
async fn a_link_signs_in_once_and_the_cookie_is_strict() {
    let site = TestSite::empty().await;
    let key = site.link("kontakt@example.dk").await;
    let page = site.get(&format!("/log-ind/bekraeft?noegle={key}")).await;
    assert_eq!((page.status, page.header("cache-control")), (StatusCode::OK, "no-store"));
    let scanned = site.get(&format!("/log-ind/bekraeft?noegle={key}")).await;
    assert!(scanned.header("set-cookie").is_empty(), "following a link changes nothing");

    let answer = site.post("/log-ind/bekraeft", &[("noegle", &key)], None).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/min-side"));
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("__Host-session="), "{cookie}");
    for strict in ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"] {
        assert!(cookie.contains(strict), "{cookie}");
    }
    let hint: Vec<_> = answer.headers.get_all("set-cookie").iter().skip(1).collect();
    assert_eq!(hint, ["inde=1; Path=/; Max-Age=2592000; Secure; SameSite=Lax"], "what the header reads");
    let mine = site.get_as("/min-side", &answer.cookie()).await;
    assert!(mine.body.contains("kontakt@example.dk") && mine.body.contains("Firefox på Linux"));
    assert_eq!(mine.header("cache-control"), "no-store");
    assert_eq!(site.get_as("/log-ind", &answer.cookie()).await.header("location"), "/min-side");

    let again = site.post("/log-ind/bekraeft", &[("noegle", &key)], None).await;
    assert_eq!(again.status, StatusCode::GONE);
    assert!(again.header("set-cookie").is_empty() && again.body.contains("Få et nyt link"));
}

#[tokio::test]
async fn of_two_who_follow_a_link_at_once_one_is_let_in() {
    let site = TestSite::empty().await;
    let key = site.link("kontakt@example.dk").await;
    let form = [("noegle", key.as_str())];
    let follow = || site.post("/log-ind/bekraeft", &form, None);
    let (one, other) = tokio::join!(follow(), follow());
    let mut statuses = [one.status, other.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::GONE]);
}

#[tokio::test]
async fn a_link_and_a_session_end() {
    let (database, clock) = (TestDatabase::new().await, Arc::new(Later::default()));
    let site = TestSite::at(&database, clock.clone()).await;
    let key = site.link("kontakt@example.dk").await;
    clock.by(Duration::minutes(15));
    assert_eq!(site.post("/log-ind/bekraeft", &[("noegle", &key)], None).await.status, StatusCode::GONE);

    let cookie = site.sign_in("kontakt@example.dk").await;
    clock.by(Duration::days(29));
    assert_eq!(site.get_as("/min-side", &cookie).await.status, StatusCode::OK, "being seen keeps it");
    clock.by(Duration::days(29));
    assert_eq!(site.get_as("/min-side", &cookie).await.status, StatusCode::OK);
    clock.by(Duration::days(31));
    assert_eq!(site.get_as("/min-side", &cookie).await.header("location"), "/log-ind");
    site.site.store.forget_sessions(clock.now()).await.unwrap();
}

#[tokio::test]
async fn asked_twice_sent_once_and_a_mailbox_gets_few() {
    let site = TestSite::empty().await;
    for _ in 0..2 {
        site.post("/log-ind", &[("email", "Kontakt@Example.dk ")], None).await;
    }
    site.run_jobs().await;
    assert_eq!(site.mails.take().len(), 1);
    for _ in 0..5 {
        let answer = site.post("/log-ind", &[("email", "kontakt@example.dk")], None).await;
        assert_eq!(answer.header("location"), "/log-ind/sendt", "nobody is told");
        site.run_jobs().await;
    }
    assert_eq!(site.mails.take().len(), 1, "the third and last of its share");
}

#[tokio::test]
async fn a_visitor_who_asks_very_often_is_told_to_wait() {
    let site = TestSite::empty().await;
    for number in 0..20 {
        let email = format!("kontakt{number}@example.dk");
        assert_eq!(site.post("/log-ind", &[("email", &email)], None).await.status, StatusCode::SEE_OTHER);
    }
    let refused = site.post("/log-ind", &[("email", "kontakt@example.dk")], None).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(refused.body.contains("Det gik lidt for stærkt"));
}

#[tokio::test]
async fn what_is_no_address_is_kept_and_explained() {
    let site = TestSite::empty().await;
    let long = "a".repeat(5000);
    for typed in ["", "kontakt", "<script>", "a@b.dk\r\nBcc: c@d.dk", "010190-1234", long.as_str()] {
        let answer = site.post("/log-ind", &[("email", typed)], None).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        assert!(answer.body.contains("Det skal rettes") && !answer.body.contains("<script>"));
    }
    let kept = site.post("/log-ind", &[("email", "kontakt")], None).await;
    assert!(kept.body.contains("value=\"kontakt\""));
    site.run_jobs().await;
    assert!(site.mails.take().is_empty());
    assert_eq!(site.get("/log-ind/bekraeft").await.status, StatusCode::GONE);
}

#[tokio::test]
async fn forms_of_other_sites_are_refused() {
    let site = TestSite::empty().await;
    for (header, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
        ("x-none", ""),
    ] {
        let request = Request::post("/log-ind")
            .header(header, value)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from("email=kontakt%40example.dk"))
            .unwrap();
        let answer = site.send(request).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{header}: {value}");
        assert!(answer.body.contains("Formularen kom et andet sted fra"));
    }
    site.run_jobs().await;
    assert!(site.mails.take().is_empty());
}

#[tokio::test]
async fn sessions_are_listed_ended_and_only_by_their_own() {
    let site = TestSite::empty().await;
    let here = site.sign_in("kontakt@example.dk").await;
    let there = site.sign_in("kontakt@example.dk").await;
    let stranger = site.sign_in("anden@example.dk").await;
    let page = site.get_as("/min-side", &here).await;
    let (_, rest) = page.body.split_once("name=\"id\" value=\"").unwrap();
    let id = rest.split('"').next().unwrap();

    site.post("/min-side/afslut", &[("id", id)], Some(&stranger)).await;
    assert_eq!(site.get_as("/min-side", &there).await.status, StatusCode::OK, "another's is left alone");
    let unknown = site.post("/min-side/afslut", &[("id", id)], None).await;
    assert_eq!(unknown.header("location"), "/log-ind");
    site.post("/min-side/afslut", &[("id", id)], Some(&here)).await;
    assert_eq!(site.get_as("/min-side", &there).await.header("location"), "/log-ind");
    assert_eq!(site.get_as("/min-side", &here).await.status, StatusCode::OK);

    let out = site.post("/min-side/log-ud", &[], Some(&here)).await;
    let gone: Vec<_> = out.headers.get_all("set-cookie").iter().collect();
    assert!(gone.len() == 2 && gone.iter().all(|cookie| cookie.to_str().unwrap().contains("Max-Age=0")));
    assert_eq!(site.get_as("/min-side", &here).await.header("location"), "/log-ind");
    assert_eq!(site.get("/min-side/log-ud").await.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn signing_in_again_ends_the_session_before() {
    let site = TestSite::empty().await;
    let before = site.sign_in("kontakt@example.dk").await;
    let key = site.link("kontakt@example.dk").await;
    let after = site.post("/log-ind/bekraeft", &[("noegle", &key)], Some(&before)).await.cookie();
    assert_ne!(before, after);
    assert_eq!(site.get_as("/min-side", &before).await.header("location"), "/log-ind");
    assert_eq!(site.get_as("/min-side", &after).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_made_up_cookie_is_a_strangers() {
    let site = TestSite::seeded().await;
    for cookie in ["__Host-session=x", "__Host-session=", "__Host-session='; drop table session; --"] {
        assert_eq!(site.get_as("/min-side", cookie).await.header("location"), "/log-ind");
        assert_eq!(site.get_as("/virksomheder", cookie).await.status, StatusCode::OK);
    }
}

/// Pages are the same for everybody, so the header of a page says "Log ind" to whoever has no script; that
/// leads on. What the script goes by opens nothing, and is forgotten where it turns out to be wrong.
#[tokio::test]
async fn whoever_is_signed_in_is_led_on_and_the_hint_opens_nothing() {
    let site = TestSite::empty().await;
    let cookie = site.sign_in("kontakt@example.dk").await;
    let led = site.get_as("/log-ind", &format!("inde=1; {cookie}")).await;
    assert_eq!((led.status, led.header("location")), (StatusCode::SEE_OTHER, "/min-side"));
    let header = site.get("/").await.body;
    assert!(header.contains("<a href=\"/log-ind\" data-mine=\"/min-side\">Log ind</a>"));

    let stale = site.get_as("/min-side", "inde=1").await;
    assert_eq!(stale.header("location"), "/log-ind");
    assert_eq!(stale.header("set-cookie"), "inde=; Path=/; Max-Age=0; Secure; SameSite=Lax");
    assert_eq!(site.get("/min-side").await.header("set-cookie"), "");
}
