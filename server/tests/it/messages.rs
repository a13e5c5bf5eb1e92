//! Writing to enterprises: from the form to the mails that are due.

mod placement;
mod receivers;
mod refused;

use std::sync::Arc;

use axum::http::StatusCode;
use chrono::Duration;
use content::Listing;
use server::clock::Clock;
use server::store::JobKind;

use crate::members::kitchen;
use crate::test_site::{Answer, FixedClock, MovingClock, TestDatabase, TestSite, listing, listing_with};

const TO_KITCHEN: &str = "/virksomheder/koekkenet/henvendelse";
const TO_LISTED: &str = "/liste/henvendelse";
const SENDER: &str = "indkoeb@firma.example.dk";
/// Ten seconds before noon, when the clock of the tests stands still.
const MADE: &str = "1795262390";

/// One that has a mail address and sells what the kitchen does.
fn canteen(slug: &str) -> Listing {
    listing_with(slug, |listing| listing.email = Some(format!("post@{slug}.example.dk")))
}

/// Sends a form that is right but for these fields; a field may stand there several times.
async fn write(site: &TestSite, address: &str, more: &[(&str, &str)], cookie: Option<&str>) -> Answer {
    let right = [
        ("art", "tilbud"),
        ("hvad", "Frokost til\r\nfyrre"),
        ("maengde", "40 kuverter"),
        ("sted", "Hobro"),
        ("hvornaar", "I december"),
        ("firma", "Firma A/S"),
        ("email", SENDER),
        ("website", ""),
        ("dannet", MADE),
    ];
    let right = right.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    let form: Vec<(&str, &str)> = right.chain(more.iter().copied()).collect();
    let answer = site.post(address, &form, cookie).await;
    assert_eq!(answer.header("cache-control"), "no-store");
    answer
}

fn is_written(answer: &Answer) {
    assert_eq!(answer.header("location"), "/henvendelse/sendt", "{} {}", answer.status, answer.body);
    assert_eq!(answer.header("set-cookie"), "");
}

/// The key of the link that confirms, from the one mail that was sent.
async fn link(site: &TestSite) -> String {
    site.run_jobs().await;
    let mails = site.mails.take();
    let asking: Vec<_> =
        mails.iter().filter(|(_, mail)| mail.text.contains("/henvendelse/bekraeft?noegle=")).collect();
    let [(to, mail)] = asking.as_slice() else { panic!("{mails:?}") };
    assert!(to == SENDER && mail.html.contains("/henvendelse/bekraeft?noegle="));
    let (_, key) = mail.text.split_once("/henvendelse/bekraeft?noegle=").unwrap();
    key.lines().next().unwrap().to_owned()
}

async fn confirm(site: &TestSite, key: &str, more: &[(&str, &str)]) -> Answer {
    site.post("/henvendelse/bekraeft", &[&[("noegle", key)], more].concat(), None).await
}

fn is_sent(answer: &Answer) {
    let to = answer.header("location");
    assert!(to.starts_with("/henvendelse/status?noegle="), "{} {to} {}", answer.status, answer.body);
}

/// Mails about messages that are due, and takes them off: to whom, and whether from an enterprise's side.
async fn due(site: &TestSite) -> Vec<(String, bool)> {
    let mut due = Vec::new();
    while let Some(job) = site.site.store.take_job(None, site.site.clock.now()).await.unwrap() {
        match &job.kind {
            JobKind::MessageMail { email, reminder: 0, .. } => due.push((email.clone(), true)),
            JobKind::MessageSentMail { email, .. } => due.push((email.clone(), false)),
            other => panic!("{other:?}"),
        }
    }
    due.sort();
    due
}

/// Writes and confirms.
async fn send(site: &TestSite, address: &str, more: &[(&str, &str)]) {
    is_written(&write(site, address, more, None).await);
    let key = link(site).await;
    is_sent(&confirm(site, &key, &[]).await);
}

