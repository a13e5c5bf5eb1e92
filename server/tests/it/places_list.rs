//! The list in its placement form: one's own or one that came by a link, beside a need that stands in the
//! address alone.

use axum::http::StatusCode;
use content::listing::{Closed, Placement, State};
use content::taxonomy::Ref;

use crate::test_site::{Answer, TestSite, listing, listing_with};

const NEED: &str =
    "opgave=koekken&hensyn=ro-egen-plads&ordning=fleksjob&timer=4&naer=Aalborg&km=25&udenbil=1";

async fn site() -> TestSite {
    let kitchen = listing_with("a", |listing| {
        listing.placement = Some(Placement {
            tasks: vec![Ref::parse("koekken").unwrap()],
            received_by: Some("Køkkenchefen".to_owned()),
            ..Placement::default()
        });
    });
    let closed = listing_with("lukket", |listing| {
        listing.state = State::Closed;
        listing.closed = Some(Closed { date: None, reason: "Den holdt op.".to_owned(), moved_to: None });
    });
    let moved = listing_with("gammel", |listing| {
        listing.state = State::Closed;
        let (reason, to) = ("Samme virksomhed.".to_owned(), Some("b".to_owned()));
        listing.closed = Some(Closed { date: None, reason, moved_to: to });
    });
    let draft = listing_with("kladde", |listing| listing.state = State::Draft);
    TestSite::with(vec![kitchen, listing("b"), listing("c"), closed, moved, draft]).await
}

/// Slugs of the places in order.
fn places(page: &Answer) -> Vec<&str> {
    let items = page.body.split("data-listed-slug=\"").skip(1);
    items.map(|item| item.split('"').next().unwrap()).collect()
}

fn assert_private(page: &Answer) {
    assert_eq!((page.status, page.header("cache-control")), (StatusCode::OK, "no-store"));
    assert_eq!((page.header("set-cookie"), page.header("etag")), ("", ""));
    assert_eq!(page.header("referrer-policy"), "same-origin");
    assert!(page.body.contains("<meta name=\"robots\" content=\"noindex, follow\">"));
}

#[tokio::test]
async fn without_slugs_it_is_the_visitors_own() {
    let site = site().await;
    for address in ["/liste/pladser", "/liste/pladser/borger"] {
        let none = site.get(address).await;
        assert_private(&none);
        assert!(places(&none).is_empty(), "{address}");
        let own = site.get_as(&format!("{address}?{NEED}"), "x=1; liste=b.a; y=2").await;
        assert_private(&own);
        assert_eq!(places(&own), ["b", "a"], "{address}");
        assert_eq!(places(&site.get(address).await).len(), 0, "it is not kept for the next");
    }
}

#[tokio::test]
async fn a_link_holds_the_list_and_the_need_for_anyone() {
    let site = site().await;
    let page =
        site.get_as(&format!("/liste/pladser?v=c&v=gammel&v=a&v=nej&v=kladde&{NEED}"), "liste=a").await;
    assert_private(&page);
    assert_eq!(places(&page), ["c", "b", "a"], "the link's, not one's own; who was merged is the other");
    assert!(page.body.contains("2 virksomheder på listen findes ikke i kataloget."));
    assert!(!page.body.contains("kladde"), "a draft is nowhere");
    let sheet = site.get(&format!("/liste/pladser/borger?v=a&v=lukket&v=nej&{NEED}")).await;
    assert_private(&sheet);
    assert_eq!(places(&sheet), ["a"], "the closed stand on no paper");
    assert!(sheet.body.contains("Køkkenchefen"));
    let unknown = site.get("/liste/pladser?v=nej").await;
    assert_private(&unknown);
    assert!(unknown.body.contains("1 virksomhed på listen findes ikke") && places(&unknown).is_empty());
}

#[tokio::test]
async fn the_order_is_changed_and_leads_back_beside_the_same_need() {
    let site = site().await;
    let page = site.get_as(&format!("/liste/pladser?{NEED}"), "liste=a.b.c").await;
    let retur = page.body.split("name=\"retur\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let retur = retur.replace("&amp;", "&");
    for part in NEED.split('&') {
        assert!(retur.contains(part), "{part} in {retur}");
    }
    for (form, cookie) in [
        // Dragging says the same step several times.
        (vec![("op", "c"), ("op", "c")], "liste=c.a.b"),
        (vec![("ned", "a")], "liste=b.a.c"),
        (vec![("fjern", "b")], "liste=a.c"),
    ] {
        let form: Vec<_> = form.into_iter().chain([("retur", retur.as_str())]).collect();
        let answer = site.post("/liste", &form, Some("liste=a.b.c")).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!((answer.header("location"), answer.cookie()), (retur.as_str(), cookie.to_owned()));
    }
    let taken = [("foej", "b"), ("foej", "a"), ("retur", retur.as_str())];
    let taken = site.post("/liste", &taken, None).await;
    assert_eq!(taken.header("location"), format!("{retur}#lagt"));
    assert_eq!(taken.cookie(), "liste=b.a");
}

#[tokio::test]
async fn a_number_of_a_person_is_in_no_answer_and_nonsense_is_no_error() {
    let site = site().await;
    for address in ["/liste/pladser", "/liste/pladser/borger"] {
        let page = site.get(&format!("{address}?v=a&naer=Aalborg+010190-1234&timer=4")).await;
        assert_private(&page);
        assert!(!page.body.contains("010190") && !page.body.contains("1234"), "{address}");
        let odd =
            "v=a&v=..%2Fx&timer=900&km=7&hensyn=tryl&opgave=%00&naer=%3Cscript%3E&side=9&q=Navn&udenbil=ja";
        let odd = site.get(&format!("{address}?{odd}")).await;
        assert_private(&odd);
        assert_eq!(places(&odd), ["a"], "{address}");
        assert!(!odd.body.contains("<script>") && !odd.body.contains("Navn&"), "{address}");
        assert!(!odd.body.contains("side=9"), "{address}");
    }
}
