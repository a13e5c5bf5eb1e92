//! The lists of the editors' room.

use axum::http::StatusCode;
use server::actions::count_gaps;

use crate::editors::enrol;
use crate::members::{claim, kitchen};
use crate::test_site::{EDITOR, FixedClock, TestSite, listing_with};
use server::clock::Clock;
use server::store::Verb;

#[tokio::test]
async fn editors_see_what_people_did_not_find_by_municipality_and_trade() {
    let site = TestSite::seeded().await;
    for _ in 0..3 {
        site.get("/virksomheder?q=glaspusteri").await;
    }
    site.get("/virksomheder?q=hatte&kommune=rebild").await;
    site.get("/virksomheder?q=kantinedrift&kommune=laesoe").await;
    count_gaps(&site.site).await.unwrap();
    let (cookie, ..) = enrol(&site, EDITOR).await;
    let page = site.get_as("/redaktion/mangler", &cookie).await;
    assert_eq!((page.status, page.header("cache-control")), (StatusCode::OK, "no-store"));
    let page = page.body;
    let at = |words: &str| page.find(&format!(">{words}</a>")).unwrap();
    assert!(at("glaspusteri") < at("hatte"), "the most wanted first");
    assert!(page.contains("Rebild Kommune") && page.contains("Intet bestemt sted"));
    let main = page.split_once("own-main").unwrap().1;
    assert!(
        main.contains("Kantine og catering") && main.contains("1 (1)") && main.contains("3 (0)"),
        "{main}"
    );
    let csv = site.get_as("/redaktion/mangler.csv", &cookie).await;
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    assert!(csv.body.contains("glaspusteri,,3,"), "{}", csv.body);
    assert!(
        csv.body.contains("kantinedrift,Læsø Kommune,1,0,2026-11-21,Læsø,Kantine og catering"),
        "{}",
        csv.body
    );
    let room = site.get_as("/redaktion", &cookie).await.body;
    assert!(!room.contains("glaspusteri") && !room.contains("link til at logge ind"));
}

#[tokio::test]
async fn editors_see_the_mails() {
    let site = TestSite::empty().await;
    let (cookie, ..) = enrol(&site, EDITOR).await;
    let page = site.get_as("/redaktion/mails", &cookie).await.body;
    assert!(page.contains(EDITOR) && page.contains("link til at logge ind") && page.contains("sendt"));
}

#[tokio::test]
async fn an_editor_takes_somebody_off_a_listing_and_the_log_tells() {
    let site = TestSite::with(vec![kitchen()]).await;
    let member = claim(&site, "anne@koekkenet.example.dk").await;
    let (editor, ..) = enrol(&site, EDITOR).await;
    let list = site.get_as("/redaktion/medlemmer", &editor).await.body;
    assert!(list.contains("anne@koekkenet.example.dk") && list.contains("redaktør"));
    assert!(list.contains("21. november 2026"), "{list}");
    let (_, rest) = list.split_once("name=\"konto\" value=\"").unwrap();
    let form = [("konto", rest.split('"').next().unwrap()), ("slug", "koekkenet")];

    let refused = site.post("/redaktion/medlemmer", &form, Some(&member)).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    assert_eq!(site.post("/redaktion/medlemmer", &form, None).await.header("location"), "/log-ind");
    assert_eq!(site.get_as("/min-side/koekkenet", &member).await.status, StatusCode::OK);
    for _ in 0..2 {
        let taken = site.post("/redaktion/medlemmer", &form, Some(&editor)).await;
        assert_eq!(taken.header("location"), "/redaktion/medlemmer");
    }
    assert_eq!(site.get_as("/min-side/koekkenet", &member).await.status, StatusCode::NOT_FOUND);
    assert!(!site.get_as("/redaktion/medlemmer", &editor).await.body.contains("name=\"konto\""));

    let deeds = site.site.store.deeds(0, 9).await.unwrap();
    let [deed] = deeds.as_slice() else { panic!("{deeds:?}") };
    assert_eq!(
        (deed.verb, deed.about.as_str()),
        (Some(Verb::RemoveMember), "koekkenet anne@koekkenet.example.dk")
    );
    let log = app::render::without_markers(site.get_as("/redaktion/log", &editor).await.body);
    assert!(
        log.contains("lod ikke længere <a href=\"/virksomheder/koekkenet\">koekkenet</a> holdes af anne@koekkenet.example.dk"),
        "{log}"
    );
    assert!(log.contains("21. november 2026 kl. 13.00"), "Danish time: {log}");
}

#[tokio::test]
async fn the_log_has_pages_and_speaks_danish() {
    let site = TestSite::with(vec![listing_with("a", |listing| listing.name = "Den Ene".to_owned())]).await;
    let (editor, ..) = enrol(&site, EDITOR).await;
    let write = site.site.store.write().await.unwrap();
    let verbs = [Verb::GrantClaim, Verb::RefuseClaim, Verb::TakeBack, Verb::CloseReport];
    for number in 0..51 {
        let about = format!("nr{number}");
        write.note_deed("en@example.dk", Verb::TakeBack, &about, FixedClock.now()).await.unwrap();
    }
    for verb in verbs {
        write.note_deed("en@example.dk", verb, "a", FixedClock.now()).await.unwrap();
    }
    write.commit().await.unwrap();
    let page = async |address: &str| app::render::without_markers(site.get_as(address, &editor).await.body);
    let first = page("/redaktion/log").await;
    for words in [
        "gav adgang til <a href=\"/virksomheder/a\">Den Ene</a>",
        "sagde nej til en, der ville have adgang til <a",
        "tog en ændring af <a href=\"/virksomheder/a\">Den Ene</a> tilbage",
        "ordnede en fejl, der var meldt om <a",
        "Side 1 af 2",
    ] {
        assert!(first.contains(words), "{words} {first}");
    }
    assert!(first.contains("nr50 ") && !first.contains("nr4 "), "the newest first");
    for address in ["/redaktion/log?side=2", "/redaktion/log?side=99"] {
        let second = page(address).await;
        assert!(second.contains("nr4 ") && second.contains("nr0 ") && !second.contains("nr50 "));
    }
    assert!(page("/redaktion/log?side=-1").await.contains("nr50 "));
}

#[tokio::test]
async fn editors_go_to_every_listing_by_name_whatever_its_state() {
    let draft = listing_with("kladden", |listing| {
        listing.name = "Æblehaven".to_owned();
        listing.state = content::listing::State::Draft;
    });
    let site = TestSite::with(vec![kitchen(), draft]).await;
    let (editor, ..) = enrol(&site, EDITOR).await;
    let all = site.get_as("/redaktion/sider", &editor).await.body;
    assert!(
        all.contains("/min-side/kladden\"")
            && all.contains("/min-side/koekkenet\"")
            && all.contains("kladde")
    );
    let found = site.get_as("/redaktion/sider?q=aeble", &editor).await.body;
    assert!(found.contains("Æblehaven") && !found.contains("/min-side/koekkenet\""));
    let none = site.get_as("/redaktion/sider?q=%3Cb%3E&side=7", &editor).await.body;
    assert!(none.contains("Ingen side hedder") && none.contains("value=\"&lt;b&gt;\""));
    assert_eq!(site.get_as("/min-side/kladden/hvem", &editor).await.status, StatusCode::OK);
    site.post("/min-side/kladden/send", &[("tekst", "")], Some(&editor)).await;
    assert!(site.get_as("/redaktion", &editor).await.body.contains("Ny virksomhed: "));
}
