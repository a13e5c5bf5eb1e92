//! Who sends too much is asked to wait, by address and by account, and loses no word.

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::request::Parts;
use axum::http::{Request, StatusCode};
use std::net::SocketAddr;

use crate::members::{claim, kitchen};
use crate::test_site::{Answer, TestSite};
use crate::{colleagues, pictures};

/// A request from an address.
fn from(address: [u8; 4]) -> Parts {
    let mut parts = Request::new(Body::empty()).into_parts().0;
    parts.extensions.insert(ConnectInfo(SocketAddr::from((address, 1))));
    parts
}

/// Uses up what those have who come from where the requests of a test come from.
fn use_up(site: &TestSite) {
    while site.site.limits.visitor(&from([0, 0, 0, 0])) {}
}

fn kept(answer: &Answer, words: &[&str]) {
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(answer.body.contains("<h2>Det gik lidt for stærkt</h2>"), "{}", answer.body);
    assert!(answer.body.contains("Alt, I har skrevet, står her stadig."));
    for word in words {
        assert!(answer.body.contains(word), "{word} is lost: {}", answer.body);
    }
}

#[tokio::test]
async fn forms_that_are_sent_too_often_keep_their_words() {
    let site = TestSite::with(vec![kitchen()]).await;
    let cookie = site.sign_in("sy@example.dk").await;
    site.run_jobs().await;
    drop(site.mails.take());
    use_up(&site);
    let form = [("navn", "Anne Ord"), ("rolle", "bogholder"), ("email", "anne@ord.example.dk")];
    let answer = site.post("/virksomheder/koekkenet/er-det-jeres", &form, None).await;
    kept(&answer, &["value=\"Anne Ord\"", "value=\"bogholder\"", "value=\"anne@ord.example.dk\""]);

    let form = [("grund", "kontakt"), ("tekst", "Telefonen er ny")];
    let answer = site.post("/virksomheder/koekkenet/meld-fejl", &form, None).await;
    kept(&answer, &["Telefonen er ny</textarea>", "value=\"kontakt\" checked"]);

    let form = [
        ("navn", "Systuen"),
        ("adresse-0-by", "Hobro"),
        ("linje", "Syr gardiner"),
        ("branche", "tekstil-vask-syning"),
    ];
    let answer = site.post("/opret", &form, Some(&cookie)).await;
    kept(&answer, &["value=\"Systuen\"", "value=\"Hobro\"", "Syr gardiner</textarea>", "selected"]);

    let asked = site.post("/log-ind", &[("email", "anne@example.dk")], None).await;
    kept(&asked, &["value=\"anne@example.dk\""]);
    site.run_jobs().await;
    assert!(site.mails.take().is_empty() && site.site.store.reports(None).await.unwrap().is_empty());
}

#[tokio::test]
async fn an_invitation_that_is_sent_too_often_keeps_its_address() {
    let site = TestSite::with(vec![kitchen()]).await;
    let cookie = claim(&site, "anne@koekkenet.example.dk").await;
    use_up(&site);
    let form = [("email", "bo@koekkenet.example.dk"), ("rolle", "rediger")];
    kept(&site.post(colleagues::PAGE, &form, Some(&cookie)).await, &["value=\"bo@koekkenet.example.dk\""]);
}

#[tokio::test]
async fn pictures_are_limited_by_address_and_by_account_and_keep_their_text() {
    for by_address in [true, false] {
        let site = TestSite::with(vec![kitchen()]).await;
        let cookie = claim(&site, "anne@koekkenet.example.dk").await;
        let account = site.site.store.colleagues("koekkenet").await.unwrap()[0].account;
        let (address, account) = if by_address { ([0, 0, 0, 0], -1) } else { ([192, 0, 2, 1], account) };
        while site.site.limits.upload(&from(address), account) {}
        let answer = pictures::send(&site, Some(&cookie), "a.png", b"x", "Bordet <b>", true).await;
        kept(&answer, &["Bordet &lt;b&gt;</textarea>", "name=\"logo\" value=\"ja\" checked"]);
        assert!(site.site.store.uploads("koekkenet").await.unwrap().is_empty());
    }
}
