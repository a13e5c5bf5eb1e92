//! What a visitor wants to remember: a cookie, a link, tables.

use std::io::{Cursor, Read};

use axum::body::Body;
use axum::http::{Request, StatusCode};
use content::listing::{Closed, State};

use crate::test_site::{Answer, TestSite, listing, listing_with};

async fn site() -> TestSite {
    let closed = listing_with("lukket", |listing| {
        listing.state = State::Closed;
        listing.closed = Some(Closed { date: None, reason: "Den holdt op.".to_owned(), moved_to: None });
    });
    let draft = listing_with("kladde", |listing| listing.state = State::Draft);
    let moved = listing_with("gammel", |listing| {
        listing.state = State::Closed;
        let (reason, to) = ("Samme virksomhed.".to_owned(), Some("b".to_owned()));
        listing.closed = Some(Closed { date: None, reason, moved_to: to });
    });
    TestSite::with(vec![listing("a"), listing("b"), listing("c"), closed, draft, moved]).await
}

async fn post(site: &TestSite, form: &[(&str, &str)], cookie: Option<&str>) -> Answer {
    let answer = site.post("/liste", form, cookie).await;
    assert_eq!(answer.header("cache-control"), "no-store");
    answer
}

/// Slugs of a list in order.
fn listed(page: &Answer) -> Vec<&str> {
    let items = page.body.split("data-listed-slug=\"").skip(1);
    items.map(|item| item.split('"').next().unwrap()).collect()
}

#[tokio::test]
async fn the_first_one_sets_the_cookie_and_the_last_one_takes_it() {
    let site = site().await;
    let first = post(&site, &[("foej", "a"), ("retur", "/virksomheder?q=mad")], None).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    assert_eq!(first.header("location"), "/virksomheder?q=mad#lagt");
    assert_eq!(first.header("set-cookie"), "liste=a; Path=/; Max-Age=31536000; Secure; SameSite=Lax");
    let second = post(&site, &[("foej", "b"), ("retur", "/")], Some(&first.cookie())).await;
    assert_eq!(second.cookie(), "liste=a.b");
    let moved = post(&site, &[("op", "b"), ("retur", "/liste")], Some(&second.cookie())).await;
    assert_eq!((moved.cookie(), moved.header("location")), ("liste=b.a".to_owned(), "/liste"));
    let page = site.get_as("/liste", "x=1; liste=b.a; y=2").await;
    assert_eq!((page.status, page.header("cache-control")), (StatusCode::OK, "no-store"));
    assert_eq!(listed(&page), ["b", "a"]);
    let one = post(&site, &[("fjern", "b"), ("retur", "/")], Some("liste=b.a")).await;
    assert_eq!((one.cookie(), one.header("location")), ("liste=a".to_owned(), "/"));
    let none = post(&site, &[("fjern", "a")], Some("liste=a")).await;
    assert!(none.header("set-cookie").starts_with("liste=; Path=/; Max-Age=0;"));
}

#[tokio::test]
async fn twice_is_once_and_leads_to_the_list() {
    let site = site().await;
    let again = post(&site, &[("foej", "a"), ("retur", "/")], Some("liste=a")).await;
    assert_eq!((again.header("location"), again.header("set-cookie")), ("/liste", ""));
    // The page of one that was merged is the other's.
    let moved = post(&site, &[("foej", "gammel"), ("retur", "/")], Some("liste=a")).await;
    assert_eq!(moved.cookie(), "liste=a.b");
    assert_eq!(listed(&site.get_as("/liste", "liste=gammel.b").await), ["b"]);
    let paper = site.get("/virksomheder/gammel/dokumentation").await;
    assert_eq!(paper.header("location"), "/virksomheder/b/dokumentation");
}

#[tokio::test]
async fn there_is_room_for_fifty() {
    let slugs: Vec<String> = (0..51).map(|number| format!("a{number}")).collect();
    let site = TestSite::with(slugs.iter().map(|slug| listing(slug)).collect()).await;
    let cookie = format!("liste={}", slugs[..50].join("."));
    let full = post(&site, &[("foej", "a50"), ("retur", "/")], Some(&cookie)).await;
    assert_eq!((full.status, full.header("set-cookie")), (StatusCode::UNPROCESSABLE_ENTITY, ""));
    assert!(full.body.contains("Listen er fuld") && listed(&full).len() == 50);
    assert_eq!(
        listed(
            &site
                .get(&app::links::with_listings(
                    "/liste",
                    &slugs.iter().map(String::as_str).collect::<Vec<_>>()
                ))
                .await
        )
        .len(),
        50
    );
}

#[tokio::test]
async fn nonsense_is_left_out_and_what_is_unknown_counted() {
    let site = site().await;
    for cookie in ["liste=", "liste=....", "liste=<b>.%00.A", "liste=\"a\"", "liste", "anden=a"] {
        let page = site.get_as("/liste", cookie).await;
        assert!(page.status == StatusCode::OK && listed(&page).is_empty(), "{cookie}");
    }
    let page = site.get_as("/liste", "liste=a.nej.kladde.lukket").await;
    assert_eq!(listed(&page), ["a", "lukket"]);
    assert!(page.body.contains("2 virksomheder på listen findes ikke i kataloget."));
    assert!(page.body.contains("Findes ikke længere som socialøkonomisk virksomhed"));
    assert!(!page.body.contains("kladde"), "a draft is nowhere");
    for slug in ["nej", "kladde", "../x", "a\r\nSet-Cookie: x=1"] {
        assert_eq!(post(&site, &[("foej", slug)], None).await.header("set-cookie"), "", "{slug}");
    }
}

