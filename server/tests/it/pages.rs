//! Pages as a browser gets them.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use crate::test_site::{TestDatabase, TestSite, listing_with};

#[tokio::test]
async fn every_address_in_the_sitemap_answers() {
    let site = TestSite::seeded().await;
    let sitemap = site.get("/sitemap.xml").await;
    assert_eq!(sitemap.headers[header::CONTENT_TYPE], "application/xml");
    let addresses: Vec<&str> = sitemap
        .body
        .split("<loc>")
        .skip(1)
        .map(|rest| rest.split("</loc>").next().unwrap().trim_start_matches("http://127.0.0.1:3000"))
        .collect();
    assert!(addresses.len() > 60, "{}", addresses.len());
    for address in addresses {
        let address = if address.is_empty() { "/" } else { address };
        let page = site.get(address).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        assert!(page.body.starts_with("<!DOCTYPE html>"), "{address}");
    }
}

#[tokio::test]
async fn what_is_missing_is_404_and_an_outage_is_503() {
    let site = TestSite::seeded().await;
    for address in [
        "/nej",
        "/virksomheder/nej",
        "/virksomheder/attrup-camping",
        "/kommuner/nej",
        "/brancher/nej",
        "/om/nej",
        "/assets/nej.css",
        "/virksomheder/a/b",
        "/%ff",
        "//example.dk/",
    ] {
        let page = site.get(address).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{address}");
        assert!(page.body.contains("lang=\"da\""), "{address}");
    }
    let database = TestDatabase::new().await;
    let unready = TestSite::unready(&database).await;
    assert_eq!(unready.get("/readyz").await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(unready.get("/healthz").await.status, StatusCode::OK);
    for address in ["/", "/virksomheder?q=kantine", "/virksomheder/nordvirk", "/kommuner", "/sitemap.xml"] {
        let page = unready.get(address).await;
        assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE, "{address}");
        assert!(page.body.contains("lang=\"da\"") && !page.body.contains("data-total"), "{address}");
        assert_eq!(page.headers[header::RETRY_AFTER], "5");
    }
}

#[tokio::test]
async fn the_count_beside_a_value_is_what_choosing_it_gives() {
    let site = TestSite::seeded().await;
    for (search, facet, value) in [
        ("", "kommune", "aalborg"),
        ("q=mad", "branche", "kantine-catering"),
        ("kommune=aalborg&branche=cafe-restaurant", "ydelse", "cafe"),
        ("kommune=aalborg", "kommune", "jammerbugt"),
        ("opgave=koekken", "ordning", "fleksjob"),
    ] {
        let promised = site.get(&format!("/virksomheder?{search}")).await.count(facet, value);
        let alone: Vec<&str> = search.split('&').filter(|pair| !pair.starts_with(facet)).collect();
        let chosen = site.get(&format!("/virksomheder?{}&{facet}={value}", alone.join("&"))).await;
        assert!(promised > 0, "{search} {value}");
        assert_eq!((chosen.total(), chosen.slugs().len()), (promised, promised), "{search} {value}");
    }
}

#[tokio::test]
async fn a_closed_listing_keeps_its_address_and_says_so() {
    let site = TestSite::seeded().await;
    let page = site.get("/virksomheder/cafe-paa-banen").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("lukket") || page.body.contains("Lukket"));
}

#[tokio::test]
async fn whatever_is_typed_gives_a_normal_page() {
    let site = TestSite::seeded().await;
    let long = format!("q={}", "a".repeat(10_000));
    for query in [
        long.as_str(),
        "side=999999&kommune=atlantis&ukendt=1",
        "q=%ff%fe&side=-1",
        "q=%00%01%1f",
        "q=%22&branche=%22",
        "q=AND+(",
        "q=*",
        "q=name:kantine",
        "q=%F0%9F%8E%89",
        "q=%3Cscript%3Ealert(1)%3C/script%3E",
        "q=%D8%A7%D9%84",
        "&&&===",
        "q",
    ] {
        let page = site.get(&format!("/virksomheder?{query}")).await;
        assert_eq!(page.status, StatusCode::OK, "{query}");
        assert!(!page.body.contains("<script>alert"), "{query}");
        let _ = page.total();
    }
}

