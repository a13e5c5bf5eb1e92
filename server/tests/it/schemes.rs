//! Schemes and who offers them, and how many a company may take.

use axum::http::StatusCode;
use content::Listing;
use content::listing::{Closed, FreePlaces, Placement, State};
use content::taxonomy::{Entry, Ref, Scheme, Term};

use crate::test_site::{TestSite, listing_with};

fn offering(slug: &str, free: Option<(u16, &str)>, change: impl FnOnce(&mut Listing)) -> Listing {
    listing_with(slug, |listing| {
        let scheme = Ref::parse("fleksjob").unwrap();
        let free = free.map(|(count, said)| FreePlaces { scheme, count, confirmed: said.parse().unwrap() });
        listing.placement = Some(Placement {
            schemes: vec![scheme],
            free: free.into_iter().collect(),
            ..Placement::default()
        });
        change(listing);
    })
}

fn slugs(page: &str) -> Vec<&str> {
    let (_, list) = page.split_once("id=\"virksomheder\"").unwrap();
    list.split("data-slug=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[tokio::test]
async fn who_offers_a_scheme_stands_in_the_order_one_asks_them() {
    let site = TestSite::with(vec![
        offering("pause", Some((3, "2026-11-20")), |listing| listing.state = State::Paused),
        offering("tavs", None, |_| {}),
        offering("uge", Some((2, "2026-11-14")), |_| {}),
        offering("dag", Some((1, "2026-11-20")), |_| {}),
        offering("kladde", Some((9, "2026-11-20")), |listing| listing.state = State::Draft),
        offering("lukket", Some((9, "2026-11-20")), |listing| {
            listing.state = State::Closed;
            listing.closed = Some(Closed { date: None, reason: "Den holdt op.".to_owned(), moved_to: None });
        }),
        listing_with("anden", |_| {}),
    ])
    .await;
    let page = site.get("/ordninger/fleksjob").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(slugs(&page.body), ["dag", "uge", "tavs", "pause"]);
    for words in ["4 virksomheder tilbyder det", "1 ledig plads, sagt 20. november 2026", "Holder pause"] {
        assert!(page.body.contains(words), "{words}");
    }
    assert_eq!(site.get("/virksomheder?ordning=fleksjob").await.total(), 4, "as many as the search says");
}

#[tokio::test]
async fn every_scheme_of_the_seed_says_as_many_as_the_search() {
    let site = TestSite::seeded().await;
    let overview = site.get("/ordninger").await;
    for scheme in Scheme::all() {
        let page = site.get(&format!("/ordninger/{}", scheme.slug())).await;
        assert_eq!(page.status, StatusCode::OK, "{}", scheme.slug());
        let total = site.get(&format!("/virksomheder?ordning={}", scheme.slug())).await.total();
        assert_eq!(slugs(&page.body).len(), total, "{}", scheme.slug());
        let (_, entry) = overview.body.split_once(&format!("href=\"/ordninger/{}\"", scheme.slug())).unwrap();
        let entry = entry.split("</li>").next().unwrap();
        assert!(entry.contains(&app::text::companies(total)), "{}: {entry}", scheme.slug());
    }
    assert_eq!(site.get("/ordninger/tryl").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn numbers_of_a_company_are_answered_and_not_kept() {
    let site = TestSite::empty().await;
    for (query, words) in [
        ("aarsvaerk=60&nu=0", "plads til 11 flere"),
        ("aarsvaerk=59&nu=0", "plads til 10 flere"),
        ("aarsvaerk=4&nu=0", "ikke plads til flere lige nu"),
        ("aarsvaerk=ti&nu=0", "value=\"ti\""),
        ("aarsvaerk=%3Cscript%3Ealert(1)&nu=", "&lt;script&gt;alert(1)"),
    ] {
        let page = site.get(&format!("/hjaelp/rimelighed?{query}")).await;
        assert_eq!(page.status, StatusCode::OK, "{query}");
        assert!(page.body.contains(words) && page.body.contains("noindex"), "{query}");
    }
    assert_eq!(site.site.pages.pages(), 0);
}
