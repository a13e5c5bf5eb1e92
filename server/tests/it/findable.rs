//! How members see that they are found.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::body::Body;
use axum::http::{Request, StatusCode};
use chrono::{DateTime, Duration, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, Database, Statement};
use server::actions::{count_gaps, count_tallies};
use server::clock::Clock;
use server::store::{Found, Gap, JobKind, Tally};

use crate::members::{claim, kitchen};
use crate::test_site::{FixedClock, TestDatabase, TestSite, listing_with};

const PAGE: &str = "/min-side/koekkenet/fundet";

fn month(month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, 1).unwrap()
}

async fn found(site: &TestSite, slug: &str) -> Vec<(String, i64, i64)> {
    let found = site.site.store.found_by(slug, month(1), month(11), 99).await.unwrap();
    found.into_iter().map(|Found { words, times, places, .. }| (words, times, places)).collect()
}

async fn views(site: &TestSite, slug: &str) -> i64 {
    site.site.store.views(slug, month(1)).await.unwrap().into_iter().map(|(_, times)| times).sum()
}

async fn ask(site: &TestSite, method: &str, address: &str, headers: &[(&str, &str)]) {
    let mut request = Request::builder().method(method).uri(address);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    site.send(request.body(Body::empty()).unwrap()).await;
}

#[tokio::test]
async fn kept_pages_are_counted_and_what_was_counted_is_counted_once() {
    let database = TestDatabase::new().await;
    let site = TestSite::on(&database).await;
    site.save(vec![kitchen(), listing_with("b", |_| {}), listing_with("c", |_| {})]).await;
    let revision = site.site.store.revision().await.unwrap();
    let search = "/virksomheder?q=En+Frokost";
    let place = 1 + site.get(search).await.slugs().iter().position(|slug| *slug == "koekkenet").unwrap();
    let place = i64::try_from(place).unwrap();
    for encodings in ["br", "br", "gzip", "identity"] {
        ask(&site, "GET", search, &[("accept-encoding", encodings)]).await;
    }
    site.get("/virksomheder/koekkenet").await;
    site.get("/virksomheder/koekkenet").await;
    assert_eq!(count_tallies(&site.site).await.unwrap(), 4);
    assert_eq!(count_tallies(&site.site).await.unwrap(), 0);
    assert_eq!(found(&site, "koekkenet").await, [("frokost".to_owned(), 5, 5 * place)]);
    assert_eq!(views(&site, "koekkenet").await, 2);
    site.get(search).await;
    site.get("/virksomheder/koekkenet").await;
    count_tallies(&site.site).await.unwrap();
    assert_eq!(found(&site, "koekkenet").await, [("frokost".to_owned(), 6, 6 * place)]);
    assert_eq!((views(&site, "koekkenet").await, views(&site, "b").await), (3, 0));
    assert_eq!(site.site.store.revision().await.unwrap(), revision);

    // Nothing but these columns, so nothing of who asked.
    let raw = Database::connect(&database.url).await.unwrap();
    for (table, columns) in [
        ("shown_search", &["slug", "month", "words", "times", "places"][..]),
        ("listing_view", &["slug", "month", "times"]),
    ] {
        let all = Statement::from_string(raw.get_database_backend(), format!("SELECT * FROM {table}"));
        assert_eq!(raw.query_all_raw(all).await.unwrap()[0].column_names(), columns);
    }
    raw.close().await.unwrap();
}

