//! What was asked is forgotten; that it was, stays.

use app::model::{MessageWords, RecipientState};
use axum::http::StatusCode;
use chrono::Duration;
use server::clock::Clock;

use super::{BUYER, Life, answers, follow, kitchens, order, to};

#[tokio::test]
async fn what_is_not_confirmed_is_deleted_after_a_day() {
    let life = Life::of(kitchens(&["a"])).await;
    let id = life.write(&order(), &["a"]).await;
    let store = &life.site.site.store;
    let there = async || store.messages_by(BUYER).await.unwrap().len();
    life.clock.forward(Duration::hours(24) - Duration::seconds(1));
    store.forget_messages(life.clock.now()).await.unwrap();
    assert_eq!(there().await, 1);
    life.clock.forward(Duration::seconds(1));
    store.forget_messages(life.clock.now()).await.unwrap();
    assert_eq!(there().await, 0);
    let write = store.write().await.unwrap();
    assert!(write.unconfirmed_message(id).await.unwrap().is_none());
    drop(write);
    assert!(life.until("2026-12-24").await.is_empty(), "nothing of it is ever sent");
}

#[tokio::test]
async fn words_and_sender_go_after_six_months_and_counts_stay() {
    let life = Life::of(kitchens(&["a", "b"])).await;
    let (_, mails) = life.sent(&order(), &["a", "b"]).await;
    let ([yes, no, _], status) = (answers(to(&mails, "a@example.dk")), follow(to(&mails, BUYER)));
    assert_eq!(life.answer(&yes, &[]).await, 303);
    // 21 November to 21 May.
    life.clock.forward(Duration::days(181) - Duration::seconds(1));
    let store = &life.site.site.store;
    store.forget_messages(life.clock.now()).await.unwrap();
    assert_eq!(store.messages_by(BUYER).await.unwrap().len(), 1);
    life.clock.forward(Duration::seconds(1));
    for _ in 0..2 {
        store.forget_messages(life.clock.now()).await.unwrap();
    }
    assert!(store.messages_by(BUYER).await.unwrap().is_empty());
    let kept = store.messages_by("").await.unwrap();
    let [(message, recipients)] = kept.as_slice() else { panic!("{kept:?}") };
    let words = &message.words;
    for empty in [&words.what, &words.amount, &words.place, &words.wanted_by, &words.company] {
        assert!(empty.is_empty());
    }
    assert!(message.forgotten.is_some() && message.confirmed.is_some());
    assert_eq!(recipients[0].state, RecipientState::Answered);
    assert!(recipients[0].sent.is_some() && recipients[0].answered.is_some());
    assert_eq!(life.site.get(&format!("/henvendelse/status?noegle={status}")).await.status, StatusCode::GONE);
    assert_eq!(life.answer(&no, &[]).await, 410);
    assert!(life.look().await.is_empty(), "nobody is reminded of what nobody remembers");
}

#[tokio::test]
async fn a_mail_that_waits_longer_than_its_message_does_not_go() {
    let life = Life::of(kitchens(&["a"])).await;
    let id = life.write(&order(), &["a"]).await;
    life.confirm(id).await;
    life.clock.forward(Duration::days(200));
    life.site.site.store.forget_messages(life.clock.now()).await.unwrap();
    assert!(life.mails().await.is_empty());
}

#[tokio::test]
async fn whoever_has_an_account_gets_their_messages_and_takes_them_along() {
    let life = Life::of(kitchens(&["a"])).await;
    let (_, mails) = life.sent(&order(), &["a"]).await;
    let status = follow(to(&mails, BUYER));
    life.sent(&MessageWords { email: "anden@example.dk".to_owned(), ..order() }, &["a"]).await;
    life.write(&order(), &["a"]).await;
    let cookie = life.site.sign_in(BUYER).await;
    let file = life.site.get_as("/min-side/mine-data.json", &cookie).await.body;
    let stored: serde_json::Value = serde_json::from_str(&file).unwrap();
    let theirs = stored["henvendelser"].as_array().unwrap();
    assert_eq!(theirs.len(), 2);
    assert_eq!(theirs[0]["hvad"], "Frokost til <b>mødet</b>");
    assert_eq!(theirs[0]["sendt til"][0]["virksomhed"], "a");
    assert!(!file.contains("anden@example.dk") && !file.contains(&status));

    let deleted = life.site.post("/min-side/slet", &[], Some(&cookie)).await;
    assert_eq!(deleted.header("location"), "/log-ind/slettet");
    let store = &life.site.site.store;
    assert!(store.messages_by(BUYER).await.unwrap().is_empty());
    assert_eq!(store.messages_by("anden@example.dk").await.unwrap().len(), 1);
    let emptied = store.messages_by("").await.unwrap();
    assert_eq!(emptied.len(), 1, "what was not confirmed is gone");
    assert!(emptied[0].0.words.what.is_empty() && emptied[0].0.words.company.is_empty());
    assert_eq!(life.site.get(&format!("/henvendelse/status?noegle={status}")).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn those_who_keep_a_listing_see_numbers_alone() {
    let life = Life::of(kitchens(&["a"])).await;
    let now = life.clock.now();
    let write = life.site.site.store.write().await.unwrap();
    let account = write.account("anne@example.dk", now).await.unwrap();
    write.add_member(account, "a", true, now).await.unwrap();
    write.commit().await.unwrap();
    let cookie = life.site.sign_in("anne@example.dk").await;
    let page = async || life.site.get_as("/min-side/a/fundet", &cookie).await.body;
    assert!(page().await.contains("Ingen har sendt jer en henvendelse endnu."));
    let (_, mails) = life.sent(&order(), &["a"]).await;
    let [yes, ..] = answers(to(&mails, "a@example.dk"));
    assert_eq!(life.answer(&yes, &[]).await, 303);
    life.sent(&order(), &["a"]).await;
    let shown = page().await;
    for words in
        ["I har fået 2 henvendelser, 2 af dem denne måned.", "1 har I sagt ja til", "1 venter på jer"]
    {
        assert!(shown.contains(words), "{words} {shown}");
    }
    assert!(!shown.contains("Bygma") && !shown.contains("Frokost til") && !shown.contains(BUYER));
}
