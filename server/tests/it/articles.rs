//! Articles and the feed as a browser gets them.

use axum::http::{StatusCode, header};
use content::articles::articles;

use crate::test_site::TestSite;

#[tokio::test]
async fn every_article_leads_to_an_answer() {
    let site = TestSite::seeded().await;
    for article in articles() {
        let page = site.get(&article.path()).await;
        assert_eq!(page.status, StatusCode::OK, "{}", article.path());
        let next = site.get(&article.head.next.href).await;
        let asks_who = next.status == StatusCode::SEE_OTHER && article.head.next.href == app::links::CREATE;
        assert!(asks_who || next.status == StatusCode::OK, "{}: {}", article.path(), next.status);
        assert!(asks_who || next.body.contains("<form"), "{}", article.head.next.href);
        if let Some(query) = &article.head.related {
            let found = site.get(&format!("/virksomheder?{query}")).await;
            assert_eq!(found.status, StatusCode::OK, "{query}");
            assert!(
                found.body.contains("class=\"card\""),
                "{}: nothing is related by {query}",
                article.path()
            );
        }
    }
}

#[tokio::test]
async fn the_feed_and_the_purchase_check_answer() {
    let site = TestSite::seeded().await;
    let feed = site.get("/feed.xml").await;
    assert_eq!(feed.status, StatusCode::OK);
    assert_eq!(feed.headers[header::CONTENT_TYPE], "application/atom+xml");
    assert!(feed.body.contains("<id>http://127.0.0.1:3000/csr</id>"), "{}", &feed.body[..600]);
    assert!(feed.body.contains("Ny i kataloget: "), "listings have their day");
    let sitemap = site.get("/sitemap.xml").await;
    assert!(sitemap.body.contains("/metodekatalog/alt<") && sitemap.body.contains("/cases/nordvirk<"));
    let check = site.get("/samhandel/indkoebstjek?branche=kantine-catering&naer=9000&km=50").await;
    assert_eq!(check.status, StatusCode::OK);
    assert!(check.body.contains("/virksomheder?naer=9000&amp;km=50&amp;branche=kantine-catering"));
}
