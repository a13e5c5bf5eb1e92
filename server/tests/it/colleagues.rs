//! Keeping a listing together.

use std::sync::Arc;

use axum::http::StatusCode;
use chrono::Duration;
use server::clock::Clock;
use server::store::Verb;

use crate::editors::enrol;
use crate::members::{claim, kitchen};
use crate::sign_in::Later;
use crate::test_site::{Answer, EDITOR, TestDatabase, TestSite, listing_with};

pub const PAGE: &str = "/min-side/koekkenet/kolleger";
pub const ANNE: &str = "anne@koekkenet.example.dk";
pub const BO: &str = "bo@example.dk";

/// The kitchen, kept by Anne; gives her cookie.
pub async fn anne() -> (TestSite, String) {
    let site = TestSite::with(vec![kitchen(), listing_with("andre", |_| {})]).await;
    let cookie = claim(&site, ANNE).await;
    (site, cookie)
}

/// Sends the form that invites.
pub async fn ask(site: &TestSite, cookie: &str, email: &str, role: &str) -> Answer {
    site.post(PAGE, &[("email", email), ("rolle", role)], Some(cookie)).await
}

/// Has the mails sent and gives the key of the only one, which goes to the address.
pub async fn key(site: &TestSite, email: &str) -> String {
    site.run_jobs().await;
    let mails = site.mails.take();
    let [(to, mail)] = mails.as_slice() else { panic!("{mails:?}") };
    assert_eq!(to, email);
    let (_, key) = mail.text.split_once("/log-ind/invitation?noegle=").unwrap();
    key.lines().next().unwrap().to_owned()
}

/// Presses the button of the link.
pub async fn accept(site: &TestSite, key: &str) -> Answer {
    site.post("/log-ind/invitation", &[("noegle", key)], None).await
}

/// Invites somebody, who says yes; gives their cookie.
pub async fn invited(site: &TestSite, cookie: &str, email: &str, role: &str) -> String {
    assert_eq!(ask(site, cookie, email, role).await.header("location"), PAGE);
    let accepted = accept(site, &key(site, email).await).await;
    assert_eq!(accepted.header("location"), "/min-side", "{}", accepted.body);
    accepted.cookie()
}

/// Number of the account as the forms send it.
pub async fn account(site: &TestSite, email: &str) -> String {
    let all = site.site.store.colleagues("koekkenet").await.unwrap();
    all.iter().find(|colleague| colleague.email == email).unwrap().account.to_string()
}

/// Those who keep the kitchen and whether they may invite.
pub async fn kept_by(site: &TestSite) -> Vec<(String, bool)> {
    let all = site.site.store.colleagues("koekkenet").await.unwrap();
    let mut all: Vec<_> = all.into_iter().map(|one| (one.email, one.may_invite)).collect();
    all.sort();
    all
}

#[tokio::test]
async fn a_colleague_is_invited_and_let_in_once() {
    let (site, anne) = anne().await;
    assert!(site.get_as(PAGE, &anne).await.body.contains("anne@koekkenet.example.dk</strong> (jer)"));
    for role in ["invitere", "redigere"] {
        let asked = ask(&site, &anne, " Bo@Example.dk", role).await;
        assert_eq!((asked.status, asked.header("location")), (StatusCode::SEE_OTHER, PAGE));
    }
    let waiting = site.get_as(PAGE, &anne).await.body;
    assert!(waiting.contains("Tag invitationen til bo@example.dk tilbage"), "{waiting}");
    let key = key(&site, BO).await;
    for (address, wrong) in [("/log-ind/bekraeft", "sign in"), ("/log-ind/bekraeft-adgang", "claim")] {
        let answer = site.post(address, &[("noegle", &key)], None).await;
        assert_eq!(answer.status, StatusCode::GONE, "{wrong}");
    }
    let page = site.get(&format!("/log-ind/invitation?noegle={key}")).await;
    assert_eq!((page.status, page.header("cache-control")), (StatusCode::OK, "no-store"));
    assert_eq!(kept_by(&site).await.len(), 1, "following a link changes nothing");

    let before = site.sign_in("anden@example.dk").await;
    let accepted = site.post("/log-ind/invitation", &[("noegle", &key)], Some(&before)).await;
    assert_eq!(accepted.header("location"), "/min-side");
    assert_eq!(site.get_as("/min-side", &before).await.header("location"), "/log-ind");
    assert_eq!(accept(&site, &key).await.status, StatusCode::GONE, "once");
    assert!(site.get_as("/min-side", &accepted.cookie()).await.body.contains("Alt passer"));
    assert_eq!(kept_by(&site).await, [(ANNE.to_owned(), true), (BO.to_owned(), false)], "the latter role");
    assert!(!site.get_as(PAGE, &anne).await.body.contains("Inviteret"));
}

