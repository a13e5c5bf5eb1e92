//! What is stored about somebody: having it, having it deleted, and that it is forgotten.

use std::sync::Arc;

use axum::http::StatusCode;
use chrono::Duration;
use serde_json::Value;
use server::clock::Clock;
use server::store::ClaimState;

use crate::colleagues::{ANNE, BO, account, anne, invited, kept_by};
use crate::editors::enrol;
use crate::members::{claim, kitchen};
use crate::sign_in::Later;
use crate::test_site::{EDITOR, TestDatabase, TestSite, listing_with};

const DATA: &str = "/min-side/mine-data.json";
const DELETE: &str = "/min-side/slet";

async fn data(site: &TestSite, cookie: &str) -> Value {
    let file = site.get_as(DATA, cookie).await;
    assert_eq!(file.status, StatusCode::OK);
    serde_json::from_str(&file.body).unwrap()
}

/// Has Anne change the kitchen's line.
async fn change(site: &TestSite, cookie: &str) {
    let page = site.get_as("/min-side/koekkenet/salg", cookie).await.body;
    let version = page.split_once("name=\"udgave\" value=\"").unwrap().1.split('"').next().unwrap();
    let form = [("linje", "Suppe"), ("branche", "kantine-catering"), ("udgave", version)];
    assert_eq!(
        site.post("/min-side/koekkenet/salg", &form, Some(cookie)).await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn everything_stored_is_in_the_file_and_no_secret() {
    let (site, anne) = anne().await;
    change(&site, &anne).await;
    let invite = [("email", BO), ("rolle", "invitere")];
    site.post("/min-side/koekkenet/kolleger", &invite, Some(&anne)).await;
    let file = site.get_as(DATA, &anne).await;
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"mine-data.json\"");
    assert_eq!(file.header("content-type"), "application/json; charset=utf-8");
    assert_eq!(file.header("cache-control"), "no-store");
    let stored = data(&site, &anne).await;
    assert_eq!(stored["mailadresse"], ANNE);
    assert_eq!(stored["logget ind"][0]["browser"], "Firefox på Linux");
    assert_eq!(stored["virksomheder"][0]["virksomhed"], "koekkenet");
    assert_eq!(stored["anmodninger om adgang"][0]["status"], "adgang givet");
    assert_eq!(stored["ændringer"][0]["efter"]["one_line"], "Suppe");
    assert_eq!(stored["links sendt til jer"][0]["formål"], "bekræfte adresse");
    assert_eq!(stored["mails til jer"][0]["formål"], "bekræft adresse");
    let key = anne.split_once('=').unwrap().1;
    assert!(!file.body.contains("hash") && !file.body.contains(key) && !file.body.contains(BO));

    site.run_jobs().await;
    assert_eq!(site.mails.take().len(), 1);
    let bo = site.sign_in(BO).await;
    let theirs = data(&site, &bo).await;
    assert_eq!(theirs["invitationer, der venter"][0]["kan invitere"], true);
    assert!(!theirs.to_string().contains(ANNE), "nothing of others");
    assert_eq!(site.get(DATA).await.header("location"), "/log-ind");
    assert!(site.get_as("/min-side", &bo).await.body.contains(DATA));
}

#[tokio::test]
async fn an_account_goes_with_all_that_was_stored_about_it() {
    let (site, anne) = anne().await;
    change(&site, &anne).await;
    let bo = invited(&site, &anne, BO, "invitere").await;
    let elsewhere = site.sign_in(ANNE).await;
    let report = [("grund", "kontakt"), ("tekst", "")];
    site.post("/virksomheder/koekkenet/meld-fejl", &report, None).await;

    let page = site.get_as(DELETE, &anne).await.body;
    assert!(page.contains(ANNE) && !page.contains("<select"), "Bo takes over");
    let deleted = site.post(DELETE, &[], Some(&anne)).await;
    assert_eq!(deleted.header("location"), "/log-ind/slettet");
    assert!(deleted.header("set-cookie").contains("Max-Age=0"));
    assert!(site.get("/log-ind/slettet").await.body.contains("Jeres konto er slettet"));
    for cookie in [&anne, &elsewhere] {
        assert_eq!(site.get_as("/min-side", cookie).await.header("location"), "/log-ind");
        assert_eq!(site.post(DELETE, &[], Some(cookie)).await.header("location"), "/log-ind", "sent twice");
    }
    site.run_jobs().await;
    let mut told: Vec<_> = site.mails.take().into_iter().map(|(to, _)| to).collect();
    told.sort();
    assert_eq!(told, [BO, EDITOR], "the mail that waited went too");
    assert_eq!(kept_by(&site).await, [(BO.to_owned(), true)]);
    assert_eq!(site.site.store.changes(9).await.unwrap()[0].author.email, "slettet konto");
    assert_eq!(site.get_as("/min-side/koekkenet", &bo).await.status, StatusCode::OK);

    let back = site.sign_in(ANNE).await;
    let stored = data(&site, &back).await;
    for empty in ["virksomheder", "anmodninger om adgang", "invitationer, der venter", "ændringer"] {
        assert_eq!(stored[empty], Value::Array(Vec::new()), "{empty}");
    }
    for new in ["logget ind", "links sendt til jer", "mails til jer"] {
        assert_eq!(stored[new].as_array().unwrap().len(), 1, "{new}");
    }
}

#[tokio::test]
async fn only_ones_own_mails_and_addresses_alike_are_left() {
    let site = TestSite::empty().await;
    // In a search of the database, an underscore stands for any letter.
    let mine = site.sign_in("a_b@example.dk").await;
    let theirs = site.sign_in("axb@example.dk").await;
    site.post(DELETE, &[], Some(&mine)).await;
    let stored = data(&site, &theirs).await;
    assert_eq!(stored["mails til jer"].as_array().unwrap().len(), 1);
    assert_eq!(stored["links sendt til jer"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn the_last_one_says_who_takes_over() {
    let (site, anne) = anne().await;
    let bo = invited(&site, &anne, BO, "redigere").await;
    let (anne_id, bo_id) = (account(&site, ANNE).await, account(&site, BO).await);
    assert!(site.get_as(DELETE, &anne).await.body.contains("name=\"efter-koekkenet\""));
    for wrong in [vec![], vec![("efter-koekkenet", "")], vec![("efter-koekkenet", anne_id.as_str())]] {
        let refused = site.post(DELETE, &wrong, Some(&anne)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("Vælg for hver side, hvem der tager over."));
    }
    assert_eq!(site.get_as("/min-side", &anne).await.status, StatusCode::OK, "nothing is deleted");
    site.post(DELETE, &[("efter-koekkenet", &bo_id)], Some(&anne)).await;
    assert_eq!(kept_by(&site).await, [(BO.to_owned(), true)]);
    site.run_jobs().await;
    assert!(site.mails.take().is_empty());

    let page = site.get_as(DELETE, &bo).await.body;
    assert!(page.contains("/min-side/koekkenet/luk") && page.contains("value=\"ingen\""));
    site.post(DELETE, &[("efter-koekkenet", "ingen")], Some(&bo)).await;
    assert!(kept_by(&site).await.is_empty());
    assert_eq!(site.get("/virksomheder/koekkenet").await.status, StatusCode::OK, "the listing stays");
    site.run_jobs().await;
    let told = site.mails.take();
    let [(to, mail)] = told.as_slice() else { panic!("{told:?}") };
    assert!(to == EDITOR && mail.text.contains("/min-side/koekkenet/kolleger") && !mail.text.contains(BO));
}

#[tokio::test]
async fn a_closed_listing_needs_nobody() {
    let (site, anne) = anne().await;
    site.post("/min-side/koekkenet/luk", &[("grund", "Vi holder op.")], Some(&anne)).await;
    assert!(!site.get_as(DELETE, &anne).await.body.contains("<select"));
    assert_eq!(site.post(DELETE, &[], Some(&anne)).await.header("location"), "/log-ind/slettet");
    site.run_jobs().await;
    assert!(site.mails.take().is_empty());
}

#[tokio::test]
async fn of_two_last_ones_who_delete_at_once_one_is_asked() {
    let (site, anne) = anne().await;
    let bo = invited(&site, &anne, BO, "invitere").await;
    let (one, other) = tokio::join!(site.post(DELETE, &[], Some(&anne)), site.post(DELETE, &[], Some(&bo)));
    let mut statuses = [one.status, other.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY]);
    assert_eq!(kept_by(&site).await.len(), 1);
}

#[tokio::test]
async fn a_mailbox_alone_rids_no_editor_of_the_second_factor() {
    let site = TestSite::empty().await;
    let (proven, ..) = enrol(&site, EDITOR).await;
    let unproven = site.sign_in(EDITOR).await;
    assert_eq!(site.get_as(DELETE, &unproven).await.header("location"), "/log-ind/kode");
    assert_eq!(site.post(DELETE, &[], Some(&unproven)).await.header("location"), "/log-ind/kode");
    assert_eq!(site.get_as("/redaktion", &proven).await.status, StatusCode::OK);
    assert_eq!(site.post(DELETE, &[], Some(&proven)).await.header("location"), "/log-ind/slettet");
    assert_eq!(site.get_as("/redaktion", &proven).await.header("location"), "/log-ind?til=/redaktion");
}

#[tokio::test]
async fn claims_are_forgotten_a_month_after_their_answer() {
    let (database, clock) = (TestDatabase::new().await, Arc::new(Later::default()));
    let site = TestSite::at(&database, clock.clone()).await;
    site.save(vec![kitchen(), listing_with("andre", |_| {})]).await;
    claim(&site, "carl@example.dk").await;
    site.run_jobs().await;
    assert_eq!(site.mails.take().len(), 1, "to the editor");
    clock.by(Duration::days(20));
    claim(&site, ANNE).await;
    let granted = |site: &TestSite| {
        let store = site.site.store.clone();
        async move { store.claims(ClaimState::Granted, Some(ANNE)).await.unwrap().len() }
    };
    clock.by(Duration::days(29));
    site.site.store.forget_claims(clock.now()).await.unwrap();
    assert_eq!(granted(&site).await, 1);
    clock.by(Duration::days(2));
    site.site.store.forget_claims(clock.now()).await.unwrap();
    assert_eq!(granted(&site).await, 0);
    let waiting = site.site.store.claims(ClaimState::Waiting, None).await.unwrap();
    assert_eq!(waiting.len(), 1, "who waits is not forgotten");
}
