//! Editors: their second factor and their room.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::http::StatusCode;
use chrono::{DateTime, Duration, Utc};
use server::actions::invite_editor;
use server::clock::Clock;
use server::second_factor::SecondFactor;

use crate::test_site::{Answer, EDITOR, FixedClock, TestDatabase, TestSite};

/// A clock that goes on half a minute whenever it is told to, for the next code.
#[derive(Debug, Default)]
struct Steps(AtomicI64);

impl Steps {
    fn step(&self) {
        self.0.fetch_add(30, Ordering::Relaxed);
    }
}

impl Clock for Steps {
    fn now(&self) -> DateTime<Utc> {
        FixedClock.now() + Duration::seconds(self.0.load(Ordering::Relaxed))
    }
}

fn secret(page: &Answer) -> SecondFactor {
    let (_, rest) = page.body.split_once("name=\"hemmelighed\" value=\"").unwrap();
    SecondFactor::from_base32(EDITOR, rest.split('"').next().unwrap()).unwrap()
}

/// Signs in and sets the app up; gives the proven cookie, the app, and the codes for paper.
pub async fn enrol(site: &TestSite, email: &str) -> (String, SecondFactor, Vec<String>) {
    let cookie = site.sign_in(email).await;
    let app = secret(&site.get_as("/log-ind/ny-kode", &cookie).await);
    let code = app.code(site.site.clock.now());
    let form = [("hemmelighed", app.base32()), ("kode", code)];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = site.post("/log-ind/ny-kode", &form, Some(&cookie)).await;
    assert_eq!((page.status, page.header("cache-control")), (StatusCode::OK, "no-store"));
    let codes = page.body.split("<code>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned());
    (page.cookie(), app, codes.collect())
}

#[tokio::test]
async fn an_editor_is_shown_the_way_to_their_room() {
    let site = TestSite::empty().await;
    let member = site.sign_in("kontakt@example.dk").await;
    let editor = site.sign_in(EDITOR).await;
    assert_eq!(site.get_as("/log-ind/kode", &editor).await.header("location"), "/log-ind/ny-kode");
    assert!(site.get_as("/min-side", &editor).await.body.contains("Gå til redaktionen"));
    assert!(!site.get_as("/min-side", &member).await.body.contains("redaktionen"));
}

#[tokio::test]
async fn an_editor_sets_the_app_up_once_and_each_code_is_taken_once() {
    let (database, clock) = (TestDatabase::new().await, Arc::new(Steps::default()));
    let site = TestSite::at(&database, clock.clone()).await;
    let (proven, app, codes) = enrol(&site, EDITOR).await;
    assert_eq!(codes.len(), 10);
    assert_eq!(site.get_as("/redaktion", &proven).await.status, StatusCode::OK);
    assert_eq!(site.get_as("/log-ind/ny-kode", &proven).await.header("location"), "/redaktion");

    let again = site.sign_in(EDITOR).await;
    assert_eq!(site.get_as("/log-ind/ny-kode", &again).await.header("location"), "/log-ind/kode");
    let used = app.code(clock.now());
    let refused = site.post("/log-ind/kode", &[("kode", &used)], Some(&again)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "the code it was set up with");
    assert!(refused.body.contains("Koden passer ikke"));
    clock.step();
    let answer = site.post("/log-ind/kode", &[("kode", &app.code(clock.now()))], Some(&again)).await;
    assert_eq!(answer.header("location"), "/redaktion");
    assert_eq!(site.get_as("/redaktion", &answer.cookie()).await.status, StatusCode::OK);
    assert_eq!(
        site.get_as("/redaktion", &again).await.header("location"),
        "/log-ind?til=/redaktion",
        "the key is another"
    );
}

#[tokio::test]
async fn a_code_on_paper_works_once() {
    let site = TestSite::empty().await;
    let (_, _, codes) = enrol(&site, EDITOR).await;
    let typed = codes[3].to_uppercase().replace('-', " ");
    let first = site.sign_in(EDITOR).await;
    let taken = site.post("/log-ind/kode", &[("kode", &typed)], Some(&first)).await;
    assert_eq!(taken.header("location"), "/redaktion");
    let second = site.sign_in(EDITOR).await;
    let refused = site.post("/log-ind/kode", &[("kode", &typed)], Some(&second)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn codes_cannot_be_guessed_through() {
    let site = TestSite::empty().await;
    enrol(&site, EDITOR).await;
    let cookie = site.sign_in(EDITOR).await;
    let mut statuses = Vec::new();
    for guess in 0..6 {
        let code = format!("{guess:06}");
        statuses.push(site.post("/log-ind/kode", &[("kode", &code)], Some(&cookie)).await.status);
    }
    assert_eq!(statuses.last(), Some(&StatusCode::TOO_MANY_REQUESTS));
    let other = site.sign_in(EDITOR).await;
    let refused = site.post("/log-ind/kode", &[("kode", "000000")], Some(&other)).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS, "another browser does not help");
}

#[tokio::test]
async fn a_wrong_first_code_keeps_the_secret_on_the_page() {
    let site = TestSite::empty().await;
    let cookie = site.sign_in(EDITOR).await;
    let app = secret(&site.get_as("/log-ind/ny-kode", &cookie).await);
    let base32 = app.base32();
    let page = site.post("/log-ind/ny-kode", &[("hemmelighed", &base32), ("kode", "")], Some(&cookie)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(secret(&page).base32(), base32);
    let short = site.post("/log-ind/ny-kode", &[("hemmelighed", "AAAA"), ("kode", "1")], Some(&cookie)).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn an_invited_editor_gets_a_mail_and_a_lost_app_is_forgotten() {
    let site = TestSite::empty().await;
    invite_editor(&site.site.store, &FixedClock, "ny@example.dk", false).await.unwrap();
    site.run_jobs().await;
    let mails = site.mails.take();
    let [(to, mail)] = mails.as_slice() else { panic!("{mails:?}") };
    assert_eq!(to, "ny@example.dk");
    assert!(mail.text.contains("/log-ind") && !mail.text.contains("noegle"));
    let (proven, _, codes) = enrol(&site, "ny@example.dk").await;
    assert_eq!(site.get_as("/redaktion", &proven).await.status, StatusCode::OK);

    invite_editor(&site.site.store, &FixedClock, "ny@example.dk", true).await.unwrap();
    assert_eq!(site.get_as("/redaktion", &proven).await.header("location"), "/log-ind?til=/redaktion");
    site.run_jobs().await;
    let _ = site.mails.take();
    let cookie = site.sign_in("ny@example.dk").await;
    assert_eq!(site.get_as("/log-ind/kode", &cookie).await.header("location"), "/log-ind/ny-kode");
    let old = site.post("/log-ind/kode", &[("kode", &codes[0])], Some(&cookie)).await;
    assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
}
