//! "Har I plads?": from a listing's own page and from the mail that asks whether it is right.

use app::mails::Mail;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use chrono::{Duration, NaiveDate};
use content::Listing;
use content::listing::{Closed, FreePlaces, Placement, State};
use content::taxonomy::{Entry, Ref};
use tokio::join;

use crate::editors::enrol;
use crate::freshness::{ANNE, Life, THREE_MONTHS, monthly, only};
use crate::test_site::EDITOR;

const OWN: &str = "/min-side/a/pladser";
const LINK: &str = "/har-i-plads";

/// Places under two schemes, one of them counted long ago.
fn with_schemes(slug: &str) -> Listing {
    let scheme = |slug: &str| Ref::parse(slug).unwrap();
    let confirmed = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    let placement = Placement {
        schemes: vec![scheme("fleksjob"), scheme("smaajob")],
        free: vec![FreePlaces { scheme: scheme("fleksjob"), count: 2, confirmed }],
        ..Placement::default()
    };
    Listing { placement: Some(placement), ..monthly(slug) }
}

/// Scheme, number and day of all that is said.
async fn said(life: &Life, slug: &str) -> Vec<(String, u16, String)> {
    let free = life.stored(slug).await.placement.unwrap().free;
    free.iter().map(|free| (free.scheme.slug().to_owned(), free.count, free.confirmed.to_string())).collect()
}

fn are(all: &[(&str, u16, &str)]) -> Vec<(String, u16, String)> {
    all.iter().map(|(scheme, count, day)| ((*scheme).to_owned(), *count, (*day).to_owned())).collect()
}

/// The keys of the links that ask for free places, in the order of the mail.
fn keys(mail: &Mail) -> Vec<String> {
    let keys = mail.text.split("/har-i-plads?noegle=").skip(1);
    keys.map(|rest| rest.lines().next().unwrap().to_owned()).collect()
}

/// A listing that is asked about, and the key of its link.
async fn asked(listings: Vec<Listing>) -> (Life, Vec<String>) {
    let life = Life::of(listings).await;
    let mails = life.days(THREE_MONTHS).await;
    let keys = keys(only(&mails));
    (life, keys)
}

async fn press(life: &Life, key: &str, more: &[(&str, &str)]) -> (StatusCode, String) {
    let form: Vec<(&str, &str)> = [("noegle", key)].into_iter().chain(more.iter().copied()).collect();
    let answer = life.site.post(LINK, &form, None).await;
    assert_eq!(answer.header("cache-control"), "no-store");
    (answer.status, answer.header("location").to_owned())
}

#[tokio::test]
async fn members_say_it_on_their_own_page_and_it_is_seen_at_once() {
    let life = Life::of(vec![with_schemes("a")]).await;
    let cookie = life.site.sign_in(ANNE).await;
    let page = life.site.get_as("/min-side/a", &cookie).await.body;
    assert!(page.contains("id=\"pladser\"") && page.contains("Passer det stadig?"), "{page}");
    let shown = [("vist-fleksjob", "2"), ("antal-fleksjob", "2")];
    let tap = [&shown[..], &[("antal-smaajob", ""), ("sig", "smaajob:1")]].concat();
    let done = life.site.post(OWN, &tap, Some(&cookie)).await;
    assert_eq!(done.header("location"), "/min-side/a#pladser");
    let both = are(&[("fleksjob", 2, "2026-01-01"), ("smaajob", 1, "2026-11-21")]);
    assert_eq!(said(&life, "a").await, both);
    life.site.site.follower.catch_up().await.unwrap();
    let public = life.page("a").await;
    assert!(public.contains("<td>1 ledig</td>"), "{public}");
    assert!(public.contains("21. november 2026") && public.contains("Spørg, om det stadig passer"));

    let wrong = [&shown[..], &[("antal-smaajob", "201"), ("sig", "gem")]].concat();
    let refused = life.site.post(OWN, &wrong, Some(&cookie)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("value=\"201\"") && refused.body.contains("href=\"#antal-smaajob\""));
    assert_eq!(said(&life, "a").await, both, "nothing has changed");

    let still = [("vist-fleksjob", "2"), ("vist-smaajob", "1"), ("sig", "passer")];
    life.site.post(OWN, &still, Some(&cookie)).await;
    assert_eq!(said(&life, "a").await, are(&[("fleksjob", 2, "2026-11-21"), ("smaajob", 1, "2026-11-21")]));
    let changes = life.site.site.store.changes(9).await.unwrap();
    assert_eq!(changes.len(), 2, "a change with its history each");
    assert_eq!((changes[0].author.email.as_str(), changes[0].author.editor), (ANNE, false));
    assert!(changes.iter().all(|change| change.after.keys().eq(["placement"])), "nothing else");

    assert_eq!(life.site.get(OWN).await.header("location"), "/min-side/a#pladser");
    life.site.save(vec![with_schemes("andres")]).await;
    let theirs = life.site.post("/min-side/andres/pladser", &[("sig", "fleksjob:0")], Some(&cookie)).await;
    assert_eq!(theirs.status, StatusCode::NOT_FOUND);
    let (editor, ..) = enrol(&life.site, EDITOR).await;
    let theirs = life.site.post("/min-side/andres/pladser", &[("sig", "fleksjob:0")], Some(&editor)).await;
    assert_eq!(theirs.status, StatusCode::SEE_OTHER);
    assert!(life.site.site.store.changes(1).await.unwrap()[0].author.editor);
}