#[tokio::test]
async fn what_is_no_visit_or_says_something_of_a_citizen_is_not_counted() {
    let many = (0..25).map(|number| listing_with(&format!("l{number:02}"), |_| {})).collect();
    let site = TestSite::with(many).await;
    let cookie = site.sign_in("anne@example.dk").await;
    for (method, address, headers) in [
        ("HEAD", "/virksomheder?q=frokost", &[][..]),
        ("HEAD", "/virksomheder/l00", &[]),
        ("GET", "/virksomheder?q=frokost", &[("cookie", cookie.as_str())]),
        ("GET", "/virksomheder/l00", &[("cookie", cookie.as_str())]),
        ("GET", "/virksomheder?q=frokost&side=2", &[]),
        ("GET", "/virksomheder", &[]),
        ("GET", "/virksomheder?q=frokost+98+12+34+56", &[]),
        ("GET", "/virksomheder?q=frokost+til+en+stille+dreng&opgave=koekken", &[]),
        ("GET", "/virksomheder?q=raketmotor", &[]),
        ("GET", "/virksomheder/findes-ikke", &[]),
        ("GET", "/api/v1/suggest?q=frok", &[]),
        ("GET", "/kommuner/aalborg", &[]),
        ("GET", "/", &[]),
    ] {
        ask(&site, method, address, headers).await;
        assert_eq!(site.site.tallies.take(), [], "{method} {address}");
    }
    // The head of a page keeps it; the page is then counted as any.
    site.get("/virksomheder?q=frokost").await;
    let taken = site.site.tallies.take();
    assert_eq!(taken.len(), 20, "the first page");
    let mut places: Vec<i64> = taken.iter().map(|tally| tally.places).collect();
    places.sort_unstable();
    assert_eq!(places, (1..=20).collect::<Vec<_>>());
    site.get("/virksomheder?branche=kantine-catering").await;
    assert!(site.site.tallies.take().iter().all(|tally| tally.words.as_deref() == Some("")));
}

#[tokio::test]
async fn few_hits_are_counted_each_time() {
    let site = TestSite::with(vec![kitchen()]).await;
    for _ in 0..3 {
        site.get("/virksomheder?q=frokost").await;
    }
    count_tallies(&site.site).await.unwrap();
    assert_eq!(found(&site, "koekkenet").await, [("frokost".to_owned(), 3, 3)]);
}

#[tokio::test]
async fn a_store_that_does_not_answer_loses_no_count() {
    let database = TestDatabase::new().await;
    let site = TestSite::on(&database).await;
    site.save(vec![kitchen()]).await;
    let admin = Database::connect(&database.url).await.unwrap();
    site.get("/virksomheder?q=frokost").await;
    admin.execute_unprepared("ALTER TABLE shown_search RENAME TO away").await.unwrap();
    assert!(count_tallies(&site.site).await.is_err());
    site.get("/virksomheder?q=frokost").await;
    admin.execute_unprepared("ALTER TABLE away RENAME TO shown_search").await.unwrap();
    admin.close().await.unwrap();
    let (stop, stopped) = tokio::sync::oneshot::channel();
    stop.send(()).unwrap();
    server::gaps::run(&site.site, stopped).await;
    assert_eq!(found(&site, "koekkenet").await, [("frokost".to_owned(), 2, 2)]);
}

/// A clock that is moved by hand.
#[derive(Debug, Default)]
struct Days(AtomicI64);

impl Clock for Days {
    fn now(&self) -> DateTime<Utc> {
        FixedClock.now() + Duration::days(self.0.load(Ordering::Relaxed))
    }
}