#[tokio::test]
async fn an_invitation_ends_and_can_be_taken_back() {
    let (database, clock) = (TestDatabase::new().await, Arc::new(Later::default()));
    let site = TestSite::at(&database, clock.clone()).await;
    site.save(vec![kitchen()]).await;
    let anne = claim(&site, ANNE).await;
    ask(&site, &anne, BO, "redigere").await;
    let late = key(&site, BO).await;
    clock.by(Duration::days(7));
    let refused = accept(&site, &late).await;
    assert_eq!(refused.status, StatusCode::GONE);
    assert!(
        refused.body.contains("Invitationen gælder ikke mere") && refused.header("set-cookie").is_empty()
    );
    assert!(!site.get_as(PAGE, &anne).await.body.contains(BO), "it waits no longer");
    site.site.store.forget_invitations(clock.now()).await.unwrap();
    assert_eq!(accept(&site, "made up").await.status, StatusCode::GONE);

    ask(&site, &anne, BO, "redigere").await;
    let taken = key(&site, BO).await;
    let id = site.site.store.invitations("koekkenet", clock.now()).await.unwrap()[0].id.to_string();
    for _ in 0..2 {
        let back = site.post(&format!("{PAGE}/tag-tilbage"), &[("id", &id)], Some(&anne)).await;
        assert_eq!(back.header("location"), PAGE);
    }
    assert_eq!(accept(&site, &taken).await.status, StatusCode::GONE);

    ask(&site, &anne, BO, "redigere").await;
    let id = site.site.store.invitations("koekkenet", clock.now()).await.unwrap()[0].id.to_string();
    site.post(&format!("{PAGE}/tag-tilbage"), &[("id", &id)], Some(&anne)).await;
    site.run_jobs().await;
    assert!(site.mails.take().is_empty(), "what was taken back is not sent");
    assert_eq!(kept_by(&site).await.len(), 1);
}

#[tokio::test]
async fn nobody_learns_who_has_an_account_and_members_are_not_asked_again() {
    let (site, anne) = anne().await;
    site.sign_in("kendt@example.dk").await;
    let mut answers = Vec::new();
    for email in ["kendt@example.dk", "ukendt@example.dk"] {
        let asked = ask(&site, &anne, email, "redigere").await;
        let page = site.get_as(PAGE, &anne).await.body;
        let line = page.split("<li>").find(|line| line.contains(email)).unwrap().to_owned();
        let id = line.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let line = line.replace(email, "").replace(&format!("value=\"{id}\""), "");
        answers.push((asked.status, asked.header("location").to_owned(), line));
    }
    assert_eq!(answers[0].0, answers[1].0);
    assert_eq!(answers[0].1, answers[1].1);
    assert_eq!(
        answers[0].2.split("</li>").next(),
        answers[1].2.split("</li>").next(),
        "the same line on the page"
    );
    site.run_jobs().await;
    assert_eq!(site.mails.take().len(), 2);
    assert_eq!(ask(&site, &anne, ANNE, "redigere").await.header("location"), PAGE);
    site.run_jobs().await;
    assert!(site.mails.take().is_empty());
    assert_eq!(kept_by(&site).await, [(ANNE.to_owned(), true)]);
}

#[tokio::test]
async fn what_is_no_address_is_kept_and_mailboxes_get_few() {
    let (site, anne) = anne().await;
    let refused = ask(&site, &anne, "<bo", "invitere").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("value=\"&lt;bo\"") && refused.body.contains("href=\"#email\""));
    assert!(refused.body.contains("value=\"invitere\" checked"), "{}", refused.body);
    let mut sent = 0;
    for _ in 0..4 {
        assert_eq!(ask(&site, &anne, BO, "redigere").await.header("location"), PAGE, "nobody is told");
        site.run_jobs().await;
        sent += site.mails.take().len();
    }
    assert_eq!(sent, 3, "a mailbox has its share");
    let mut last = StatusCode::SEE_OTHER;
    for number in 0..20 {
        last = ask(&site, &anne, &format!("bo{number}@example.dk"), "redigere").await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    site.run_jobs().await;
    assert_eq!(site.mails.take().len(), 14, "six of twenty were used before");
}