#[tokio::test]
async fn a_message_to_one_is_sent_once_its_sender_is_known() {
    let site = TestSite::with(vec![kitchen()]).await;
    let page = site.get(TO_KITCHEN).await;
    assert_eq!((page.status, page.header("cache-control")), (StatusCode::OK, "no-store"));
    assert!(page.body.contains("noindex") && page.body.contains("Så sker der det her"));
    assert!(site.get("/virksomheder/koekkenet").await.body.contains(TO_KITCHEN));

    is_written(&write(&site, TO_KITCHEN, &[], None).await);
    assert_eq!(site.get("/henvendelse/sendt").await.status, StatusCode::OK);
    let key = link(&site).await;
    for _ in 0..2 {
        let asked = site.get(&format!("/henvendelse/bekraeft?noegle={key}")).await;
        assert_eq!((asked.status, asked.header("cache-control")), (StatusCode::OK, "no-store"));
        for words in ["koekkenet", "Frokost til\nfyrre", "40 kuverter", "Hobro", "I december", "Firma A/S"] {
            assert!(asked.body.contains(words), "{words} {}", asked.body);
        }
        assert!(due(&site).await.is_empty(), "following the link changes nothing");
    }
    let sent = confirm(&site, &key, &[]).await;
    is_sent(&sent);
    assert_eq!(sent.header("set-cookie"), "");
    assert_eq!(due(&site).await, [("Hej@post.example.dk".to_owned(), true), (SENDER.to_owned(), false)]);
    for again in
        [confirm(&site, &key, &[]).await, site.get(&format!("/henvendelse/bekraeft?noegle={key}")).await]
    {
        assert!(again.status == StatusCode::GONE && again.body.contains("allerede sendt"), "{}", again.body);
    }
    assert!(due(&site).await.is_empty(), "once");
}

#[tokio::test]
async fn several_get_a_mail_each_at_their_own_address_or_at_their_keepers() {
    let site = TestSite::with(vec![canteen("a"), listing("b"), canteen("c")]).await;
    let store = &site.site.store;
    let open = store.write().await.unwrap();
    for email in ["anne@example.dk", "bo@example.dk"] {
        let account = open.account(email, FixedClock.now()).await.unwrap();
        open.add_member(account, "b", true, FixedClock.now()).await.unwrap();
    }
    open.commit().await.unwrap();
    let page = site.get("/liste/henvendelse?v=a&v=b").await;
    assert_eq!(page.body.matches("name=\"v\"").count(), 2);
    assert!(page.body.contains("højst 5") && page.body.matches(" checked").count() == 2, "{}", page.body);
    assert!(site.get("/liste?v=a").await.body.contains("formaction=\"/liste/henvendelse\""));
    send(&site, TO_LISTED, &[("v", "b"), ("v", "a"), ("af", "c"), ("v", "a")]).await;
    let to = ["anne@example.dk", "bo@example.dk", "post@a.example.dk"].map(|to| (to.to_owned(), true));
    let mut all = due(&site).await;
    all.retain(|(_, enterprise)| *enterprise);
    assert_eq!(all, to);
}

#[tokio::test]
async fn a_link_works_for_a_day() {
    let (database, clock) = (TestDatabase::new().await, Arc::new(MovingClock::default()));
    let site = TestSite::at(&database, clock.clone()).await;
    site.site.follower.catch_up().await.unwrap();
    site.save(vec![kitchen()]).await;
    is_written(&write(&site, TO_KITCHEN, &[], None).await);
    let key = link(&site).await;
    let address = format!("/henvendelse/bekraeft?noegle={key}");
    clock.forward(Duration::hours(24) - Duration::seconds(1));
    assert_eq!(site.get(&address).await.status, StatusCode::OK);
    clock.forward(Duration::seconds(1));
    for late in [site.get(&address).await, confirm(&site, &key, &[]).await] {
        assert_eq!(late.status, StatusCode::GONE);
        assert!(late.body.contains("Skriv den igen"), "{}", late.body);
    }
    assert!(due(&site).await.is_empty());
}

