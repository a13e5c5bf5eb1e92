//! Messages about a place: what is looked for goes along, and nobody is named.

use axum::http::StatusCode;

use super::{MADE, SENDER, TO_KITCHEN, TO_LISTED, canteen, confirm, is_sent, is_written, link, write};
use crate::members::kitchen;
use crate::test_site::TestSite;

/// What is looked for, as the form sends it.
const WANTED: [(&str, &str); 7] = [
    ("art", "placering"),
    ("opgave", "koekken"),
    ("opgave", "dyr"),
    ("hensyn", "ro-egen-plads"),
    ("ordning", "smaajob"),
    ("timer", "4"),
    ("kommune", "rebild"),
];

#[tokio::test]
async fn an_address_fills_the_form_for_one_and_for_several() {
    let site = TestSite::with(vec![kitchen(), canteen("a")]).await;
    let asked = "art=placering&opgave=koekken&hensyn=nedsat-tid&ordning=stu&timer=8&naer=Hobro";
    for address in [format!("{TO_KITCHEN}?{asked}"), format!("{TO_LISTED}?v=koekkenet&v=a&{asked}")] {
        let page = site.get(&address).await.body;
        for filled in [
            "value=\"placering\" checked",
            "value=\"koekken\" checked",
            "value=\"nedsat-tid\" checked",
            "value=\"stu\" checked",
            "name=\"timer\"",
            "value=\"8\"",
            "<details open data-wanted",
            "Skriv ikke navn, CPR-nummer eller diagnose.",
        ] {
            assert!(page.contains(filled), "{filled} {page}");
        }
        assert!(!page.contains("Hobro") && !page.contains("name=\"navn\""), "no place and nobody's name");
    }
    let other = site.get(&format!("{TO_KITCHEN}?opgave=koekken")).await.body;
    assert!(other.contains("Leder I efter en plads?") && !other.contains("value=\"koekken\" checked"));
}

#[tokio::test]
async fn what_is_looked_for_reaches_the_enterprise_and_the_sender() {
    let site = TestSite::with(vec![canteen("a"), canteen("b")]).await;
    let form = [&WANTED[..], &[("fra", "2027-01-04"), ("v", "a"), ("v", "b")]].concat();
    is_written(&write(&site, TO_LISTED, &form, None).await);
    let key = link(&site).await;
    let shown = [
        "Køkken · Dyr",
        "Ro og egen arbejdsplads",
        "Småjob med lønnede timer",
        "4. januar 2027",
        "Rebild Kommune",
    ];
    let page = site.get(&format!("/henvendelse/bekraeft?noegle={key}")).await.body;
    let sent = confirm(&site, &key, &[]).await;
    is_sent(&sent);
    site.run_jobs().await;
    let mails = site.mails.take();
    assert_eq!(mails.len(), 3);
    let status = site.get(sent.header("location")).await.body;
    for words in shown {
        assert!(page.contains(words) && status.contains(words), "{words} {page} {status}");
        for (_, mail) in &mails {
            assert!(mail.text.contains(words) && mail.html.contains(words), "{words} {mail:#?}");
        }
    }
    let cookie = site.sign_in(SENDER).await;
    let own = site.get_as("/min-side/mine-data.json", &cookie).await.body;
    assert!(shown.iter().all(|words| own.contains(words)), "{own}");
}

#[tokio::test]
async fn a_refused_form_keeps_all_that_was_looked_for() {
    let site = TestSite::with(vec![kitchen()]).await;
    for (field, typed, words) in [
        ("timer", "40", "Skriv et helt tal fra 1 til 37"),
        ("fra", "2026-11-19", "Vælg i dag eller en dag, der kommer."),
        ("hvad", "om 010190-1234", "Det ligner et CPR-nummer"),
        ("hvad", "Han har angst", "Det ser ud til, at I skriver om helbred."),
        ("maengde", "angst", "Det ser ud til, at I skriver om helbred."),
        ("art", "tilbud", "I har udfyldt felterne om en plads."),
    ] {
        let right = WANTED.into_iter().filter(|(name, _)| *name != field);
        let form: Vec<_> = right.chain([(field, typed)]).collect();
        let refused = write(&site, TO_KITCHEN, &form, None).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        assert!(refused.body.contains(words), "{words} {}", refused.body);
        for kept in ["koekken", "dyr", "ro-egen-plads", "smaajob"] {
            assert!(refused.body.contains(&format!("value=\"{kept}\" checked")), "{field} {kept}");
        }
        assert!(refused.body.contains("value=\"rebild\" selected"), "{}", refused.body);
    }
    site.run_jobs().await;
    assert!(site.mails.take().is_empty());
    let cpr = [("art", "placering"), ("fra", "010190-1234"), ("kommune", "010190-1234"), ("dannet", MADE)];
    let refused = write(&site, TO_KITCHEN, &cpr, None).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && !refused.body.contains("010190-1234"));
}

#[tokio::test]
async fn the_same_words_about_another_place_are_another_message() {
    let site = TestSite::with(vec![kitchen()]).await;
    for timer in ["4", "4", "8"] {
        is_written(&write(&site, TO_KITCHEN, &[("art", "placering"), ("timer", timer)], None).await);
    }
    site.run_jobs().await;
    assert_eq!(site.mails.take().len(), 2);
}
