//! What waits for an editor: risky fields, and listings that are new.

use axum::http::StatusCode;
use content::Listing;
use content::listing::State;

use crate::edit::version;
use crate::editors::enrol;
use crate::members::{claim, kitchen};
use crate::test_site::{Answer, EDITOR, TestSite, listing_with};

const OWN: &str = "/min-side/koekkenet";
const IDENTITY: &str = "/min-side/koekkenet/hvem";

/// Saves another name and the year of founding.
async fn rename(site: &TestSite, cookie: &str, name: &str, founded: &str) -> Answer {
    let opened = version(&site.get_as(IDENTITY, cookie).await);
    let form = [("navn", name), ("startet", founded), ("udgave", &opened)];
    let saved = site.post(IDENTITY, &form, Some(cookie)).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    site.site.follower.catch_up().await.unwrap();
    saved
}

async fn stored(site: &TestSite, slug: &str) -> Listing {
    site.site.store.write().await.unwrap().listing(slug).await.unwrap().unwrap()
}

async fn answer(site: &TestSite, editor: &str, slug: &str, verdict: &str, words: &str) -> Answer {
    let room = site.get_as("/redaktion", editor).await;
    let form = [("slug", slug), ("udgave", &*version(&room)), ("svar", verdict), ("tekst", words)];
    let answer = site.post("/redaktion/svar", &form, Some(editor)).await;
    site.site.follower.catch_up().await.unwrap();
    answer
}

#[tokio::test]
async fn the_approved_version_stays_until_an_editor_has_looked() {
    let site = TestSite::with(vec![kitchen()]).await;
    let cookie = claim(&site, "anne@koekkenet.example.dk").await;
    rename(&site, &cookie, "Det nye køkken", "2012").await;
    rename(&site, &cookie, "Det nyeste køkken", "2012").await;
    let listing = stored(&site, "koekkenet").await;
    assert_eq!((listing.name.as_str(), listing.founded), ("koekkenet", Some(2012)), "the safe field is seen");
    let own = site.get_as(OWN, &cookie).await.body;
    assert!(own.contains("Det her venter på redaktionen") && own.contains("<ins>Det nyeste køkken</ins>"));
    assert!(site.get_as(IDENTITY, &cookie).await.body.contains("value=\"Det nyeste køkken\""));
    site.run_jobs().await;
    let told = site.mails.take();
    let [(to, _)] = told.as_slice() else { panic!("told once: {told:?}") };
    assert_eq!(to, EDITOR);

    let (editor, ..) = enrol(&site, EDITOR).await;
    let done = answer(&site, &editor, "koekkenet", "godkend", "").await;
    assert_eq!(done.header("location"), "/redaktion");
    assert!(site.get("/virksomheder/koekkenet").await.body.contains("Det nyeste køkken"));
    site.run_jobs().await;
    let told = site.mails.take();
    let [(to, mail)] = told.as_slice() else { panic!("{told:?}") };
    assert!(to == "anne@koekkenet.example.dk" && mail.subject.contains("er godkendt"));
    assert!(!site.get_as(OWN, &cookie).await.body.contains("venter på redaktionen"));
    let change = site.site.store.changes(1).await.unwrap().pop().unwrap();
    assert!(!change.author.editor, "the name comes from the enterprise");
}

#[tokio::test]
async fn an_answer_to_something_else_changes_nothing() {
    let site = TestSite::with(vec![kitchen()]).await;
    let cookie = claim(&site, "anne@koekkenet.example.dk").await;
    rename(&site, &cookie, "Et navn", "").await;
    let (editor, ..) = enrol(&site, EDITOR).await;
    let seen = version(&site.get_as("/redaktion", &editor).await);
    rename(&site, &cookie, "Et andet navn", "").await;
    let form = [("slug", "koekkenet"), ("udgave", &*seen), ("svar", "afvis"), ("tekst", "Ordene bliver")];
    let late = site.post("/redaktion/svar", &form, Some(&editor)).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(
        late.body.contains("Det er ændret, siden I så det") && late.body.contains("Ordene bliver</textarea>")
    );
    let wordless = answer(&site, &editor, "koekkenet", "afvis", " ").await;
    assert_eq!(wordless.status, StatusCode::UNPROCESSABLE_ENTITY);
    let by_member = site.post("/redaktion/svar", &form, Some(&cookie)).await;
    assert_eq!(by_member.status, StatusCode::NOT_FOUND);
    assert_eq!(stored(&site, "koekkenet").await.name, "koekkenet");
    answer(&site, &editor, "koekkenet", "afvis", "Det hedder I ikke.").await;
    assert!(!site.get_as(OWN, &cookie).await.body.contains("Et andet navn"));
    drop(site.mails.take());
    site.run_jobs().await;
    assert!(site.mails.take().iter().any(|(_, mail)| mail.text.contains("Det hedder I ikke.")));
    let twice = site.post("/redaktion/svar", &form, Some(&editor)).await;
    assert!(twice.body.contains("Det var allerede besvaret."));
}

