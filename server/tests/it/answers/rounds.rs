//! Reminders and the end of waiting, on Danish working days.

use app::model::{MessageKind, MessageWords, RecipientState};
use chrono::Duration;
use content::Listing;
use content::listing::{Placement, State};

use super::{BUYER, Life, answers, kitchens, order, to};
use crate::test_site::listing_with;

const FIRST: &str = "a@example.dk Påmindelse: Bygma & Søn venter på svar";
const CLOSED: &str = "indkoeb@example.dk Køkken a har ikke svaret";

/// Sends on a day and says what is sent until another.
async fn round(on: &str, until: &str) -> Vec<String> {
    let life = Life::of(kitchens(&["a"])).await;
    life.until(on).await;
    life.sent(&order(), &["a"]).await;
    life.until(until).await
}

#[tokio::test]
async fn reminders_come_after_3_and_7_working_days_and_the_end_after_10() {
    let sent = round("2026-11-23", "2027-01-10").await;
    assert_eq!(
        sent,
        [format!("2026-11-26 {FIRST}"), format!("2026-12-02 {FIRST}"), format!("2026-12-07 {CLOSED}")]
    );
}

#[tokio::test]
async fn christmas_and_new_year_are_no_working_days() {
    let sent = round("2026-12-23", "2027-01-31").await;
    assert_eq!(
        sent,
        [format!("2026-12-29 {FIRST}"), format!("2027-01-05 {FIRST}"), format!("2027-01-08 {CLOSED}")]
    );
}

#[tokio::test]
async fn easter_is_no_time_to_answer() {
    let sent = round("2027-03-24", "2027-04-30").await;
    assert_eq!(
        sent,
        [format!("2027-04-01 {FIRST}"), format!("2027-04-07 {FIRST}"), format!("2027-04-12 {CLOSED}")]
    );
}

#[tokio::test]
async fn reminders_hold_all_of_the_message_and_new_links() {
    let life = Life::of(kitchens(&["a", "b"])).await;
    let (recipients, mails) = life.sent(&order(), &["a"]).await;
    let [old, ..] = answers(to(&mails, "a@example.dk"));
    life.clock.forward(Duration::days(4));
    let mails = life.look().await;
    let reminder = to(&mails, "a@example.dk");
    assert!(reminder.text.starts_with("En påmindelse") && reminder.text.contains("Frokost til <b>mødet</b>"));
    let [new, ..] = answers(reminder);
    assert_ne!(old, new);
    assert_eq!(life.answer(&old, &[]).await, 303, "the first link still works");
    assert_eq!(life.answer(&new, &[]).await, 303);
    assert_eq!(life.state(&recipients[0]).await, RecipientState::Answered);
}

#[tokio::test]
async fn the_end_is_told_with_others_and_answers_come_too_late() {
    let life = Life::of(kitchens(&["a", "b", "c"])).await;
    let (recipients, mails) = life.sent(&order(), &["a"]).await;
    let [yes, ..] = answers(to(&mails, "a@example.dk"));
    life.until("2026-12-03").await;
    life.clock.forward(Duration::days(1));
    let mails = life.look().await;
    let mail = to(&mails, BUYER);
    for words in [
        "har ikke svaret",
        "98 00 00 00",
        "/virksomheder/b",
        "/virksomheder/c",
        "/henvendelse/status?noegle=",
    ] {
        assert!(mail.text.contains(words), "{words} {mail:#?}");
    }
    assert_eq!(life.state(&recipients[0]).await, RecipientState::Silent);
    let late = life.site.get(&format!("/henvendelse/svar?noegle={yes}")).await;
    assert_eq!(late.status.as_u16(), 410);
    assert!(late.body.contains("I kan stadig skrive til dem på indkoeb@example.dk"), "{}", late.body);
    assert_eq!(life.answer(&yes, &[]).await, 410);
}

