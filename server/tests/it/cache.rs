//! Pages kept for the next who ask the same.

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use chrono::{DateTime, Duration, Utc};
use server::actions::{save_listings, seed_catalogue};
use server::clock::Clock;

use crate::test_site::{Answer, FixedClock, TestDatabase, TestSite, listing, listing_with};

const ADDRESS: &str = "/virksomheder?q=mad&branche=kantine-catering";

async fn ask(site: &TestSite, method: Method, address: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::builder().method(method).uri(address);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    site.send(request.body(Body::empty()).unwrap()).await
}

async fn packed(site: &TestSite, address: &str, encodings: &str) -> Answer {
    ask(site, Method::GET, address, &[("accept-encoding", encodings)]).await
}

fn sorted(headers: &HeaderMap) -> Vec<String> {
    let mut lines: Vec<String> = headers.iter().map(|(name, value)| format!("{name}: {value:?}")).collect();
    lines.sort_unstable();
    lines
}

#[tokio::test]
async fn what_is_kept_is_given_with_the_same_bytes_and_headers() {
    let site = TestSite::seeded().await;
    for address in ["/", "/virksomheder", "/virksomheder/nordvirk", "/kommuner/aalborg", "/om/privatliv"] {
        for encodings in ["identity", "gzip", "gzip, deflate, br, zstd"] {
            let before = site.site.pages.pages();
            let made = packed(&site, address, encodings).await;
            assert_eq!(site.site.pages.pages(), before + 1, "{address} {encodings}");
            let kept = packed(&site, address, encodings).await;
            assert_eq!(site.site.pages.pages(), before + 1);
            assert_eq!((made.status, kept.status), (StatusCode::OK, StatusCode::OK));
            assert_eq!(made.bytes, kept.bytes);
            assert_eq!(sorted(&made.headers), sorted(&kept.headers));
            assert_eq!(kept.headers[header::CONTENT_LENGTH], kept.bytes.len().to_string().as_str());
            assert!(kept.headers.contains_key(header::CONTENT_SECURITY_POLICY));
            assert_eq!(kept.headers[header::VARY], "accept-encoding");
            // Those who are logged in get what the layers make; that has the same headers but for the length.
            let cookie = [("accept-encoding", encodings), ("cookie", "__Host-session=a")];
            let mut own = ask(&site, Method::GET, address, &cookie).await.headers;
            own.insert(header::CONTENT_LENGTH, kept.headers[header::CONTENT_LENGTH].clone());
            assert_eq!(sorted(&own), sorted(&kept.headers));
        }
    }
}

#[tokio::test]
async fn each_gets_the_encoding_it_takes() {
    let site = TestSite::seeded().await;
    for _ in 0..2 {
        let plain = site.get(ADDRESS).await;
        assert!(!plain.headers.contains_key(header::CONTENT_ENCODING));
        assert!(plain.body.starts_with("<!DOCTYPE html>") && plain.body.ends_with("</html>\n"));

        let brotli = packed(&site, ADDRESS, "gzip, deflate, br").await;
        assert_eq!(brotli.headers[header::CONTENT_ENCODING], "br");
        let mut unpacked = String::new();
        brotli::Decompressor::new(&brotli.bytes[..], 4096).read_to_string(&mut unpacked).unwrap();
        assert_eq!(unpacked, plain.body);

        let gzip = packed(&site, ADDRESS, "br;q=0.5, gzip").await;
        assert_eq!(gzip.headers[header::CONTENT_ENCODING], "gzip");
        // Two bytes begin it, the length of what was packed ends it.
        assert_eq!(gzip.bytes[..2], [0x1f, 0x8b]);
        let length = u32::try_from(plain.bytes.len()).unwrap().to_le_bytes();
        assert_eq!(gzip.bytes[gzip.bytes.len() - 4..], length);
    }
    assert_eq!(site.site.pages.pages(), 3);
}

#[tokio::test]
async fn a_save_shows_in_the_next_answer() {
    let site = TestSite::with(vec![listing("a")]).await;
    for total in 1..5 {
        for _ in 0..2 {
            assert_eq!(site.get("/virksomheder").await.total(), total);
        }
        site.save(vec![listing(&format!("ny{total}"))]).await;
    }
}

/// Pages are asked for all the while the index changes; one made of the state before
/// must not be given once a save is done.
#[tokio::test(flavor = "multi_thread", worker_threads = 3)]
async fn no_page_outlives_the_state_it_was_made_of() {
    let site = Arc::new(TestSite::with(vec![listing("a")]).await);
    let asking: Vec<_> = (0..2)
        .map(|_| {
            let site = site.clone();
            tokio::spawn(async move {
                loop {
                    site.get("/virksomheder").await;
                    tokio::task::yield_now().await;
                }
            })
        })
        .collect();
    for total in 2..20 {
        site.save(vec![listing(&format!("ny{total}"))]).await;
        assert_eq!(site.get("/virksomheder").await.total(), total);
    }
    for task in asking {
        task.abort();
    }
}

/// A clock that is moved by hand.
#[derive(Debug, Default)]
struct MovedClock {
    days: AtomicI64,
}

impl Clock for MovedClock {
    fn now(&self) -> DateTime<Utc> {
        FixedClock.now() + Duration::days(self.days.load(Ordering::Relaxed))
    }
}