#[tokio::test]
async fn a_cpr_number_is_neither_searched_nor_shown() {
    let site = TestSite::seeded().await;
    let page = site.get("/virksomheder?q=kantine+010190-1234").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.body.contains("010190"));
    assert!(page.body.contains("CPR"));
    assert!(page.total() > 0);
}

#[tokio::test]
async fn markup_in_a_listing_is_text() {
    let site = TestSite::with(vec![listing_with("a", |l| {
        l.name = "<b>A</b>".to_owned();
        l.one_line = "</script><script>alert(1)</script>".to_owned();
        l.description = "<img src=x onerror=alert(1)>".to_owned();
    })])
    .await;
    for address in ["/", "/virksomheder?q=alert", "/virksomheder/a"] {
        let page = site.get(address).await;
        assert_eq!(page.status, StatusCode::OK);
        for markup in ["<b>A", "<script>alert", "<img src=x"] {
            assert!(!page.body.contains(markup), "{markup} on {address}");
        }
    }
}

#[tokio::test]
async fn only_reading_is_allowed() {
    let site = TestSite::seeded().await;
    for method in ["POST", "PUT", "DELETE"] {
        let request = Request::builder()
            .header("sec-fetch-site", "same-origin")
            .method(method)
            .uri("/virksomheder")
            .body(Body::empty())
            .unwrap();
        let page = site.send(request).await;
        assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(page.headers[header::ALLOW], "GET, HEAD");
        assert!(page.body.contains("lang=\"da\""));
    }
    let large = Request::post("/").body(Body::from(vec![b'x'; 1 << 20])).unwrap();
    assert!(site.send(large).await.status.is_client_error());
}

#[tokio::test]
async fn headers_are_strict_everywhere() {
    let site = TestSite::seeded().await;
    let stylesheet = app::assets::asset("site.css");
    for address in ["/", "/nej", "/readyz", stylesheet, "/robots.txt"] {
        let page = site.get(address).await;
        let csp = page.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(csp.starts_with("default-src 'none'") && !csp.contains("unsafe"), "{address}");
        assert_eq!(page.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert_eq!(page.headers[header::REFERRER_POLICY], "same-origin");
        assert!(page.headers.contains_key("permissions-policy"));
        assert!(!page.headers.contains_key(header::SET_COOKIE));
    }
    let page = site.get("/").await.body;
    for forbidden in ["style=\"", " onclick", "<style", "<!>", "<!--"] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
}

#[tokio::test]
async fn files_are_cached_for_ever_and_pages_until_something_changes() {
    let site = TestSite::seeded().await;
    let compressed = Request::get(app::assets::asset("site.css")).header(header::ACCEPT_ENCODING, "gzip, br");
    let file = site.send(compressed.body(Body::empty()).unwrap()).await;
    assert_eq!(file.headers[header::CONTENT_ENCODING], "br");
    assert!(file.headers[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));

    let tag = site.get("/").await.headers[header::ETAG].clone();
    let again = || Request::get("/").header(header::IF_NONE_MATCH, &tag).body(Body::empty()).unwrap();
    assert_eq!(site.send(again()).await.status, StatusCode::NOT_MODIFIED);
    site.save(vec![listing_with("ny", |_| {})]).await;
    assert_eq!(site.send(again()).await.status, StatusCode::OK);
}

#[tokio::test]
async fn addresses_have_one_form() {
    let site = TestSite::seeded().await;
    let page = site.get("/virksomheder/?q=a").await;
    assert_eq!(page.status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(page.headers[header::LOCATION], "/virksomheder?q=a");
    for elsewhere in ["//example.dk/", "/a//example.dk/"] {
        assert_eq!(site.get(elsewhere).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_panic_is_a_page_without_internals() {
    let site = TestSite::seeded().await;
    let broken = server::web::router_with(Arc::clone(&site.site), |router| {
        router.route("/broken", axum::routing::get(|| async { panic!("secret detail") as () }))
    });
    let response = tower::ServiceExt::oneshot(broken, Request::get("/broken").body(Body::empty()).unwrap())
        .await
        .unwrap();
    assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
    let bytes = http_body_util::BodyExt::collect(response.into_body()).await.unwrap().to_bytes();
    let body = String::from_utf8_lossy(&bytes);
    assert!(body.contains("lang=\"da\"") && !body.contains("secret"));
}
