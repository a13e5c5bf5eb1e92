//! Whatever is sent twice at once is done once.

use axum::http::StatusCode;
use tokio::join;

use crate::colleagues::{ANNE, BO, PAGE, anne, ask, key};
use crate::edit::version;
use crate::editors::enrol;
use crate::members::{claim, kitchen};
use crate::pictures;
use crate::test_site::{EDITOR, TestSite};

/// Sends the same form twice at once; the statuses, the smaller first.
async fn twice(site: &TestSite, address: &str, form: &[(&str, &str)], cookie: Option<&str>) -> [u16; 2] {
    let (one, other) = join!(site.post(address, form, cookie), site.post(address, form, cookie));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    statuses
}

async fn mails(site: &TestSite) -> usize {
    site.run_jobs().await;
    site.mails.take().len()
}

async fn changes(site: &TestSite) -> usize {
    site.site.store.changes(99).await.unwrap().len()
}

#[tokio::test]
async fn a_save_is_one_change_and_one_mail() {
    let (site, anne) = anne().await;
    let sales = "/min-side/koekkenet/salg";
    let opened = version(&site.get_as(sales, &anne).await);
    let form = [("linje", "Suppe"), ("branche", "kantine-catering"), ("udgave", &*opened)];
    assert_eq!(twice(&site, sales, &form, Some(&anne)).await, [303, 303]);
    assert_eq!(changes(&site).await, 1);

    let identity = "/min-side/koekkenet/hvem";
    let opened = version(&site.get_as(identity, &anne).await);
    let form = [("navn", "Det nye køkken"), ("udgave", &*opened)];
    assert_eq!(twice(&site, identity, &form, Some(&anne)).await, [303, 303]);
    assert_eq!(mails(&site).await, 1, "an editor is told once");
    let (editor, ..) = enrol(&site, EDITOR).await;
    let seen = version(&site.get_as("/redaktion", &editor).await);
    let form = [("slug", "koekkenet"), ("udgave", &*seen), ("svar", "godkend"), ("tekst", "")];
    let answered = twice(&site, "/redaktion/svar", &form, Some(&editor)).await;
    assert!(answered[0] == 303 && [303, 409].contains(&answered[1]), "{answered:?}");
    assert_eq!((changes(&site).await, mails(&site).await), (2, 1));
    assert_eq!(site.site.store.deeds(0, 9).await.unwrap().len(), 1);
}

#[tokio::test]
async fn an_enterprise_is_made_once() {
    let site = TestSite::with(vec![kitchen()]).await;
    let cookie = site.sign_in("sy@example.dk").await;
    let form = [
        ("navn", "Systuen"),
        ("adresse-0-by", "Hobro"),
        ("linje", "Syr"),
        ("branche", "tekstil-vask-syning"),
    ];
    assert_eq!(twice(&site, "/opret", &form, Some(&cookie)).await, [303, 303]);
    assert_eq!(mails(&site).await, 1);
    assert_eq!(site.get_as("/min-side/systuen", &cookie).await.status, StatusCode::OK);
    assert_eq!(site.get_as("/min-side/systuen-2", &cookie).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_claim_is_one_mail_and_one_answer() {
    let site = TestSite::with(vec![kitchen()]).await;
    let form = [("navn", "Eva"), ("rolle", "leder"), ("email", "eva@example.dk")];
    assert_eq!(twice(&site, "/virksomheder/koekkenet/er-det-jeres", &form, None).await, [303, 303]);
    site.run_jobs().await;
    let sent = site.mails.take();
    let [(_, mail)] = sent.as_slice() else { panic!("{sent:?}") };
    let (_, link) = mail.text.split_once("/log-ind/bekraeft-adgang?noegle=").unwrap();
    let link = [("noegle", link.lines().next().unwrap())];
    assert_eq!(twice(&site, "/log-ind/bekraeft-adgang", &link, None).await, [303, 410]);
    assert_eq!(mails(&site).await, 1, "the editor is told once");
    let (editor, ..) = enrol(&site, EDITOR).await;
    let waiting = server::store::ClaimState::Waiting;
    let claims = site.site.store.claims(waiting, None).await.unwrap();
    assert_eq!(claims.len(), 1);
    let answer = [("id", &*claims[0].id.to_string()), ("svar", "ja")];
    assert_eq!(twice(&site, "/redaktion/adgang", &answer, Some(&editor)).await, [303, 303]);
    assert_eq!(mails(&site).await, 1);
    assert_eq!(site.site.store.deeds(0, 9).await.unwrap().len(), 1);
    assert_eq!(site.site.store.colleagues("koekkenet").await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_link_lets_in_once_and_is_asked_for_once() {
    let site = TestSite::empty().await;
    assert_eq!(twice(&site, "/log-ind", &[("email", BO)], None).await, [303, 303]);
    assert_eq!(mails(&site).await, 1);
    let link = site.link(BO).await;
    assert_eq!(twice(&site, "/log-ind/bekraeft", &[("noegle", &link)], None).await, [303, 410]);
}

#[tokio::test]
async fn a_colleague_is_invited_and_let_in_once() {
    let (site, anne) = anne().await;
    let form = [("email", BO), ("rolle", "redigere")];
    assert_eq!(twice(&site, PAGE, &form, Some(&anne)).await, [303, 303]);
    let link = key(&site, BO).await;
    let now = server::clock::Clock::now(&crate::test_site::FixedClock);
    assert_eq!(site.site.store.invitations("koekkenet", now).await.unwrap().len(), 1);
    assert_eq!(twice(&site, "/log-ind/invitation", &[("noegle", &link)], None).await, [303, 410]);
    assert_eq!(site.site.store.colleagues("koekkenet").await.unwrap().len(), 2);
    // One who is a member already is not asked.
    ask(&site, &anne, BO, "redigere").await;
    assert_eq!(mails(&site).await, 0);
}

#[tokio::test]
async fn a_picture_is_shown_once_and_a_listing_is_closed_once() {
    let site = TestSite::with(vec![kitchen()]).await;
    let anne = claim(&site, ANNE).await;
    join!(pictures::shown_at_once(&site, &anne, "Et bord"), pictures::shown_at_once(&site, &anne, "Et bord"));
    site.run_jobs().await;
    assert_eq!(changes(&site).await, 1);
    let form = [("grund", "Vi holder op.")];
    let closed = twice(&site, "/min-side/koekkenet/luk", &form, Some(&anne)).await;
    assert_eq!(closed, [303, 303]);
    assert_eq!(changes(&site).await, 2);
}
