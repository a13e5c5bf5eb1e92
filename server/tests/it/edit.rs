//! Editing a listing, and taking changes back.

use axum::http::StatusCode;
use content::Listing;
use content::taxonomy::Entry;

use crate::editors::enrol;
use crate::members::{claim, kitchen};
use crate::test_site::{Answer, EDITOR, TestSite};

const OWN: &str = "/min-side/koekkenet";
const SALES: &str = "/min-side/koekkenet/salg";

/// The version in the form of a page.
pub fn version(page: &Answer) -> String {
    let (_, rest) = page.body.split_once("name=\"udgave\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

/// Saves what the enterprise sells.
async fn save(site: &TestSite, cookie: &str, line: &str, text: &str, version: &str) -> Answer {
    let form = [("linje", line), ("beskrivelse", text), ("branche", "kantine-catering"), ("udgave", version)];
    let answer = site.post(SALES, &form, Some(cookie)).await;
    site.site.follower.catch_up().await.unwrap();
    answer
}

async fn stored(site: &TestSite) -> Listing {
    site.site.store.write().await.unwrap().listing("koekkenet").await.unwrap().unwrap()
}

#[tokio::test]
async fn what_is_saved_is_seen_and_markup_stays_text() {
    let site = TestSite::with(vec![kitchen()]).await;
    let cookie = claim(&site, "anne@koekkenet.example.dk").await;
    let form = site.get_as(SALES, &cookie).await;
    assert!(form.body.contains("Kantine og frokost</textarea>"));
    let text = "Vi laver **mad**.\r\n\r\n<script>alert(1)</script>";
    let saved = save(&site, &cookie, "Frokost <b>", text, &version(&form)).await;
    assert_eq!((saved.status, saved.header("location")), (StatusCode::SEE_OTHER, OWN));
    let page = site.get("/virksomheder/koekkenet").await.body;
    assert!(page.contains("Frokost &lt;b&gt;") && page.contains("<strong>mad</strong>"));
    assert!(!page.contains("<script>alert"));
    let again = save(&site, &cookie, "Frokost <b>", text, &version(&form)).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "the same form sent twice is no conflict");
    assert_eq!(site.site.store.changes(9).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_conflict_shows_both_and_loses_nothing() {
    let site = TestSite::with(vec![kitchen()]).await;
    let cookie = claim(&site, "anne@koekkenet.example.dk").await;
    let opened = version(&site.get_as(SALES, &cookie).await);
    save(&site, &cookie, "Den ene", "Det samme\r\nsted", &opened).await;
    let conflict = save(&site, &cookie, "Den anden", "Det samme\nsted", &opened).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    assert!(conflict.body.contains("<p>Den ene</p>") && conflict.body.contains("Den anden</textarea>"));
    assert_eq!(conflict.body.matches("Det, der står nu:").count(), 1, "only where they differ");
    assert_eq!(stored(&site).await.one_line, "Den ene");
    save(&site, &cookie, "Den anden", "", &version(&conflict)).await;
    assert_eq!(stored(&site).await.one_line, "Den anden");
}

#[tokio::test]
async fn two_sections_are_no_conflict() {
    let site = TestSite::with(vec![kitchen()]).await;
    let cookie = claim(&site, "anne@koekkenet.example.dk").await;
    let address = "/min-side/koekkenet/levering";
    let opened = version(&site.get_as(address, &cookie).await);
    save(&site, &cookie, "Ny linje", "", &version(&site.get_as(SALES, &cookie).await)).await;
    let form = [("km", "25"), ("kommune", "rebild"), ("kommune", "aalborg"), ("udgave", &opened)];
    let saved = site.post(address, &form, Some(&cookie)).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let listing = stored(&site).await;
    let delivery = listing.delivery.unwrap();
    assert_eq!((delivery.km, delivery.municipalities.len()), (Some(25), 2));
    assert_eq!(listing.one_line, "Ny linje");
}

#[tokio::test]
async fn what_is_wrong_is_kept_on_the_page() {
    let site = TestSite::with(vec![kitchen()]).await;
    let cookie = claim(&site, "anne@koekkenet.example.dk").await;
    let opened = version(&site.get_as(SALES, &cookie).await);
    for (line, text, words) in [
        ("", "Teksten bliver", "Hvad sælger I, på én linje: Det skal udfyldes."),
        (&*"a".repeat(141), "Teksten bliver", "højst 140 tegn"),
        ("Frokost", "Teksten bliver 010190-1234", "Det ligner et CPR-nummer"),
    ] {
        let refused = save(&site, &cookie, line, text, &opened).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains(words) && refused.body.contains("Teksten bliver"), "{words}");
    }
    assert_eq!(stored(&site).await.one_line, "Kantine og frokost");
}

#[tokio::test]
async fn every_section_is_saved_and_another_offer_needs_no_script() {
    let site = TestSite::with(vec![kitchen()]).await;
    let cookie = claim(&site, "anne@koekkenet.example.dk").await;
    let opened = version(&site.get_as(SALES, &cookie).await);
    let offers = [
        ("linje", "Mad"),
        ("branche", "kantine-catering"),
        ("tilbud-0-titel", "Frokost"),
        ("tilbud-0-art", "vare"),
        ("tilbud-0-ydelse", "kantinedrift"),
        ("udgave", &opened),
    ];
    let more = site.post(SALES, &[&offers[..], &[("mere", "tilbud")]].concat(), Some(&cookie)).await;
    assert_eq!(more.status, StatusCode::OK);
    assert!(more.body.contains("Tilbud 2") && more.body.contains("value=\"Frokost\""));
    assert!(stored(&site).await.offers.is_empty(), "nothing is saved yet");
    site.post(SALES, &offers, Some(&cookie)).await;

    let places = "/min-side/koekkenet/plads";
    let opened = version(&site.get_as(places, &cookie).await);
    let form = [
        ("opgave", "koekken"),
        ("ordning", "fleksjob"),
        ("ledige-fleksjob", "2"),
        ("hensyn", "ro-egen-plads"),
        ("ikke-hensyn", "koerestolsadgang"),
        ("timer-fra", "4"),
        ("timer-til", "20"),
        ("foerste-dag", "Vi tager imod i køkkenet."),
        ("udgave", &opened),
    ];
    let both = [&form[..], &[("ikke-hensyn", "ro-egen-plads")]].concat();
    let refused = site.post(places, &both, Some(&cookie)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("“Ro og egen arbejdsplads” står begge steder. Vælg det ene."));
    let saved = site.post(places, &form, Some(&cookie)).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let contact = "/min-side/koekkenet/kontakt";
    let opened = version(&site.get_as(contact, &cookie).await);
    let form = [
        ("hjemmeside", "https://www.koekkenet.example.dk/om"),
        ("mail", "Hej@post.example.dk"),
        ("adresse-0-by", "Støvring"),
        ("udgave", &opened),
    ];
    site.post(contact, &form, Some(&cookie)).await;
    site.site.follower.catch_up().await.unwrap();
    let listing = stored(&site).await;
    assert_eq!(listing.offers[0].services[0].slug(), "kantinedrift");
    assert_eq!(listing.municipality.unwrap().slug(), "rebild");
    let placement = listing.placement.unwrap();
    assert_eq!((placement.free[0].count, placement.hours_to), (2, Some(20)));
    assert_eq!(placement.ruled_out[0].slug(), "koerestolsadgang");
    let page = site.get("/virksomheder/koekkenet").await.body;
    assert!(page.contains("<td>2 ledige</td><td>21. november 2026</td>") && page.contains("Støvring"));
    assert!(page.contains("Det kan de ikke lige nu") && page.contains("Kørestolsadgang"));
    let own = site.get_as(contact, &cookie).await.body;
    assert!(own.contains("Fra virksomheden selv, 21. november 2026"), "where a field comes from");
    assert!(own.contains("Fra en offentlig kilde (example.dk)"));
}

#[tokio::test]
async fn only_those_who_keep_it_may_edit() {
    let site = TestSite::with(vec![kitchen()]).await;
    let stranger = site.sign_in("anden@example.dk").await;
    for address in [OWN, SALES] {
        assert_eq!(site.get(address).await.header("location"), format!("/log-ind?til={address}"));
        assert_eq!(site.get_as(address, &stranger).await.status, StatusCode::NOT_FOUND);
    }
    for line in ["Frokost", ""] {
        assert_eq!(save(&site, &stranger, line, "", "").await.status, StatusCode::NOT_FOUND);
        assert_eq!(site.post(SALES, &[("linje", line)], None).await.header("location"), "/log-ind");
    }
    let cookie = claim(&site, "anne@koekkenet.example.dk").await;
    assert_eq!(site.get_as("/min-side/koekkenet/andet", &cookie).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_listing_pauses_and_is_seen_beforehand() {
    let site = TestSite::with(vec![kitchen()]).await;
    let cookie = claim(&site, "anne@koekkenet.example.dk").await;
    for (pause, shown) in [("ja", true), ("nej", false)] {
        site.post("/min-side/koekkenet/pause", &[("pause", pause)], Some(&cookie)).await;
        site.site.follower.catch_up().await.unwrap();
        let paused = stored(&site).await.state == content::listing::State::Paused;
        assert_eq!(paused, shown);
    }
    for (reader, words) in [("koeber", "Sådan ser en køber jer"), ("kommune", "Sådan ser en kommune jer")]
    {
        let page = site.get_as(&format!("{OWN}/vis?som={reader}"), &cookie).await;
        assert!(page.body.contains(words) && page.body.contains("Kantine og frokost"));
    }
    let overview = site.get_as(OWN, &cookie).await.body;
    assert!(
        overview.contains("Det næste, der hjælper mest") && overview.contains("Skriv jeres første tilbud.")
    );
}

#[tokio::test]
async fn a_change_is_taken_back_without_losing_later_ones() {
    let site = TestSite::with(vec![kitchen()]).await;
    let cookie = claim(&site, "anne@koekkenet.example.dk").await;
    let opened = version(&site.get_as(SALES, &cookie).await);
    save(&site, &cookie, "Første", "Første tekst", &opened).await;
    let opened = version(&site.get_as(SALES, &cookie).await);
    save(&site, &cookie, "Første", "Anden tekst", &opened).await;
    site.post("/min-side/bekraeft", &[("slug", "koekkenet")], Some(&cookie)).await;

    let (editor, ..) = enrol(&site, EDITOR).await;
    let room = site.get_as("/redaktion", &editor).await.body;
    assert!(room.contains("<del>Kantine og frokost</del>") && room.contains("<ins>Anden tekst</ins>"));
    let first = site.site.store.changes(9).await.unwrap().pop().unwrap().id.to_string();
    let denied = site.post("/redaktion/tag-tilbage", &[("id", &first)], Some(&cookie)).await;
    assert_eq!(denied.status, StatusCode::NOT_FOUND);
    for _ in 0..2 {
        let done = site.post("/redaktion/tag-tilbage", &[("id", &first)], Some(&editor)).await;
        assert_eq!(done.header("location"), "/redaktion");
    }
    let listing = stored(&site).await;
    assert_eq!(
        (listing.one_line.as_str(), listing.description.as_str()),
        ("Kantine og frokost", "Anden tekst")
    );
    assert!(listing.confirmed.is_some());
    assert!(site.get_as("/redaktion", &editor).await.body.contains("Taget tilbage"));
}