#[tokio::test]
async fn only_those_who_may_say_who_keeps_it() {
    let (site, anne) = anne().await;
    let bo = invited(&site, &anne, BO, "redigere").await;
    let stranger = site.sign_in("anden@example.dk").await;
    let unproven = site.sign_in(EDITOR).await;
    let id = account(&site, ANNE).await;
    let forms: [(&str, &[(&str, &str)]); 5] = [
        ("", &[("email", "ny@example.dk"), ("rolle", "invitere")]),
        ("", &[("email", ""), ("rolle", "invitere")]),
        ("/tag-tilbage", &[("id", "1")]),
        ("/rolle", &[("id", &id), ("rolle", "redigere")]),
        ("/fjern", &[("id", &id)]),
    ];
    for (part, form) in forms {
        let address = format!("{PAGE}{part}");
        for (cookie, who) in [(&bo, "may edit"), (&stranger, "keeps nothing"), (&unproven, "gave no code")] {
            let refused = site.post(&address, form, Some(cookie)).await;
            assert_eq!(refused.status, StatusCode::NOT_FOUND, "{part} {who}");
        }
        assert_eq!(site.post(&address, form, None).await.header("location"), "/log-ind", "{part}");
        let elsewhere = address.replace("koekkenet", "andre");
        assert_eq!(site.post(&elsewhere, form, Some(&anne)).await.status, StatusCode::NOT_FOUND, "{part}");
    }
    for cookie in [&stranger, &unproven] {
        assert_eq!(site.get_as(PAGE, cookie).await.status, StatusCode::NOT_FOUND);
        let left = site.post(&format!("{PAGE}/forlad"), &[("efter", "")], Some(cookie)).await;
        assert_eq!(left.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(site.get(PAGE).await.header("location"), format!("/log-ind?til={PAGE}"));
    assert_eq!(site.get_as(&format!("{PAGE}/rolle"), &anne).await.header("location"), PAGE);
    let seen = site.get_as(PAGE, &bo).await.body;
    assert!(seen.contains(ANNE) && !seen.contains("Inviter en kollega"));
    assert_eq!(kept_by(&site).await, [(ANNE.to_owned(), true), (BO.to_owned(), false)]);
    site.run_jobs().await;
    assert!(site.mails.take().is_empty());
}

#[tokio::test]
async fn an_editor_says_who_keeps_any_listing_and_it_is_noted() {
    let (site, anne) = anne().await;
    let (editor, ..) = enrol(&site, EDITOR).await;
    let page = site.get_as(PAGE, &editor).await.body;
    assert!(page.contains("Inviter en kollega") && !page.contains("Forlad siden"), "{page}");
    let bo = invited(&site, &editor, BO, "redigere").await;
    let id = account(&site, BO).await;
    let raised = [("id", id.as_str()), ("rolle", "invitere")];
    site.post(&format!("{PAGE}/rolle"), &raised, Some(&editor)).await;
    assert_eq!(kept_by(&site).await, [(ANNE.to_owned(), true), (BO.to_owned(), true)]);
    for email in [ANNE, BO] {
        let id = account(&site, email).await;
        let removed = site.post(&format!("{PAGE}/fjern"), &[("id", &id)], Some(&editor)).await;
        assert_eq!(removed.header("location"), PAGE, "the last one too");
    }
    assert!(kept_by(&site).await.is_empty());
    for cookie in [&anne, &bo] {
        assert_eq!(site.get_as("/min-side/koekkenet", cookie).await.status, StatusCode::NOT_FOUND);
    }
    let deeds = site.site.store.deeds(0, 9).await.unwrap();
    let verbs: Vec<_> = deeds.iter().rev().filter_map(|deed| deed.verb).collect();
    assert_eq!(verbs, [Verb::InviteColleague, Verb::ChangeRole, Verb::RemoveMember, Verb::RemoveMember]);
}
