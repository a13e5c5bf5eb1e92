//! When a mail is due.

use app::model::Quiet;
use axum::http::StatusCode;
use chrono::{Duration, NaiveDate};
use content::Listing;
use content::listing::{Placement, State};
use server::clock::Clock;
use server::jobs;

use super::{ANNE, Life, THREE_MONTHS, confirmed, key, monthly, only};
use crate::editors::enrol;
use crate::test_site::{EDITOR, listing_with};

#[tokio::test]
async fn a_listing_is_asked_about_reminded_of_marked_and_confirmed_by_the_link() {
    let life = Life::of(vec![monthly("a")]).await;
    assert!(life.days(THREE_MONTHS - 1).await.is_empty());
    let first = life.days(1).await;
    let mail = only(&first);
    assert!(mail.text.contains("Kantine og frokost") && mail.text.contains("/log-ind?til=/min-side/a\n"));
    assert!(!mail.text.contains("spurgt før"));
    assert!(life.ask().await.is_empty(), "the same day asks nothing more");
    assert!(life.days(13).await.is_empty());
    assert!(only(&life.days(1).await).text.contains("spurgt før"));
    assert!(life.days(15).await.is_empty());
    let third = life.days(1).await;
    assert!(only(&third).text.contains("“Ikke bekræftet siden november 2026”"));
    assert!(life.page("a").await.contains("Bekræftet af virksomheden, november 2026"));
    assert!(life.days(7).await.is_empty());
    assert!(life.page("a").await.contains("Bekræftet af virksomheden, november 2026"));
    assert!(life.days(1).await.is_empty());
    assert!(life.page("a").await.contains("Ikke bekræftet siden november 2026"));
    assert!(life.site.get("/virksomheder").await.body.contains("Ikke bekræftet siden november 2026"));

    let (editor, ..) = enrol(&life.site, EDITOR).await;
    let list = life.site.get_as("/redaktion/ubekraeftede", &editor).await.body;
    assert!(list.contains("spurgt i 3 mails") && list.contains("Bekræftet for længe siden"), "{list}");

    let key = key(only(&third));
    for _ in 0..2 {
        let page = life.site.get(&format!("/bekraeft?noegle={key}")).await;
        assert_eq!((page.status, page.header("cache-control")), (StatusCode::OK, "no-store"));
        assert!(page.body.contains("value=\"a\" checked"), "{}", page.body);
    }
    assert!(life.page("a").await.contains("Ikke bekræftet siden"), "looking confirms nothing");
    assert_eq!(life.vouch(&key, &["a"]).await, StatusCode::SEE_OTHER);
    assert!(life.page("a").await.contains("Bekræftet af virksomheden, marts 2027"));
    assert!(life.site.get("/bekraeft/tak").await.body.contains("Tak for svaret"));
    assert_eq!(life.vouch(&key, &["a"]).await, StatusCode::GONE);
    assert_eq!(life.site.get(&format!("/bekraeft?noegle={key}")).await.status, StatusCode::GONE);
    let list = life.site.get_as("/redaktion/ubekraeftede", &editor).await.body;
    assert!(list.contains("Alle sider er bekræftet"), "{list}");

    assert!(life.days(90).await.is_empty());
    assert!(!only(&life.days(1).await).text.contains("spurgt før"), "it starts anew");
}

#[tokio::test]
async fn an_address_gets_one_mail_a_week_with_all_that_is_due() {
    let later = listing_with("c", |listing| {
        confirmed(listing);
        listing.confirm_months = Some(3);
        listing.confirmed.as_mut().unwrap().on += Duration::days(2);
    });
    let life = Life::of(vec![monthly("a"), monthly("b"), later]).await;
    life.keeps("bo@example.dk", "a", true).await;
    life.keeps("ib@example.dk", "a", false).await;
    let mails = life.days(THREE_MONTHS).await;
    let receivers: Vec<&str> = mails.iter().map(|(to, _)| to.as_str()).collect();
    assert_eq!(receivers, [ANNE, "bo@example.dk"], "who may invite is asked");
    let mail = &mails[0].1;
    assert_eq!(mail.subject, "Er det stadig rigtigt? Jeres 2 sider");
    assert!(mail.text.contains("/log-ind?til=/min-side/a\n") && mail.text.contains("/min-side/b\n"));
    assert!(life.days(2).await.is_empty(), "the third waits for the week to end");
    assert!(life.days(4).await.is_empty());
    assert!(only(&life.days(1).await).subject.ends_with("? c"));

    let key = key(mail);
    assert_eq!(life.vouch(&key, &[]).await, StatusCode::UNPROCESSABLE_ENTITY, "nothing was ticked");
    assert_eq!(life.vouch(&key, &["c"]).await, StatusCode::GONE, "the link is not for the third");
    assert_eq!(life.vouch(&key, &["b", "c"]).await, StatusCode::SEE_OTHER);
    let on = |listing: Listing| listing.confirmed.unwrap().on.to_string();
    assert_eq!(on(life.stored("b").await), "2027-02-28");
    assert_eq!(on(life.stored("a").await), "2026-11-21", "not ticked");
    assert_eq!(on(life.stored("c").await), "2026-11-23");
    let changes = life.site.site.store.changes(9).await.unwrap();
    assert_eq!((changes[0].author.email.as_str(), changes[0].author.editor), (ANNE, false));
}

