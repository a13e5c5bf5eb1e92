//! How a message about a place is answered.

use app::model::{MessageKind, MessageWords, RecipientState, WantedForm};
use chrono::Duration;
use server::clock::Clock;

use super::{BUYER, Life, answers, follow, kitchens, order, to};

fn place() -> MessageWords {
    let form = WantedForm { opgave: vec!["koekken".to_owned()], ..WantedForm::default() };
    let wanted = form.validate("2026-11-21".parse().unwrap()).unwrap();
    MessageWords { kind: MessageKind::Placement, wanted, ..order() }
}

#[tokio::test]
async fn yes_means_that_they_may_call_and_the_sender_is_told() {
    let life = Life::of(kitchens(&["a"])).await;
    let (recipients, mails) = life.sent(&place(), &["a"]).await;
    let asked = to(&mails, "a@example.dk");
    for words in ["Ja, ring:\n", "Ikke nu, men fra en dato:\n", "Nej:\n"] {
        assert!(asked.text.contains(words), "{words} {}", asked.text);
    }
    let [yes, ..] = answers(asked);
    let page = life.site.get(&format!("/henvendelse/svar?noegle={yes}")).await.body;
    assert!(page.contains("<h1>Ja, ring</h1>") && page.contains("98 00 00 00"), "{page}");
    assert_eq!(life.answer(&yes, &[("grund", "x"), ("igen", "x")]).await, 303, "it carries nothing more");
    assert_eq!(life.state(&recipients[0]).await, RecipientState::Answered);
    let told = life.mails().await;
    let mail = to(&told, BUYER);
    assert_eq!(mail.subject, "Køkken a siger: ja, ring");
    assert!(mail.text.contains("98 00 00 00") && !mail.text.contains("ligner"));
    let status = life.site.get(&format!("/henvendelse/status?noegle={}", follow(mail))).await.body;
    assert!(status.contains("Ja, ring, svarede de") && status.contains("98 00 00 00"), "{status}");
    assert!(life.until("2026-12-24").await.is_empty(), "nobody is reminded");
}

#[tokio::test]
async fn not_now_has_a_day_to_come_and_no_reminder_follows() {
    let life = Life::of(kitchens(&["a", "b"])).await;
    let (recipients, mails) = life.sent(&place(), &["a"]).await;
    let [_, not_now, _] = answers(to(&mails, "a@example.dk"));
    for wrong in ["", "2026-11-21", "2026-11-20", "snart"] {
        let form = [("noegle", &*not_now), ("igen", wrong)];
        let page = life.site.post("/henvendelse/svar", &form, None).await;
        assert_eq!(page.status.as_u16(), 422, "{wrong}");
        assert!(page.body.contains("href=\"#igen\""), "{}", page.body);
    }
    assert_eq!(life.state(&recipients[0]).await, RecipientState::Waiting);
    assert_eq!(life.answer(&not_now, &[("igen", "2027-03-01")]).await, 303);
    let told = life.mails().await;
    let mail = to(&told, BUYER);
    assert!(mail.text.contains("igen fra 1. marts 2027"), "{}", mail.text);
    let status = life.site.get(&format!("/henvendelse/status?noegle={}", follow(mail))).await.body;
    assert!(status.contains("Ikke nu, svarede de 21. november 2026. Spørg gerne igen fra 1. marts 2027."));
    assert!(life.until("2027-03-10").await.is_empty(), "nobody is reminded, not on the day either");
}

#[tokio::test]
async fn a_no_has_its_reason_in_the_words_of_a_place() {
    let life = Life::of(kitchens(&["a"])).await;
    let (_, mails) = life.sent(&place(), &["a"]).await;
    let [_, _, no] = answers(to(&mails, "a@example.dk"));
    let page = life.site.get(&format!("/henvendelse/svar?noegle={no}")).await.body;
    assert!(page.contains("Vi har ikke sådan en plads") && !page.contains("Det er ikke noget, vi laver"));
    assert_eq!(life.answer(&no, &[("grund", "tilbydes-ikke")]).await, 303);
    assert!(to(&life.mails().await, BUYER).text.contains("De har ikke sådan en plads."));
    let used = life.site.get(&format!("/henvendelse/svar?noegle={no}")).await.body;
    assert!(used.contains("I har svaret Bygma &amp; Søn: Nej."), "{used}");
}

#[tokio::test]
async fn what_is_looked_for_is_forgotten_with_the_words() {
    let life = Life::of(kitchens(&["a"])).await;
    life.sent(&place(), &["a"]).await;
    let store = &life.site.site.store;
    assert_eq!(store.messages_by(BUYER).await.unwrap()[0].0.words.wanted.tasks.len(), 1);
    life.clock.forward(Duration::days(181));
    store.forget_messages(life.clock.now()).await.unwrap();
    let kept = store.messages_by("").await.unwrap();
    assert!(kept[0].0.words.wanted.is_empty() && kept[0].0.forgotten.is_some());
}