#[tokio::test]
async fn a_new_day_makes_new_pages() {
    let database = TestDatabase::new().await;
    let clock = Arc::new(MovedClock::default());
    let site = TestSite::at(&database, clock.clone()).await;
    seed_catalogue(&site.site.store, &FixedClock).await.unwrap();
    site.site.follower.catch_up().await.unwrap();
    let first = site.get("/").await;
    assert_eq!(site.get("/").await.headers[header::ETAG], first.headers[header::ETAG]);
    clock.days.store(1, Ordering::Relaxed);
    // The index still has yesterday's order of equals: nothing is kept, nothing has a tag.
    let between = site.get("/").await;
    assert!(!between.headers.contains_key(header::ETAG));
    site.site.follower.catch_up().await.unwrap();
    let next = site.get("/").await;
    assert_ne!(next.headers[header::ETAG], first.headers[header::ETAG]);
    assert_eq!(site.get("/").await.headers[header::ETAG], next.headers[header::ETAG]);
    assert_eq!(site.site.pages.pages(), 1);
}

#[tokio::test]
async fn who_is_logged_in_neither_gives_nor_gets_kept_pages() {
    let site = TestSite::seeded().await;
    for cookie in ["__Host-session=abc", "a=b; __Host-session=abc", "__Host-session="] {
        let own = ask(&site, Method::GET, ADDRESS, &[("cookie", cookie)]).await;
        assert_eq!(own.status, StatusCode::OK);
        assert_eq!(site.site.pages.pages(), 0);
    }
    ask(&site, Method::GET, ADDRESS, &[("cookie", "a=b; x__Host-session=c")]).await;
    assert_eq!(site.site.pages.pages(), 1);
}

#[tokio::test]
async fn only_good_pages_of_short_addresses_are_kept() {
    let site = TestSite::seeded().await;
    let long = format!("/virksomheder?kommune=aalborg&x={}", "a".repeat(1024));
    for address in [
        "/nej",
        "/virksomheder/nej",
        "/virksomheder/",
        "/robots.txt",
        "/sitemap.xml",
        "/readyz",
        "/healthz",
        app::assets::asset("site.css"),
        // Few hits of a text: counted each time it is asked for.
        "/virksomheder?q=raketmotor",
        long.as_str(),
    ] {
        site.get(address).await;
        assert_eq!(site.site.pages.pages(), 0, "{address}");
    }
    ask(&site, Method::POST, "/virksomheder", &[]).await;
    assert_eq!(site.site.pages.pages(), 0);

    let database = TestDatabase::new().await;
    let late = TestSite::unready(&database).await;
    assert_eq!(late.get("/virksomheder").await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(late.site.pages.pages(), 0);
    save_listings(&late.site.store, &FixedClock, vec![listing_with("a", |_| {})]).await.unwrap();
    late.site.follower.catch_up().await.unwrap();
    assert_eq!(late.get("/virksomheder").await.total(), 1);
}

#[tokio::test]
async fn many_pages_stay_within_the_limit() {
    let site = TestSite::with(vec![listing("a")]).await;
    site.site.pages.limit(1 << 20);
    for number in 0..200 {
        site.get(&format!("/virksomheder?x={number}")).await;
        assert!(site.site.pages.bytes() <= 1 << 20);
    }
    let kept = site.site.pages.pages();
    assert!(kept > 5 && kept < 200, "{kept}");
}

#[tokio::test]
async fn the_head_of_a_page_is_that_of_the_page() {
    let site = TestSite::seeded().await;
    for address in ["/", ADDRESS] {
        let brotli = [("accept-encoding", "br")];
        let made = ask(&site, Method::HEAD, address, &brotli).await;
        let page = ask(&site, Method::GET, address, &brotli).await;
        let kept = ask(&site, Method::HEAD, address, &brotli).await;
        assert!(made.bytes.is_empty() && kept.bytes.is_empty() && !page.bytes.is_empty());
        assert_eq!(sorted(&made.headers), sorted(&page.headers));
        assert_eq!(sorted(&kept.headers), sorted(&page.headers));
    }
    let missing = ask(&site, Method::HEAD, "/nej", &[]).await;
    assert_eq!((missing.status, missing.bytes.len()), (StatusCode::NOT_FOUND, 0));
}

#[tokio::test]
async fn who_has_the_newest_is_told_so() {
    let site = TestSite::seeded().await;
    let page = site.get("/").await;
    let tag = page.headers[header::ETAG].to_str().unwrap();
    for method in [Method::GET, Method::HEAD] {
        let same = ask(&site, method.clone(), "/", &[("if-none-match", tag)]).await;
        assert_eq!((same.status, same.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
        assert_eq!(same.headers[header::ETAG], tag);
        assert!(same.headers.contains_key(header::CONTENT_SECURITY_POLICY));
        let other = ask(&site, method, "/", &[("if-none-match", "W/\"0\"")]).await;
        assert_eq!(other.status, StatusCode::OK);
    }
    site.save(vec![listing("ny")]).await;
    let changed = ask(&site, Method::GET, "/", &[("if-none-match", tag)]).await;
    assert_eq!(changed.status, StatusCode::OK);
    assert_ne!(changed.headers[header::ETAG], tag);
}
