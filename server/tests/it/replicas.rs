//! Two replicas of one catalogue.

use std::time::{Duration, Instant};

use server::actions::save_listings;
use server::clock::Clock;

use crate::test_site::{FixedClock, TestDatabase, TestSite, listing};

#[tokio::test]
async fn a_change_made_on_one_is_found_on_the_other_within_two_seconds() {
    let database = TestDatabase::new().await;
    let (one, other) = (TestSite::on(&database).await, TestSite::on(&database).await);
    let following = tokio::spawn({
        let site = other.site.clone();
        async move { site.follower.run().await }
    });
    save_listings(&one.site.store, &FixedClock, vec![listing("ny")]).await.unwrap();
    let since = Instant::now();
    while other.get("/virksomheder/ny").await.status != 200 {
        assert!(since.elapsed() < Duration::from_secs(2), "not found after two seconds");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    following.abort();
}

#[tokio::test]
async fn a_save_is_seen_by_the_next_request_on_its_own_replica() {
    let database = TestDatabase::new().await;
    let one = TestSite::on(&database).await;
    let following = tokio::spawn({
        let site = one.site.clone();
        async move { site.follower.run().await }
    });
    for number in 0..5 {
        let slug = format!("ny{number}");
        let revision = save_listings(&one.site.store, &FixedClock, vec![listing(&slug)]).await.unwrap();
        one.site.follower.wait_for(revision).await;
        assert_eq!(one.get(&format!("/virksomheder/{slug}")).await.status, 200);
    }
    following.abort();
}

/// The write that began first commits last; a follower that looks in between must
/// still find it afterwards. SQLite has one writer at a time, so there is no such case.
#[tokio::test]
async fn of_two_interleaved_transactions_neither_is_lost() {
    let database = TestDatabase::new().await;
    if !database.is_postgres() {
        return;
    }
    let (one, other) = (TestSite::on(&database).await, TestSite::on(&database).await);
    let mut first = one.site.store.write().await.unwrap();
    first.put(&[listing("first")], FixedClock.now()).await.unwrap();
    let mut second = other.site.store.write().await.unwrap();
    second.put(&[listing("second")], FixedClock.now()).await.unwrap();
    second.commit().await.unwrap();
    for site in [&one, &other] {
        site.site.follower.catch_up().await.unwrap();
        assert_eq!(site.get("/virksomheder/second").await.status, 200);
        assert_eq!(site.get("/virksomheder/first").await.status, 404);
    }
    first.commit().await.unwrap();
    for site in [&one, &other] {
        site.site.follower.catch_up().await.unwrap();
        assert_eq!(site.get("/virksomheder/first").await.status, 200);
        assert_eq!(site.get("/virksomheder").await.total(), 2);
    }
}