#[tokio::test]
async fn days_on_which_nobody_looked_bring_no_two_steps_at_once() {
    let life = Life::of(kitchens(&["a"])).await;
    life.sent(&order(), &["a"]).await;
    life.clock.forward(Duration::days(30));
    assert_eq!(life.look().await.len(), 1);
    assert!(life.look().await.is_empty(), "the same day");
    // 21 December; Christmas lies between.
    let sent = life.until("2027-01-31").await;
    assert_eq!(sent, [format!("2026-12-28 {FIRST}"), format!("2026-12-31 {CLOSED}")]);
}

#[tokio::test]
async fn a_pause_stops_the_days() {
    let life = Life::of(kitchens(&["a"])).await;
    life.until("2026-11-23").await;
    let (recipients, _) = life.sent(&order(), &["a"]).await;
    life.until("2026-11-25").await;
    life.change("a", |listing| listing.state = State::Paused).await;
    assert!(life.until("2027-01-18").await.is_empty());
    assert_eq!(life.state(&recipients[0]).await, RecipientState::Waiting);
    life.change("a", |listing| listing.state = State::Public).await;
    let sent = life.until("2027-03-01").await;
    assert_eq!(
        sent,
        [format!("2027-01-21 {FIRST}"), format!("2027-01-27 {FIRST}"), format!("2027-02-01 {CLOSED}")]
    );
}

fn pausing(slug: &str) -> Listing {
    listing_with(slug, |listing| {
        listing.email = Some(format!("{slug}@example.dk"));
        let until = "2026-12-13".parse().ok();
        listing.placement = Some(Placement { paused_until: until, ..Placement::default() });
    })
}

#[tokio::test]
async fn a_pause_from_placements_stops_no_orders() {
    for (kind, first) in [(MessageKind::Placement, "2026-12-16"), (MessageKind::Offer, "2026-11-25")] {
        let life = Life::of(vec![pausing("a")]).await;
        life.sent(&MessageWords { kind, ..order() }, &["a"]).await;
        let sent = life.until("2026-12-16").await;
        assert!(sent[0].starts_with(first), "{sent:?}");
    }
}

#[tokio::test]
async fn all_who_keep_a_listing_without_a_mailbox_are_asked() {
    let life = Life::of(vec![listing_with("a", |listing| listing.name = "Køkken a".to_owned())]).await;
    let write = life.site.site.store.write().await.unwrap();
    for email in ["anne@example.dk", "bo@example.dk"] {
        let account = write.account(email, server::clock::Clock::now(&*life.clock)).await.unwrap();
        write.add_member(account, "a", true, server::clock::Clock::now(&*life.clock)).await.unwrap();
    }
    write.commit().await.unwrap();
    let (recipients, mails) = life.sent(&order(), &["a"]).await;
    assert_eq!(mails.len(), 3, "{mails:?}");
    let [yes, ..] = answers(to(&mails, "anne@example.dk"));
    assert_eq!(life.until("2026-11-25").await.len(), 2);
    assert_eq!(life.answer(&yes, &[]).await, 303);
    assert_eq!(life.state(&recipients[0]).await, RecipientState::Answered);
    assert!(life.until("2026-12-24").await.is_empty());
}

#[tokio::test]
async fn nobody_is_reminded_on_a_day_off() {
    let life = Life::of(kitchens(&["a"])).await;
    life.until("2026-11-23").await;
    life.sent(&order(), &["a"]).await;
    // Thursday and Friday nobody looks.
    life.clock.forward(Duration::days(5));
    assert!(life.look().await.is_empty(), "Saturday");
    assert_eq!(life.until("2026-11-30").await, [format!("2026-11-30 {FIRST}")]);
}

#[tokio::test]
async fn what_a_merged_listing_was_asked_is_asked_of_the_other() {
    let life = Life::of(kitchens(&["a", "b"])).await;
    let (one, _) = life.sent(&order(), &["a"]).await;
    let (both, _) = life.sent(&order(), &["a", "b"]).await;
    let write = life.site.site.store.write().await.unwrap();
    write.move_messages("a", "b").await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(life.recipient(&one[0]).await.slug, "b");
    assert_eq!(life.recipient(&both[0]).await.slug, "a", "the other was asked anyway");
    let mails = life.until("2026-11-25").await;
    assert_eq!(mails.iter().filter(|mail| mail.contains(" b@example.dk ")).count(), 2, "{mails:?}");
}
