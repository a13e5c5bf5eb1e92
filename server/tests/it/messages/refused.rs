//! What is not sent, and that nothing typed is lost.

use app::model::{MessageForm, MessageWords, ValidMessage};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use server::actions::{Written, write_message};
use server::clock::Clock;

use super::{MADE, SENDER, TO_KITCHEN, TO_LISTED, canteen, confirm, due, is_sent, is_written, link, write};
use crate::members::kitchen;
use crate::test_site::{Answer, FixedClock, TestSite, listing_with};

/// Refused, with what was typed.
fn kept(answer: &Answer, status: StatusCode, words: &str) {
    assert_eq!(answer.status, status, "{words}: {}", answer.body);
    assert!(answer.body.contains(words), "{words}: {}", answer.body);
    for typed in [
        "Frokost til\r\nfyrre</textarea>",
        "40 kuverter",
        "Hobro",
        "I december",
        "Firma A/S",
        "value=\"tilbud\" checked",
    ] {
        assert!(answer.body.contains(typed) || words == typed, "{typed} is lost: {}", answer.body);
    }
}

async fn nothing_is_stored(site: &TestSite) {
    assert_eq!(site.site.store.unconfirmed_message(1).await.unwrap(), None);
    site.run_jobs().await;
    assert!(site.mails.take().is_empty());
}

#[tokio::test]
async fn each_field_says_what_is_wrong_with_it() {
    let site = TestSite::with(vec![kitchen()]).await;
    let long = "ø".repeat(201);
    for (field, typed, words) in [
        ("art", "", "Vælg, hvad det handler om."),
        ("art", "nonsense", "Vælg, hvad det handler om."),
        ("hvad", " ", "Skriv, hvad I har brug for."),
        ("hvad", &"ø".repeat(2_001), "højst 2.000 tegn"),
        ("maengde", &long, "højst 200 tegn"),
        ("sted", &long, "højst 200 tegn"),
        ("hvornaar", &long, "højst 200 tegn"),
        ("firma", "", "Skriv, hvem I er."),
        ("firma", &"ø".repeat(101), "højst 100 tegn"),
        ("email", "", "Skriv jeres mailadresse."),
        ("email", "indkoeb", "Skriv en hel mailadresse"),
    ] {
        let refused = write(&site, TO_KITCHEN, &[(field, typed)], None).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        assert!(refused.body.matches(words).count() >= 2, "{field} {words}: {}", refused.body);
        assert!(field == "art" || refused.body.contains(typed.trim()), "{field}");
        assert!(refused.body.contains("error-summary"), "{field}");
        let elsewhere = if field == "sted" { "40 kuverter" } else { "Hobro" };
        assert!(refused.body.contains(elsewhere), "{field}");
    }
    nothing_is_stored(&site).await;
}

#[tokio::test]
async fn no_field_takes_a_cpr_number_and_no_line_another_line() {
    let site = TestSite::with(vec![kitchen()]).await;
    for field in ["hvad", "maengde", "sted", "hvornaar", "firma"] {
        let refused = write(&site, TO_KITCHEN, &[(field, "om 010190-1234")], None).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        assert!(refused.body.contains("Det ligner et CPR-nummer"), "{field}");
    }
    let refused = write(&site, TO_KITCHEN, &[("email", "010190-1234@example.dk")], None).await;
    assert!(
        refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("ligner et CPR-nummer")
    );
    for field in ["maengde", "sted", "hvornaar", "firma", "email"] {
        for sly in ["a@b.dk\r\nBcc: c@d.dk", "a@b.dk\nX: y", "a@b.dk\r", "a@b.dk\u{0}"] {
            let refused = write(&site, TO_KITCHEN, &[(field, sly)], None).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{field} {sly:?}");
        }
    }
    let markup =
        write(&site, TO_KITCHEN, &[("hvad", "</textarea><b>"), ("firma", "\"><b>"), ("art", "")], None);
    assert!(!markup.await.body.contains("<b>"));
    nothing_is_stored(&site).await;
}

#[tokio::test]
async fn what_was_typed_is_text_on_the_page_that_sends_it() {
    let site = TestSite::with(vec![listing_with("koekkenet", |listing| {
        (listing.name, listing.email) = ("<i>K</i>".to_owned(), Some("post@example.dk".to_owned()));
    })])
    .await;
    let typed = [("hvad", "<b>Mad</b>"), ("sted", "<b>Hobro"), ("firma", "<b>F")];
    is_written(&write(&site, TO_KITCHEN, &typed, None).await);
    let page = site.get(&format!("/henvendelse/bekraeft?noegle={}", link(&site).await)).await.body;
    assert!(page.contains("&lt;b&gt;Mad") && page.contains("&lt;i&gt;K") && !page.contains("<b>"), "{page}");
}

#[tokio::test]
async fn programs_are_thanked_and_forgotten() {
    let site = TestSite::with(vec![kitchen()]).await;
    is_written(&write(&site, TO_KITCHEN, &[("website", "https://x.example")], None).await);
    is_written(&write(&site, TO_LISTED, &[("website", "x"), ("v", "koekkenet")], None).await);
    nothing_is_stored(&site).await;
}