#[tokio::test]
async fn one_is_led_back_to_pages_of_the_site_only() {
    let site = site().await;
    for foreign in ["//ond.dk", "https://ond.dk/", "/\\ond.dk", "/a\r\nb", "javascript:x", ""] {
        let answer = post(&site, &[("foej", "a"), ("retur", foreign)], None).await;
        assert_eq!(answer.header("location"), "/liste", "{foreign}");
    }
    let base = site.site.base_url.clone();
    for (referer, to) in [
        (format!("{base}/virksomheder?side=2"), "/virksomheder?side=2#lagt"),
        (format!("{base}.ond.dk/"), "/liste"),
        ("https://ond.dk/virksomheder".to_owned(), "/liste"),
    ] {
        let request = Request::post("/liste")
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("referer", &referer);
        let answer = site.send(request.body(Body::from("foej=a")).unwrap()).await;
        assert_eq!(answer.header("location"), to, "{referer}");
    }
    let foreign = Request::post("/liste").header("content-type", "application/x-www-form-urlencoded");
    let foreign = site.send(foreign.body(Body::from("foej=a")).unwrap()).await;
    assert_eq!((foreign.status, foreign.header("set-cookie")), (StatusCode::FORBIDDEN, ""));
}

#[tokio::test]
async fn a_link_holds_the_list_for_anyone() {
    let site = site().await;
    let page = site.get("/liste?v=c&v=a&v=nej").await;
    assert_eq!(listed(&page), ["c", "a"]);
    assert_eq!((page.header("set-cookie"), page.header("cache-control")), ("", "no-store"));
    assert!(page.body.contains("En liste, I har fået") && page.body.contains("1 virksomhed på listen"));
    let mine = site.get_as("/liste?v=c", "liste=a.b").await;
    assert_eq!(listed(&mine), ["c"], "the link's, not mine");
    let form = [("foej", "c"), ("foej", "a"), ("retur", "/liste")];
    let taken = post(&site, &form, Some("liste=b.a")).await;
    assert_eq!((taken.cookie(), taken.header("location")), ("liste=b.a.c".to_owned(), "/liste"));
}

#[tokio::test]
async fn pages_are_the_same_whatever_is_on_the_list() {
    let site = site().await;
    for address in
        ["/", "/virksomheder", "/virksomheder/a", "/virksomheder/a/dokumentation", "/kommuner/aalborg"]
    {
        let before = site.site.pages.pages();
        let made = site.get_as(address, "liste=a.b").await;
        let kept = site.get(address).await;
        assert_eq!(site.site.pages.pages(), before + 1, "{address}");
        assert_eq!(made.bytes, kept.bytes);
        assert!(!made.headers.contains_key("set-cookie") && !kept.headers.contains_key("set-cookie"));
    }
    assert_eq!(site.get("/liste").await.header("set-cookie"), "");
}

#[tokio::test]
async fn a_table_holds_the_list_and_no_formulas() {
    let sly = listing_with("a", |listing| {
        listing.name = "=HYPERLINK(\"x\")".to_owned();
        listing.one_line = "Frokost, \"møder\"".to_owned();
        listing.phone = Some("+45 98 00 00 00".to_owned());
        listing.capacity = Some("-1 ord".to_owned());
        listing.smallest_order = Some("@to".to_owned());
    });
    let site = TestSite::with(vec![sly, listing("b")]).await;
    let csv = site.get("/liste.csv?v=b&v=a&v=nej").await;
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(csv.header("cache-control"), "no-store");
    assert!(csv.bytes.starts_with(b"\xef\xbb\xbf"));
    let mut table = csv::Reader::from_reader(&csv.bytes[3..]);
    let heads = table.headers().unwrap().clone();
    let rows: Vec<_> = table.records().map(Result::unwrap).collect();
    let of =
        |row: usize, name: &str| rows[row][heads.iter().position(|head| head == name).unwrap()].to_owned();
    assert_eq!((rows.len(), of(0, "Navn")), (2, "b".to_owned()));
    assert_eq!(of(1, "Navn"), "'=HYPERLINK(\"x\")");
    assert_eq!(
        [of(1, "Telefon"), of(1, "Kan klare"), of(1, "Mindste ordre")],
        ["'+45 98 00 00 00", "'-1 ord", "'@to"]
    );
    assert_eq!(of(1, "Én linje"), "Frokost, \"møder\"");
    assert_eq!(of(1, "Hentet"), "2026-11-21");
    assert!(
        of(1, "Side i kataloget").ends_with("/virksomheder/a")
            && of(1, "Kilde").starts_with("Samhandel Nord, http")
    );

    let xlsx = site.get("/liste.xlsx?v=b&v=a").await;
    assert!(xlsx.header("content-type").ends_with("spreadsheetml.sheet"));
    let mut book = zip::ZipArchive::new(Cursor::new(xlsx.bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        book.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let (sheet, texts) = (part("xl/worksheets/sheet1.xml"), part("xl/sharedStrings.xml"));
    assert!(!sheet.contains("<f>") && sheet.matches("<row ").count() == 3);
    for text in [
        "=HYPERLINK(\"x\")",
        "+45 98 00 00 00",
        "Mindst 30 % i målgruppen",
        "2026-11-21",
        "Samhandel Nord, http",
    ] {
        assert!(texts.contains(text), "{text} in {texts}");
    }
}