#[tokio::test]
async fn a_question_is_answered_and_comes_back() {
    let site = TestSite::with(vec![kitchen()]).await;
    let cookie = claim(&site, "anne@koekkenet.example.dk").await;
    rename(&site, &cookie, "Et navn", "").await;
    let (editor, ..) = enrol(&site, EDITOR).await;
    answer(&site, &editor, "koekkenet", "spoerg", "Er det <registreret>?").await;
    assert!(site.get_as(OWN, &cookie).await.body.contains("Er det &lt;registreret&gt;?"));
    let send = "/min-side/koekkenet/send";
    let refused = site.post(send, &[("tekst", "Ja, 010190-1234")], Some(&cookie)).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("Ja, 010190-1234"));
    site.run_jobs().await;
    drop(site.mails.take());
    site.post(send, &[("tekst", "Ja, siden maj.")], Some(&cookie)).await;
    site.run_jobs().await;
    assert_eq!(site.mails.take().len(), 1, "the editor is told again");
    assert!(site.get_as("/redaktion", &editor).await.body.contains("Ja, siden maj."));
    let stranger = site.sign_in("anden@example.dk").await;
    assert_eq!(site.post(send, &[("tekst", "")], Some(&stranger)).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_an_editor_writes_waits_for_nobody() {
    let site = TestSite::with(vec![kitchen()]).await;
    let cookie = claim(&site, "anne@koekkenet.example.dk").await;
    rename(&site, &cookie, "Et navn", "").await;
    let (editor, ..) = enrol(&site, EDITOR).await;
    rename(&site, &editor, "Redaktionens navn", "").await;
    assert_eq!(stored(&site, "koekkenet").await.name, "Redaktionens navn");
    assert!(!site.get_as("/redaktion", &editor).await.body.contains("Et navn"), "what waited is overtaken");
    let unproven = site.sign_in("redaktion@example.dk").await;
    assert_eq!(site.get_as(IDENTITY, &unproven).await.status, StatusCode::NOT_FOUND);
}

fn create_form<'a>(name: &'a str, town: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("navn", name),
        ("adresse-0-by", town),
        ("linje", "Syr gardiner"),
        ("branche", "tekstil-vask-syning"),
    ]
}

#[tokio::test]
async fn a_new_listing_is_seen_once_it_is_approved() {
    let site = TestSite::with(vec![kitchen()]).await;
    assert_eq!(site.get("/opret").await.header("location"), "/log-ind?til=/opret");
    let cookie = site.sign_in("sy@example.dk").await;
    let empty = site.post("/opret", &[("navn", "Systuen"), ("cvr", "1")], Some(&cookie)).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.body.contains("value=\"Systuen\"") && empty.body.contains("CVR-nummer har 8 cifre"));
    for _ in 0..2 {
        let made = site.post("/opret", &create_form("Systuen", "Hobro"), Some(&cookie)).await;
        assert_eq!(made.header("location"), "/min-side/systuen", "{}", made.body);
    }
    assert_eq!(site.get("/virksomheder/systuen").await.status, StatusCode::NOT_FOUND);
    site.run_jobs().await;
    assert_eq!(site.mails.take().len(), 1, "made twice it is made once");
    let opened = version(&site.get_as("/min-side/systuen/hvem", &cookie).await);
    let form = [("navn", "Systuen i Hobro"), ("udgave", &opened)];
    site.post("/min-side/systuen/hvem", &form, Some(&cookie)).await;

    let (editor, ..) = enrol(&site, EDITOR).await;
    let room = site.get_as("/redaktion", &editor).await.body;
    assert!(room.contains("Ny virksomhed: ") && room.contains("Systuen i Hobro"));
    answer(&site, &editor, "systuen", "afvis", "Skriv lidt mere.").await;
    assert_eq!(stored(&site, "systuen").await.state, State::Draft);
    site.post("/min-side/systuen/send", &[("tekst", "Nu er der mere.")], Some(&cookie)).await;
    answer(&site, &editor, "systuen", "godkend", "").await;
    let page = site.get("/virksomheder/systuen").await;
    assert!(page.status == StatusCode::OK && page.body.contains("Bekræftet af virksomheden, november 2026"));
}

#[tokio::test]
async fn who_is_there_already_is_asked_about_first() {
    let there = listing_with("systuen", |listing| {
        listing.name = "Systuen".to_owned();
        let address = serde_json::json!({ "town": "Hobro" });
        listing.addresses = vec![serde_json::from_value(address).unwrap()];
    });
    let site = TestSite::with(vec![there]).await;
    let cookie = site.sign_in("sy@example.dk").await;
    let asked = site.post("/opret", &create_form("Systuen", "Hobro"), Some(&cookie)).await;
    assert_eq!(asked.status, StatusCode::CONFLICT);
    assert!(asked.body.contains("/virksomheder/systuen/er-det-jeres") && asked.body.contains("Syr gardiner"));
    let mut form = create_form("Systuen", "Hobro");
    form.push(("alligevel", "ja"));
    let made = site.post("/opret", &form, Some(&cookie)).await;
    assert_eq!(made.header("location"), "/min-side/systuen-2");
    site.run_jobs().await;
    drop(site.mails.take());
    let other = site.sign_in("anden@example.dk").await;
    assert_eq!(site.get_as("/min-side/systuen-2", &other).await.status, StatusCode::NOT_FOUND);
}
