//! Listings that stand twice: found, kept apart, merged.

use axum::http::StatusCode;
use content::Listing;
use content::listing::State;
use sea_orm::{ConnectionTrait, Database};
use server::store::{ClaimState, Verb};

use crate::editors::enrol;
use crate::members::{claim, kitchen};
use crate::test_site::{Answer, EDITOR, TestDatabase, TestSite, listing, listing_with};

const MERGE: &str = "/redaktion/dubletter/koekkenet/koekken-aps";

fn twin() -> Listing {
    listing_with("koekken-aps", |listing| {
        "Koekkenet ApS".clone_into(&mut listing.name);
        "Frokost til møder".clone_into(&mut listing.one_line);
        listing.phone = Some("12345678".to_owned());
        listing.website = Some("https://twin.example.dk".to_owned().try_into().unwrap());
    })
}

fn child() -> Listing {
    listing_with("barn", |listing| listing.parent_slug = Some("koekken-aps".to_owned()))
}

async fn stored(site: &TestSite, slug: &str) -> Listing {
    site.site.store.write().await.unwrap().listing(slug).await.unwrap().unwrap()
}

fn version(page: &Answer) -> String {
    let (_, rest) =
        page.body.split_once("name=\"udgave\" value=\"").unwrap_or_else(|| panic!("{}", page.body));
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn pairs_are_shown_until_they_are_kept_apart() {
    let closed = listing_with("lukket", |listing| {
        listing.name = "Køkkenet".to_owned();
        listing.state = State::Closed;
        listing.closed =
            Some(content::listing::Closed { date: None, reason: "Den holdt op.".to_owned(), moved_to: None });
    });
    let draft = listing_with("kladde", |listing| {
        listing.name = "Køkkenet I/S".to_owned();
        listing.state = State::Draft;
    });
    let site = TestSite::with(vec![kitchen(), twin(), closed, draft, listing("anden")]).await;
    let (editor, ..) = enrol(&site, EDITOR).await;
    let page = site.get_as("/redaktion/dubletter", &editor).await.body;
    for pair in ["kladde/koekken-aps", "kladde/koekkenet", "koekken-aps/koekkenet"] {
        assert!(page.contains(&format!("href=\"/redaktion/dubletter/{pair}\"")), "{pair} {page}");
    }
    assert_eq!(page.matches("Læg sammen").count(), 3, "neither closed nor unlike");

    for form in
        [[("en", "koekkenet"), ("anden", "koekken-aps")], [("en", "koekken-aps"), ("anden", "koekkenet")]]
    {
        let apart = site.post("/redaktion/dubletter", &form, Some(&editor)).await;
        assert_eq!(apart.header("location"), "/redaktion/dubletter");
    }
    let page = site.get_as("/redaktion/dubletter", &editor).await.body;
    assert_eq!(page.matches("Læg sammen").count(), 2);
    let deeds = site.site.store.deeds(0, 9).await.unwrap();
    assert_eq!(deeds.len(), 1, "said twice, noted once");
    assert_eq!((deeds[0].verb, deeds[0].about.as_str()), (Some(Verb::KeepApart), "koekkenet koekken-aps"));
    let log = site.get_as("/redaktion/log", &editor).await.body;
    assert!(log.contains("er to forskellige"));
    for form in [[("en", "koekkenet"), ("anden", "nej")], [("en", "koekkenet"), ("anden", "koekkenet")]] {
        let unknown = site.post("/redaktion/dubletter", &form, Some(&editor)).await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn merging_moves_what_belongs_to_the_other_and_its_address_leads_on() {
    let site = TestSite::with(vec![kitchen(), twin(), child()]).await;
    // Somebody keeps the other, somebody else waits to.
    let form = [("navn", "Bo"), ("rolle", "leder"), ("email", "bo@twin.example.dk")];
    let cookie = claim_other(&site, &form).await;
    let form = [("navn", "Eva"), ("rolle", "leder"), ("email", "eva@example.dk")];
    claim_other(&site, &form).await;
    assert_eq!(site.get_as("/min-side/koekken-aps", &cookie).await.status, StatusCode::OK);
    site.run_jobs().await;
    let _ = site.mails.take();
    let (editor, ..) = enrol(&site, EDITOR).await;

    let page = site.get_as(MERGE, &editor).await;
    assert_eq!((page.status, page.header("cache-control")), (StatusCode::OK, "no-store"));
    assert!(page.body.contains("name=\"felt-phone\" value=\"den-anden\" checked"), "{}", page.body);
    assert!(page.body.contains("name=\"felt-email\" value=\"den-ene\" checked"));
    assert!(page.body.contains("name=\"felt-one_line\" value=\"den-ene\" checked"));
    assert!(!page.body.contains("felt-trades"), "what is the same is no choice");
    let opened = version(&page);
    let form = [("udgave", opened.as_str()), ("felt-one_line", "den-anden"), ("felt-name", "den-ene")];
    let done = site.post(MERGE, &form, Some(&editor)).await;
    assert_eq!(done.header("location"), "/redaktion/dubletter", "{}", done.body);
    site.site.follower.catch_up().await.unwrap();

    let (kept, gone) = (stored(&site, "koekkenet").await, stored(&site, "koekken-aps").await);
    assert_eq!((kept.name.as_str(), kept.one_line.as_str()), ("koekkenet", "Frokost til møder"));
    assert_eq!(kept.phone.as_deref(), Some("12345678"));
    assert_eq!(kept.email, kitchen().email);
    assert!(gone.is_closed() && gone.problems().is_empty());
    assert_eq!(gone.closed.as_ref().unwrap().reason, "Siden er lagt sammen med koekkenet.");
    assert_eq!(gone.moved_to(), Some("koekkenet"));
    assert_eq!(stored(&site, "barn").await.parent_slug.as_deref(), Some("koekkenet"));

    let old = site.get("/virksomheder/koekken-aps").await;
    assert_eq!(
        (old.status, old.header("location")),
        (StatusCode::PERMANENT_REDIRECT, "/virksomheder/koekkenet")
    );
    let found = site.get("/virksomheder?q=koekkenet").await;
    assert!(found.slugs().contains(&"koekkenet") && !found.slugs().contains(&"koekken-aps"));
    assert!(!site.get("/sitemap.xml").await.body.contains("koekken-aps"));
    assert_eq!(site.get_as("/min-side/koekken-aps", &cookie).await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get_as("/min-side/koekkenet", &cookie).await.status, StatusCode::OK);
    let waiting = site.site.store.claims(ClaimState::Waiting, None).await.unwrap();
    assert_eq!(waiting.iter().map(|claim| claim.slug.as_str()).collect::<Vec<_>>(), ["koekkenet"]);
    let deeds = site.site.store.deeds(0, 9).await.unwrap();
    assert_eq!((deeds[0].verb, deeds[0].about.as_str()), (Some(Verb::Merge), "koekken-aps koekkenet"));
    let log = app::render::without_markers(site.get_as("/redaktion/log", &editor).await.body);
    assert!(
        log.contains("lagde <a href=\"/virksomheder/koekken-aps\">Koekkenet ApS</a> sammen med"),
        "{log}"
    );
    assert_eq!(site.site.store.changes(9).await.unwrap().len(), 3);

    assert_eq!(site.get_as(MERGE, &editor).await.status, StatusCode::NOT_FOUND, "one of them is closed");
    assert_eq!(site.post(MERGE, &form, Some(&editor)).await.status, StatusCode::NOT_FOUND);
}

/// Claims the other listing as [`claim`] claims the kitchen.
async fn claim_other(site: &TestSite, form: &[(&str, &str)]) -> String {
    site.post("/virksomheder/koekken-aps/er-det-jeres", form, None).await;
    site.run_jobs().await;
    let mails = site.mails.take();
    let (_, mail) = mails.iter().find(|(to, _)| to == form[2].1).unwrap();
    let (_, key) = mail.text.split_once("/log-ind/bekraeft-adgang?noegle=").unwrap();
    let key = key.lines().next().unwrap();
    site.post("/log-ind/bekraeft-adgang", &[("noegle", key)], None).await.cookie()
}

#[tokio::test]
async fn a_replica_that_starts_later_leads_on_too_and_a_chain_is_one_step() {
    let database = TestDatabase::new().await;
    let site = TestSite::on(&database).await;
    site.save(vec![kitchen(), twin(), listing("tredje")]).await;
    let (editor, ..) = enrol(&site, EDITOR).await;
    for address in [MERGE, "/redaktion/dubletter/tredje/koekkenet"] {
        let opened = version(&site.get_as(address, &editor).await);
        let done = site.post(address, &[("udgave", &opened)], Some(&editor)).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    }
    let replica = TestSite::on(&database).await;
    for slug in ["koekkenet", "koekken-aps"] {
        let old = replica.get(&format!("/virksomheder/{slug}")).await;
        assert_eq!(old.header("location"), "/virksomheder/tredje", "{slug}");
    }
    assert_eq!(replica.get("/virksomheder/tredje").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_change_meanwhile_shows_the_page_again_and_keeps_the_choices() {
    let site = TestSite::with(vec![kitchen(), twin()]).await;
    let (editor, ..) = enrol(&site, EDITOR).await;
    let opened = version(&site.get_as(MERGE, &editor).await);
    site.save(vec![Listing { one_line: "Ny linje".to_owned(), ..twin() }]).await;
    let form = [("udgave", opened.as_str()), ("felt-one_line", "den-anden"), ("felt-phone", "den-ene")];
    let conflict = site.post(MERGE, &form, Some(&editor)).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    assert!(conflict.body.contains("rettet, mens I så på dem") && conflict.body.contains("Ny linje"));
    assert!(conflict.body.contains("name=\"felt-one_line\" value=\"den-anden\" checked"));
    assert!(conflict.body.contains("name=\"felt-phone\" value=\"den-ene\" checked"));
    assert!(!stored(&site, "koekken-aps").await.is_closed());
    let again = [("udgave", &*version(&conflict)), form[1], form[2]];
    assert_eq!(site.post(MERGE, &again, Some(&editor)).await.status, StatusCode::SEE_OTHER);
    let kept = stored(&site, "koekkenet").await;
    assert_eq!((kept.one_line.as_str(), kept.phone), ("Ny linje", None));
}

#[tokio::test]
async fn values_that_do_not_go_together_change_nothing() {
    let other = listing_with("koekken-aps", |listing| {
        let json = serde_json::json!([{ "title": "Rene ruder", "kind": "service", "services": ["vinduespolering"] }]);
        listing.offers = serde_json::from_value(json).unwrap();
        listing.trades = listing.offers[0].services.iter().map(|service| service.trade).collect();
    });
    let site = TestSite::with(vec![kitchen(), other]).await;
    let before = (stored(&site, "koekkenet").await, stored(&site, "koekken-aps").await);
    let (editor, ..) = enrol(&site, EDITOR).await;
    let opened = version(&site.get_as(MERGE, &editor).await);
    let unsound = site.post(MERGE, &[("udgave", &opened)], Some(&editor)).await;
    assert_eq!(unsound.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unsound.body.contains("passer ikke sammen: se på Varer og ydelser."), "{}", unsound.body);
    assert_eq!((stored(&site, "koekkenet").await, stored(&site, "koekken-aps").await), before);
    assert!(site.site.store.deeds(0, 9).await.unwrap().is_empty());
}

#[tokio::test]
async fn both_stay_as_they_are_when_anything_fails() {
    let database = TestDatabase::new().await;
    let site = TestSite::on(&database).await;
    site.save(vec![kitchen(), twin()]).await;
    let member = claim(&site, "anne@koekkenet.example.dk").await;
    let before = (stored(&site, "koekkenet").await, stored(&site, "koekken-aps").await);
    let (editor, ..) = enrol(&site, EDITOR).await;
    let address = "/redaktion/dubletter/koekken-aps/koekkenet";
    let opened = version(&site.get_as(address, &editor).await);
    let admin = Database::connect(&database.url).await.unwrap();
    admin.execute_unprepared("ALTER TABLE deed RENAME TO away").await.unwrap();
    let failed = site.post(address, &[("udgave", &opened)], Some(&editor)).await;
    assert_eq!(failed.status, StatusCode::SERVICE_UNAVAILABLE);
    admin.execute_unprepared("ALTER TABLE away RENAME TO deed").await.unwrap();
    admin.close().await.unwrap();
    assert_eq!((stored(&site, "koekkenet").await, stored(&site, "koekken-aps").await), before);
    assert_eq!(site.get_as("/min-side/koekkenet", &member).await.status, StatusCode::OK);
    assert!(site.site.store.changes(9).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_draft_that_a_public_page_is_merged_into_becomes_public() {
    let draft = Listing { state: State::Draft, ..kitchen() };
    let site = TestSite::with(vec![draft, twin()]).await;
    let (editor, ..) = enrol(&site, EDITOR).await;
    let opened = version(&site.get_as(MERGE, &editor).await);
    site.post(MERGE, &[("udgave", &opened)], Some(&editor)).await;
    site.site.follower.catch_up().await.unwrap();
    assert_eq!(site.get("/virksomheder/koekken-aps").await.header("location"), "/virksomheder/koekkenet");
    assert_eq!(site.get("/virksomheder/koekkenet").await.status, StatusCode::OK);
}
