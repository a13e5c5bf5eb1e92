//! Reporting an error, and mending it.

use axum::http::StatusCode;

use crate::editors::enrol;
use crate::members::{claim, kitchen};
use crate::test_site::{EDITOR, TestSite};

const REPORT: &str = "/virksomheder/koekkenet/meld-fejl";

#[tokio::test]
async fn members_and_editors_are_told_once_and_see_it_until_it_is_mended() {
    let site = TestSite::with(vec![kitchen()]).await;
    let member = claim(&site, "anne@koekkenet.example.dk").await;
    for text in ["Telefonen er <b>ny</b>", "Og mailen"] {
        let sent = site.post(REPORT, &[("grund", "kontakt"), ("tekst", text)], None).await;
        assert_eq!(sent.header("location"), "/virksomheder/koekkenet/meld-fejl/tak");
    }
    assert_eq!(site.get("/virksomheder/koekkenet/meld-fejl/tak").await.status, StatusCode::OK);
    site.run_jobs().await;
    let mails = site.mails.take();
    let receivers: Vec<&str> = mails.iter().map(|(to, _)| to.as_str()).collect();
    assert_eq!(receivers, ["anne@koekkenet.example.dk", EDITOR]);
    assert!(mails.iter().all(|(_, mail)| !mail.text.contains("Telefonen er")), "the words stay on the page");
    assert!(mails[0].1.text.contains("/min-side") && mails[1].1.text.contains("/redaktion"));

    let mine = site.get_as("/min-side", &member).await.body;
    assert!(mine.contains("Telefonen er &lt;b&gt;ny") && mine.contains("Og mailen"));
    let (editor, ..) = enrol(&site, EDITOR).await;
    let room = site.get_as("/redaktion", &editor).await.body;
    assert!(room.contains("Telefonen er &lt;b&gt;ny"));
    let (_, form) = room.split_once("action=\"/redaktion/fejl\"").unwrap();
    let id = form.split_once("value=\"").unwrap().1.split('"').next().unwrap();
    let refused = site.post("/redaktion/fejl", &[("id", id)], Some(&member)).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    site.post("/redaktion/fejl", &[("id", id)], Some(&editor)).await;
    let room = site.get_as("/redaktion", &editor).await.body;
    assert!(!room.contains("Telefonen er") && room.contains("Og mailen"));
}

#[tokio::test]
async fn what_must_not_be_sent_is_kept_on_the_page_only() {
    let site = TestSite::with(vec![kitchen()]).await;
    for (reason, text, words) in [
        ("", "", "Vælg, hvad der er galt"),
        ("nonsense", "", "Vælg, hvad der er galt"),
        ("andet", " ", "Skriv, hvad der er galt"),
        ("lukket", "spørg 010190-1234", "Det ligner et CPR-nummer"),
    ] {
        let refused = site.post(REPORT, &[("grund", reason), ("tekst", text)], None).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{reason}");
        assert!(refused.body.contains(words) && refused.body.contains(text.trim()), "{reason}");
    }
    let long = "a".repeat(1001);
    let refused = site.post(REPORT, &[("grund", "lukket"), ("tekst", &long)], None).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains(&long));
    assert!(site.site.store.reports(None).await.unwrap().is_empty());
    assert_eq!(site.get("/virksomheder/findes-ikke/meld-fejl").await.status, StatusCode::NOT_FOUND);
    assert!(site.get("/virksomheder/koekkenet").await.body.contains(REPORT));
}