#[tokio::test]
async fn where_nobody_may_invite_everybody_is_asked_and_whoever_came_late_later() {
    let life = Life::of(Vec::new()).await;
    life.site.save(vec![monthly("a")]).await;
    life.keeps("bo@example.dk", "a", false).await;
    life.clock.forward(Duration::days(10));
    life.keeps("ib@example.dk", "a", false).await;
    let mails = life.days(THREE_MONTHS - 10).await;
    assert_eq!(mails.iter().map(|(to, _)| to.as_str()).collect::<Vec<_>>(), ["bo@example.dk"]);
    let mails = life.days(11).await;
    assert_eq!(mails.iter().map(|(to, _)| to.as_str()).collect::<Vec<_>>(), ["ib@example.dk"]);
}

#[tokio::test]
async fn pauses_and_limits_are_honoured() {
    let placement = |change: fn(&mut Placement)| {
        let mut placement = Placement::default();
        change(&mut placement);
        Some(placement)
    };
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let life = Life::of(vec![monthly("a")]).await;
    life.change("a", |listing| listing.state = State::Paused).await;
    assert!(life.days(THREE_MONTHS).await.is_empty());
    life.change("a", |listing| {
        listing.state = State::Public;
        listing.placement = placement(|placement| placement.paused_until = "2027-03-01".parse().ok());
    })
    .await;
    assert!(life.ask().await.is_empty());
    life.change("a", |listing| {
        listing.placement = placement(|placement| placement.messages_per_month = Some(0));
    })
    .await;
    assert!(life.ask().await.is_empty());
    life.change("a", |listing| {
        listing.placement = placement(|placement| placement.messages_per_month = Some(1));
    })
    .await;
    let write = life.site.site.store.write().await.unwrap();
    let account = write.account(ANNE, life.clock.now()).await.unwrap();
    write.set_quiet(account, "a", Quiet::Until(day("2027-03-01"))).await.unwrap();
    write.commit().await.unwrap();
    assert!(life.days(7).await.is_empty());
    only(&life.days(1).await);
    assert!(life.days(29).await.is_empty(), "one message a month");
    only(&life.days(1).await);
    let write = life.site.site.store.write().await.unwrap();
    write.set_quiet(account, "a", Quiet::ForGood).await.unwrap();
    write.commit().await.unwrap();
    assert!(life.days(100).await.is_empty());
}

#[tokio::test]
async fn a_listing_confirmed_meanwhile_is_not_asked_about() {
    let life = Life::of(vec![monthly("a"), monthly("b")]).await;
    life.clock.forward(Duration::days(THREE_MONTHS));
    life.enqueue().await;
    assert!(jobs::run_next(&life.site.site).await.unwrap(), "the mails are decided on");
    life.change("a", |listing| listing.confirmed.as_mut().unwrap().on = life.clock.today()).await;
    life.site.run_jobs().await;
    assert!(only(&life.site.mails.take()).subject.ends_with("? b"));
}

#[tokio::test]
async fn another_number_of_months_begins_another_round() {
    let life = Life::of(vec![monthly("a")]).await;
    only(&life.days(THREE_MONTHS).await);
    life.change("a", |listing| listing.confirm_months = Some(6)).await;
    assert!(life.days(88).await.is_empty());
    assert!(!only(&life.days(1).await).text.contains("spurgt før"));
    life.change("a", |listing| listing.confirm_months = Some(3)).await;
    assert!(life.days(13).await.is_empty());
    assert!(only(&life.days(1).await).text.contains("spurgt før"), "the round goes on");
}