#[tokio::test]
async fn a_mail_asks_and_following_its_link_changes_nothing() {
    let (life, keys) = asked(vec![with_schemes("a")]).await;
    let [key] = keys.as_slice() else { panic!("{keys:?}") };
    let before = life.stored("a").await;
    let address = format!("{LINK}?noegle={key}");
    for method in ["GET", "HEAD", "GET"] {
        let request = Request::builder().method(method).uri(&address).body(Body::empty()).unwrap();
        let page = life.site.send(request).await;
        assert_eq!((page.status, page.header("cache-control")), (StatusCode::OK, "no-store"));
    }
    let page = life.site.get(&address).await.body;
    assert!(page.contains("noindex") && page.contains("Har I plads lige nu?") && page.contains("fleksjob:0"));
    assert_eq!(life.stored("a").await, before);

    // A tap says one thing; the link works until all is said.
    let (status, to) = press(&life, key, &[("sig", "fleksjob:0"), ("linje", "Andet")]).await;
    assert_eq!((status, to), (StatusCode::SEE_OTHER, address.clone()));
    assert_eq!(said(&life, "a").await, are(&[("fleksjob", 0, "2027-02-21")]));
    life.clock.forward(Duration::days(1));
    let (_, to) = press(&life, key, &[("sig", "smaajob:3")]).await;
    assert_eq!(to, "/har-i-plads/tak");
    assert_eq!(said(&life, "a").await, are(&[("fleksjob", 0, "2027-02-21"), ("smaajob", 3, "2027-02-22")]));
    assert_eq!(press(&life, key, &[("sig", "fleksjob:1")]).await.0, StatusCode::GONE);
    assert_eq!(life.site.get(&address).await.status, StatusCode::GONE);
    let after = life.stored("a").await;
    assert_eq!((&after.one_line, &after.confirmed), (&before.one_line, &before.confirmed), "nothing else");
    assert_eq!(life.site.get("/har-i-plads/tak").await.status, StatusCode::OK);
    let author = &life.site.site.store.changes(1).await.unwrap()[0].author;
    assert_eq!((author.email.as_str(), author.editor), (ANNE, false));
}

#[tokio::test]
async fn each_listing_with_schemes_has_a_link_of_its_own() {
    let (life, keys) = asked(vec![with_schemes("a"), with_schemes("b"), monthly("c")]).await;
    let [first, other] = keys.as_slice() else { panic!("{keys:?}") };
    let all = [("sig", "gem"), ("antal-fleksjob", "1"), ("antal-smaajob", "0")];
    assert_eq!(press(&life, first, &all).await.1, "/har-i-plads/tak");
    assert_eq!(said(&life, "a").await[0].1, 1);
    assert_eq!(said(&life, "b").await[0].1, 2, "the other waits");
    assert_eq!(life.site.get(&format!("{LINK}?noegle={other}")).await.status, StatusCode::OK);
    let wrong = [("sig", "gem"), ("antal-fleksjob", "mange")];
    assert_eq!(press(&life, other, &wrong).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    // A link is for one purpose.
    for other_door in ["/bekraeft", "/log-ind/bekraeft", "/henvendelse/svar"] {
        let form = [("noegle", other.as_str()), ("slug", "b")];
        assert_eq!(life.site.post(other_door, &form, None).await.status, StatusCode::GONE, "{other_door}");
    }
    assert_eq!(press(&life, "x", &all).await.0, StatusCode::GONE);
    life.clock.forward(Duration::days(60));
    assert_eq!(press(&life, other, &all).await.0, StatusCode::GONE, "60 days are over");
}

#[tokio::test]
async fn pressed_twice_at_once_it_is_said_once() {
    let (life, keys) = asked(vec![with_schemes("a")]).await;
    let all = [("sig", "gem"), ("antal-fleksjob", "1"), ("antal-smaajob", "0")];
    let (one, other) = join!(press(&life, &keys[0], &all), press(&life, &keys[0], &all));
    let mut statuses = [one.0, other.0];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::GONE]);
    assert_eq!(life.site.site.store.changes(9).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_listing_that_is_closed_or_no_longer_kept_says_nothing() {
    let (life, keys) = asked(vec![with_schemes("a"), with_schemes("b")]).await;
    life.change("a", |listing| {
        listing.state = State::Closed;
        listing.closed = Some(Closed { date: None, reason: "Slut.".to_owned(), moved_to: None });
    })
    .await;
    life.change("b", |listing| listing.placement = None).await;
    for key in &keys {
        assert_eq!(life.site.get(&format!("{LINK}?noegle={key}")).await.status, StatusCode::GONE);
        assert_eq!(press(&life, key, &[("sig", "fleksjob:1")]).await.0, StatusCode::GONE);
    }
    assert_eq!(said(&life, "a").await[0].1, 2);
    let cookie = life.site.sign_in(ANNE).await;
    let closed = life.site.post(OWN, &[("sig", "fleksjob:1")], Some(&cookie)).await;
    assert_eq!(closed.status, StatusCode::NOT_FOUND);
}