#[tokio::test]
async fn months_are_counted_apart_and_forgotten_after_thirteen() {
    let database = TestDatabase::new().await;
    let clock = Arc::new(Days::default());
    let site = TestSite::at(&database, clock.clone()).await;
    site.save(vec![kitchen()]).await;
    site.get("/virksomheder/koekkenet").await;
    clock.0.store(10, Ordering::Relaxed);
    site.site.follower.catch_up().await.unwrap();
    site.get("/virksomheder/koekkenet").await;
    let taken: Vec<NaiveDate> = site.site.tallies.take().into_iter().map(|tally| tally.month).collect();
    assert_eq!(taken, [month(11), month(12)]);
    clock.0.store(0, Ordering::Relaxed);

    let day = |year, month| NaiveDate::from_ymd_opt(year, month, 1).unwrap();
    for month in [day(2025, 9), day(2025, 10), day(2026, 11)] {
        for words in [None, Some("mad".to_owned())] {
            let tally = Tally { slug: "koekkenet".to_owned(), month, words, times: 1, places: 1 };
            site.site.tallies.add(vec![tally]);
        }
    }
    count_tallies(&site.site).await.unwrap();
    let write = site.site.store.write().await.unwrap();
    write.enqueue(&JobKind::Housekeeping, None, FixedClock.now()).await.unwrap();
    write.commit().await.unwrap();
    site.run_jobs().await;
    let left = site.site.store.views("koekkenet", day(2000, 1)).await.unwrap();
    assert_eq!(left, [(day(2025, 10), 1), (day(2026, 11), 1)]);
    let found = site.site.store.found_by("koekkenet", day(2000, 1), day(2026, 11), 9).await.unwrap();
    assert_eq!(found, [Found { words: "mad".to_owned(), times: 2, lately: 1, places: 2 }]);
}

#[tokio::test]
async fn members_see_what_found_them_and_what_could() {
    let site = TestSite::with(vec![kitchen(), listing_with("anden", |_| {})]).await;
    let cookie = claim(&site, "anne@koekkenet.example.dk").await;
    let page = site.get_as(PAGE, &cookie).await;
    assert_eq!((page.status, page.header("cache-control")), (StatusCode::OK, "no-store"));
    for words in
        ["Ingen har set jeres side endnu", "Ingen søgning har vist jer endnu", "Lige nu er der intet"]
    {
        assert!(page.body.contains(words), "{words}");
    }
    for search in ["frokost", "frokost", "kantine"] {
        site.get(&format!("/virksomheder?q={search}")).await;
    }
    site.get("/virksomheder/koekkenet").await;
    count_tallies(&site.site).await.unwrap();
    let gap = |words: &str, place: &str| Gap {
        day: FixedClock.today(),
        words: words.to_owned(),
        place: place.to_owned(),
        hits: 0,
        count: 2,
    };
    for (words, place) in [
        ("konfirmation", ""),
        ("salatbar", "Rebild Kommune"),
        ("kantinedrift", "Klarup"),
        ("buffet", "Frederikshavn Kommune"),
        ("vinduespudsning", ""),
        ("frokost", ""),
    ] {
        site.site.gaps.add(gap(words, place));
    }
    count_gaps(&site.site).await.unwrap();
    let page = site.get_as(PAGE, &cookie).await.body;
    assert!(page.contains("1 gang denne måned og 1 gang i alt"), "{page}");
    assert!(page.contains("/virksomheder?q=frokost\">frokost</a>") && page.contains("1,0"));
    for words in ["konfirmation", "salatbar"] {
        assert!(page.contains(words), "{words} {page}");
    }
    assert!(page.contains("href=\"/min-side/koekkenet/salg\">Hvad I sælger</a>"));
    for words in ["buffet", "vinduespudsning", "q=frokost+"] {
        assert!(!page.contains(words), "{words}");
    }
    assert_eq!(count_gaps(&site.site).await.unwrap(), 0, "looking is no search");
}

#[tokio::test]
async fn only_those_who_keep_it_see_how_it_is_found() {
    let site = TestSite::with(vec![kitchen()]).await;
    let member = site.sign_in("anden@example.dk").await;
    let unproven = site.sign_in(crate::test_site::EDITOR).await;
    assert_eq!(site.get(PAGE).await.header("location"), format!("/log-ind?til={PAGE}"));
    for cookie in [member, unproven] {
        assert_eq!(site.get_as(PAGE, &cookie).await.status, StatusCode::NOT_FOUND);
    }
    let (editor, ..) = crate::editors::enrol(&site, crate::test_site::EDITOR).await;
    assert_eq!(site.get_as(PAGE, &editor).await.status, StatusCode::OK);
}