#[tokio::test]
async fn the_same_form_within_ten_minutes_is_one_message() {
    let (database, clock) = (TestDatabase::new().await, Arc::new(MovingClock::default()));
    let site = TestSite::at(&database, clock.clone()).await;
    site.save(vec![kitchen(), canteen("a")]).await;
    for _ in 0..2 {
        is_written(&write(&site, TO_KITCHEN, &[], None).await);
    }
    let key = link(&site).await;
    is_sent(&confirm(&site, &key, &[]).await);
    assert_eq!(due(&site).await.len(), 2);
    assert_eq!(site.site.store.unconfirmed_message(2).await.unwrap(), None);
    clock.forward(Duration::minutes(11));
    is_written(&write(&site, TO_KITCHEN, &[], None).await);
    link(&site).await;
}

#[tokio::test]
async fn other_receivers_make_another_message_and_a_sent_mail_is_not_sent_again() {
    let site = TestSite::with(vec![kitchen(), canteen("a")]).await;
    is_written(&write(&site, TO_KITCHEN, &[], None).await);
    link(&site).await;
    is_written(&write(&site, TO_LISTED, &[("v", "koekkenet"), ("v", "a")], None).await);
    link(&site).await;
    is_written(&write(&site, TO_KITCHEN, &[], None).await);
    site.run_jobs().await;
    assert!(site.mails.take().is_empty());
}

#[tokio::test]
async fn a_browser_that_is_remembered_sends_at_once_until_it_is_forgotten() {
    let (database, clock) = (TestDatabase::new().await, Arc::new(MovingClock::default()));
    let site = TestSite::at(&database, clock.clone()).await;
    site.save(vec![kitchen(), canteen("a")]).await;
    is_written(&write(&site, TO_KITCHEN, &[], None).await);
    let key = link(&site).await;
    let sent = confirm(&site, &key, &[("husk", "ja")]).await;
    is_sent(&sent);
    let cookie = sent.cookie();
    assert!(cookie.starts_with("__Host-afsender="));
    let (_, terms) = sent.header("set-cookie").split_once("; ").unwrap();
    assert_eq!(terms, "Path=/; Max-Age=15552000; Secure; HttpOnly; SameSite=Lax");
    assert_eq!(due(&site).await.len(), 2);

    let page = site.get_as(TO_KITCHEN, &cookie).await.body;
    assert!(page.contains(&format!("value=\"{SENDER}\"")) && page.contains("Glem mig på denne computer"));
    assert!(!site.get(TO_KITCHEN).await.body.contains(SENDER));
    is_sent(
        &write(&site, TO_LISTED, &[("v", "a"), ("email", "Indkoeb@firma.example.dk")], Some(&cookie)).await,
    );
    assert_eq!(due(&site).await.len(), 2, "at once");
    is_sent(&write(&site, TO_LISTED, &[("v", "a")], Some(&cookie)).await);
    assert!(due(&site).await.is_empty(), "twice is once");
    is_written(&write(&site, TO_KITCHEN, &[("email", "anden@example.dk")], Some(&cookie)).await);
    site.run_jobs().await;
    assert_eq!(site.mails.take()[0].0, "anden@example.dk");

    let forgotten = site.post("/henvendelse/glem", &[("retur", TO_KITCHEN)], Some(&cookie)).await;
    assert_eq!(forgotten.header("location"), TO_KITCHEN);
    assert!(forgotten.header("set-cookie").starts_with("__Host-afsender=; Path=/; Max-Age=0;"));
    clock.forward(Duration::minutes(11));
    is_written(&write(&site, TO_KITCHEN, &[], Some(&cookie)).await);
    let key = link(&site).await;
    let cookie = confirm(&site, &key, &[("husk", "ja")]).await.cookie();
    clock.forward(Duration::days(180));
    assert!(!site.get_as(TO_KITCHEN, &cookie).await.body.contains(SENDER));
}

#[tokio::test]
async fn the_answer_is_the_same_whatever_address_is_typed() {
    let site = TestSite::with(vec![kitchen()]).await;
    site.sign_in("anne@example.dk").await;
    send(&site, TO_KITCHEN, &[]).await;
    due(&site).await;
    let mut answers = Vec::new();
    for email in [SENDER, "anne@example.dk", "ukendt@example.dk"] {
        let answer = write(&site, TO_KITCHEN, &[("email", email), ("hvad", "Mere")], None).await;
        answers.push((answer.status, answer.headers, answer.body));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
}
