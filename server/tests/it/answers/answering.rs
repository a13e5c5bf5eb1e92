//! The links of the mails and what they lead to.

use app::model::RecipientState;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use chrono::Duration;
use content::listing::{Closed, State};
use tokio::join;

use super::{BUYER, Life, answers, follow, kitchens, order, to};
use crate::test_site::listing;

#[tokio::test]
async fn following_changes_nothing_and_the_button_answers_once() {
    let life = Life::of(kitchens(&["a"])).await;
    let (recipients, mails) = life.sent(&order(), &["a"]).await;
    let [yes, not_now, _] = answers(to(&mails, "a@example.dk"));
    let address = format!("/henvendelse/svar?noegle={yes}");
    for method in ["GET", "HEAD", "GET"] {
        let request = Request::builder().method(method).uri(&address).body(Body::empty()).unwrap();
        let page = life.site.send(request).await;
        assert_eq!((page.status, page.header("cache-control")), (StatusCode::OK, "no-store"));
        assert_eq!(page.header("referrer-policy"), "same-origin");
    }
    assert_eq!(life.state(&recipients[0]).await, RecipientState::Waiting);
    let page = life.site.get(&address).await.body;
    assert!(
        page.contains("Frokost til &lt;b&gt;mødet&lt;/b&gt;") && page.contains("Bygma &amp; Søn"),
        "{page}"
    );
    assert!(page.contains("noindex") && page.contains("20 kuverter") && page.contains("Køkken a"));

    let taken = life.site.post("/henvendelse/svar", &[("noegle", &yes)], None).await;
    assert_eq!(taken.header("location"), format!("/henvendelse/svar/tak?noegle={yes}"));
    let thanks = life.site.get(taken.header("location")).await;
    assert_eq!((thanks.status, thanks.header("cache-control")), (StatusCode::OK, "no-store"));
    assert!(thanks.body.contains("mailto:indkoeb@example.dk") && thanks.body.contains("/min-side/a\""));
    assert_eq!(life.state(&recipients[0]).await, RecipientState::Answered);
    for used in
        [life.site.get(&address).await, life.site.post("/henvendelse/svar", &[("noegle", &yes)], None).await]
    {
        assert_eq!(used.status, StatusCode::GONE);
        assert!(used.body.contains("I har svaret Bygma &amp; Søn: Vi svarer."), "{}", used.body);
    }
    assert!(life.mails().await.is_empty(), "whoever answers writes themselves");
    assert_eq!(life.site.get(&format!("/henvendelse/svar?noegle={not_now}")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_no_is_told_with_reason_day_and_others() {
    let mut all = kitchens(&["a", "b", "c", "d"]);
    all.push(listing("uden-mail"));
    let life = Life::of(all).await;
    let (recipients, mails) = life.sent(&order(), &["a", "b"]).await;
    let [yes, not_now, not_for_us] = answers(to(&mails, "a@example.dk"));
    for wrong in [("grund", "x"), ("igen", "2026-11-21"), ("igen", "snart")] {
        assert_eq!(life.answer(&not_now, &[wrong]).await, 422, "{wrong:?}");
    }
    assert_eq!(life.answer(&not_now, &[("grund", "for-stort"), ("igen", "2027-03-01")]).await, 303);
    let told = life.mails().await;
    let mail = to(&told, BUYER);
    assert_eq!(mail.subject, "Køkken a kan ikke lige nu");
    for words in ["mere, end de kan levere", "igen fra 1. marts 2027", "/virksomheder/c", "/virksomheder/d"] {
        assert!(mail.text.contains(words) && mail.html.contains(words), "{words} {mail:#?}");
    }
    for other in ["/virksomheder/a", "/virksomheder/b", "/virksomheder/uden-mail"] {
        assert!(!mail.text.contains(other), "{other}");
    }
    let page = life.site.get(&format!("/henvendelse/status?noegle={}", follow(mail))).await.body;
    for words in [
        "Ikke lige nu, svarede de 21. november 2026.",
        "Spørg gerne igen fra 1. marts 2027.",
        "/virksomheder/c\"",
    ] {
        assert!(page.contains(words), "{words} {page}");
    }

    // Another link changes the answer; the last one counts.
    assert_eq!(life.answer(&yes, &[]).await, 303);
    assert_eq!(life.state(&recipients[0]).await, RecipientState::Answered);
    assert!(life.mails().await.is_empty());
    let old = life.site.get(&format!("/henvendelse/svar/tak?noegle={not_now}")).await;
    assert_eq!(old.status, StatusCode::GONE);
    assert_eq!(life.answer(&not_for_us, &[]).await, 303);
    assert_eq!(to(&life.mails().await, BUYER).subject, "Køkken a siger nej tak");
    let thanks = life.site.get(&format!("/henvendelse/svar/tak?noegle={not_for_us}")).await.body;
    assert!(thanks.contains("/min-side/a/plads"), "{thanks}");
    assert_eq!(life.state(&recipients[1]).await, RecipientState::Waiting, "the other one still waits");
}

#[tokio::test]
async fn the_same_no_is_told_once_and_a_change_of_mind_in_time_not_at_all() {
    let life = Life::of(kitchens(&["a"])).await;
    let (_, mails) = life.sent(&order(), &["a"]).await;
    let [yes, not_now, _] = answers(to(&mails, "a@example.dk"));
    assert_eq!(life.answer(&not_now, &[]).await, 303);
    assert_eq!(life.answer(&yes, &[]).await, 303);
    assert!(life.mails().await.is_empty(), "the mail tells of what is true when it is sent");

    let life = Life::of(kitchens(&["a"])).await;
    let (_, mails) = life.sent(&order(), &["a"]).await;
    let [_, first, _] = answers(to(&mails, "a@example.dk"));
    let reminded = life.until("2026-11-25").await;
    assert_eq!(reminded.len(), 1);
    drop(reminded);
    assert_eq!(life.answer(&first, &[("grund", "travlt")]).await, 303);
    assert_eq!(life.mails().await.len(), 1);
    assert!(life.until("2026-12-24").await.is_empty(), "whoever answered is not reminded");
}

#[tokio::test]
async fn sent_twice_at_once_it_is_taken_once() {
    let life = Life::of(kitchens(&["a"])).await;
    let (_, mails) = life.sent(&order(), &["a"]).await;
    let [_, _, no] = answers(to(&mails, "a@example.dk"));
    let (one, other) = join!(life.answer(&no, &[]), life.answer(&no, &[]));
    assert_eq!([one.min(other), one.max(other)], [303, 410]);
    assert_eq!(life.mails().await.len(), 1);
}

#[tokio::test]
async fn a_link_is_for_one_purpose_and_has_its_time() {
    let life = Life::of(kitchens(&["a"])).await;
    let (_, mails) = life.sent(&order(), &["a"]).await;
    let [yes, ..] = answers(to(&mails, "a@example.dk"));
    let status = follow(to(&mails, BUYER));
    for wrong in [&yes, "", "x"] {
        assert_eq!(
            life.site.get(&format!("/henvendelse/status?noegle={wrong}")).await.status,
            StatusCode::GONE
        );
        let form = [("noegle", wrong), ("hvem", "alle")];
        assert_eq!(life.site.post("/henvendelse/status", &form, None).await.status, StatusCode::GONE);
        let signed_in = life.site.post("/log-ind/bekraeft", &[("noegle", wrong)], None).await;
        assert_eq!(signed_in.status, StatusCode::GONE);
    }
    for wrong in [status.as_str(), "", "x"] {
        assert_eq!(
            life.site.get(&format!("/henvendelse/svar?noegle={wrong}")).await.status,
            StatusCode::GONE
        );
        assert_eq!(
            life.site.get(&format!("/henvendelse/svar/tak?noegle={wrong}")).await.status,
            StatusCode::GONE
        );
        assert_eq!(life.answer(wrong, &[]).await, 410);
    }
    let unused = life.site.get(&format!("/henvendelse/svar/tak?noegle={yes}")).await;
    assert_eq!(unused.status, StatusCode::GONE, "no thanks before the answer");
    let foreign = Request::post("/henvendelse/svar")
        .header("sec-fetch-site", "cross-site")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(format!("noegle={yes}")))
        .unwrap();
    assert_eq!(life.site.send(foreign).await.status, StatusCode::FORBIDDEN);
    life.clock.forward(Duration::days(60));
    assert_eq!(life.answer(&yes, &[]).await, 410, "60 days are over");
    assert_eq!(life.site.get(&format!("/henvendelse/status?noegle={status}")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn whoever_asked_waits_no_longer_for_one_or_for_all() {
    let life = Life::of(kitchens(&["a", "b", "c"])).await;
    let (recipients, mails) = life.sent(&order(), &["a", "b", "c"]).await;
    let receipt = to(&mails, BUYER);
    assert!(
        receipt.text.contains("Køkken a, Køkken b og Køkken c") && receipt.text.contains("Frokost til <b>")
    );
    let key = follow(receipt);
    let address = format!("/henvendelse/status?noegle={key}");
    let page = life.site.get(&address).await;
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(page.body.matches("Venter på svar. Sendt 21. november 2026.").count(), 3, "{}", page.body);
    assert!(page.body.contains("Frokost til &lt;b&gt;") && page.body.contains("noindex"));

    let one = recipients[0].id.to_string();
    let gone = life.site.post("/henvendelse/status", &[("noegle", &key), ("hvem", &one)], None).await;
    assert_eq!(gone.header("location"), address);
    let unclear = life.site.post("/henvendelse/status", &[("noegle", &key), ("hvem", "x")], None).await;
    assert_eq!(unclear.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(life.state(&recipients[0]).await, RecipientState::Withdrawn);
    assert_eq!(life.state(&recipients[1]).await, RecipientState::Waiting);
    let [yes, ..] = answers(to(&mails, "a@example.dk"));
    let told = life.site.get(&format!("/henvendelse/svar?noegle={yes}")).await;
    assert_eq!(told.status, StatusCode::GONE);
    assert!(told.body.contains("ikke længere venter på svar"), "{}", told.body);
    assert_eq!(life.answer(&yes, &[]).await, 410);

    let [yes, ..] = answers(to(&mails, "b@example.dk"));
    assert_eq!(life.answer(&yes, &[]).await, 303);
    life.site.post("/henvendelse/status", &[("noegle", &key), ("hvem", "alle")], None).await;
    assert_eq!(life.state(&recipients[1]).await, RecipientState::Answered, "an answer stays");
    assert_eq!(life.state(&recipients[2]).await, RecipientState::Withdrawn);
    assert!(life.until("2026-12-24").await.is_empty());
    let page = life.site.get(&address).await.body;
    assert!(
        page.contains("I venter ikke længere på dem siden 21. november 2026.")
            && !page.contains("<form method=\"post\" action=\"/henvendelse")
    );
}

#[tokio::test]
async fn a_message_of_somebody_else_cannot_be_withdrawn() {
    let life = Life::of(kitchens(&["a", "b"])).await;
    let (_, mails) = life.sent(&order(), &["a"]).await;
    let key = follow(to(&mails, BUYER));
    let (others, _) = life.sent(&order(), &["b"]).await;
    let other = others[0].id.to_string();
    life.site.post("/henvendelse/status", &[("noegle", &key), ("hvem", &other)], None).await;
    assert_eq!(life.state(&others[0]).await, RecipientState::Waiting);
}

#[tokio::test]
async fn an_enterprise_that_is_gone_can_still_be_followed() {
    let life = Life::of(kitchens(&["a", "b"])).await;
    let (recipients, mails) = life.sent(&order(), &["a"]).await;
    life.change("a", |listing| {
        listing.state = State::Closed;
        listing.closed = Some(Closed { date: None, reason: "Slut.".to_owned(), moved_to: None });
    })
    .await;
    let sent = life.until("2026-11-22").await;
    assert_eq!(sent, ["2026-11-22 indkoeb@example.dk Køkken a har ikke svaret"]);
    assert_eq!(life.state(&recipients[0]).await, RecipientState::Silent);
    let page = life.site.get(&format!("/henvendelse/status?noegle={}", follow(to(&mails, BUYER)))).await.body;
    assert!(page.contains("Køkken a") && page.contains("Har ikke svaret."), "{page}");
    life.change("a", |listing| listing.state = State::Draft).await;
    let page = life.site.get(&format!("/henvendelse/status?noegle={}", follow(to(&mails, BUYER)))).await.body;
    assert!(page.contains("Køkken a") && !page.contains("/virksomheder/a\""), "{page}");
}