#[tokio::test]
async fn what_comes_too_quickly_is_sent_by_one_more_click() {
    let site = TestSite::with(vec![kitchen()]).await;
    let noon = (MADE.parse::<i64>().unwrap() + 10).to_string();
    let before = (MADE.parse::<i64>().unwrap() + 8).to_string();
    for made in ["", "x", noon.as_str(), before.as_str(), "99999999999999"] {
        let refused = write(&site, TO_KITCHEN, &[("dannet", made)], None).await;
        kept(&refused, StatusCode::UNPROCESSABLE_ENTITY, "Det gik meget hurtigt. Tryk på Send igen.");
        assert!(refused.body.contains(&format!("name=\"dannet\" value=\"{noon}\"")), "{}", refused.body);
    }
    let again = write(&site, TO_KITCHEN, &[("sted", "010190-1234")], None).await;
    assert!(again.body.contains(&format!("value=\"{MADE}\"")), "who mends a word need not wait");
    nothing_is_stored(&site).await;
}

#[tokio::test]
async fn a_visitor_a_mailbox_and_the_site_have_a_share() {
    for whose in ["visitor", "mailbox", "site"] {
        let site = TestSite::with(vec![kitchen()]).await;
        let limits = &site.site.limits;
        let parts = Request::new(Body::empty()).into_parts().0;
        while match whose {
            "visitor" => limits.visitor(&parts),
            "mailbox" => limits.mailbox(SENDER),
            _ => limits.confirm_mail(),
        } {}
        let refused = write(&site, TO_KITCHEN, &[], None).await;
        kept(&refused, StatusCode::TOO_MANY_REQUESTS, "står her stadig");
        nothing_is_stored(&site).await;
    }
}

#[tokio::test]
async fn a_sender_has_ten_messages_a_day() {
    let site = TestSite::with(vec![kitchen(), canteen("a")]).await;
    is_written(&write(&site, TO_KITCHEN, &[], None).await);
    let key = link(&site).await;
    is_written(&write(&site, TO_LISTED, &[("v", "a")], None).await);
    let late = link(&site).await;
    let cookie = confirm(&site, &key, &[("husk", "ja")]).await.cookie();
    for number in 2..=10 {
        let what = format!("Besked {number}");
        is_sent(&write(&site, TO_KITCHEN, &[("hvad", &what)], Some(&cookie)).await);
    }
    assert_eq!(due(&site).await.len(), 20);
    let refused = write(&site, TO_LISTED, &[("v", "a"), ("maengde", "40 kuverter")], Some(&cookie)).await;
    kept(&refused, StatusCode::TOO_MANY_REQUESTS, "så mange beskeder, som man kan på et døgn");
    assert_eq!(confirm(&site, &late, &[]).await.status, StatusCode::TOO_MANY_REQUESTS);
    let page = site.get(&format!("/henvendelse/bekraeft?noegle={late}")).await;
    assert_eq!(page.status, StatusCode::OK, "the link still works");
    assert!(due(&site).await.is_empty());
}

#[tokio::test]
async fn a_receiver_has_twenty_a_day() {
    let site = TestSite::with(vec![kitchen(), canteen("a")]).await;
    let form = MessageForm::of(
        [
            ("art", "tilbud"),
            ("hvad", "Mad"),
            ("firma", "F"),
            ("email", "a@b.dk"),
            ("dannet", "1"),
            ("v", "koekkenet"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned())),
    );
    let message = form.validate(FixedClock.now()).unwrap();
    for number in 0..20 {
        let email = format!("nr{number}@example.dk");
        let words = MessageWords { email, ..message.words.clone() };
        let message = ValidMessage { words, to: message.to.clone() };
        assert!(matches!(write_message(&site.site, &message, true).await.unwrap(), Written::Sent(_)));
    }
    assert!(matches!(write_message(&site.site, &message, true).await.unwrap(), Written::Blocked));
    due(&site).await;
    let refused = write(&site, TO_KITCHEN, &[], None).await;
    kept(&refused, StatusCode::TOO_MANY_REQUESTS, "mange beskeder det seneste døgn");
    assert!(site.get(TO_KITCHEN).await.body.contains("Prøv igen i morgen"));
    is_written(&write(&site, TO_LISTED, &[("af", "koekkenet"), ("v", "a")], None).await);
}

#[tokio::test]
async fn words_of_health_are_asked_about_once_when_a_place_is_looked_for() {
    let site = TestSite::with(vec![kitchen()]).await;
    let ill = [("art", "placering"), ("hvad", "Plads til en med angst og ADHD")];
    let asked = write(&site, TO_KITCHEN, &ill, None).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["skriver om helbred", "“angst” og “ADHD”", "Plads til en med angst og ADHD</textarea>"]
    {
        assert!(asked.body.contains(words), "{words} {}", asked.body);
    }
    assert!(asked.body.contains("name=\"helbred\" value=\"set\""));
    nothing_is_stored(&site).await;
    is_written(&write(&site, TO_KITCHEN, &[ill[0], ill[1], ("helbred", "set")], None).await);
    let ordered = [("hvad", "Fremstilling af brochurer om angst")];
    is_written(&write(&site, TO_KITCHEN, &ordered, None).await);
}
