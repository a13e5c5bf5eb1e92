//! The job queue.

use chrono::Duration;
use server::clock::Clock;
use server::jobs;
use server::store::JobKind;

use crate::test_site::{FixedClock, TestSite};

async fn enqueue(site: &TestSite, key: Option<&str>) {
    let write = site.site.store.write().await.unwrap();
    write.enqueue(&JobKind::Housekeeping, key, FixedClock.now()).await.unwrap();
    write.commit().await.unwrap();
}

#[tokio::test]
async fn a_job_with_a_key_waits_once_and_housekeeping_asks_for_the_next_day() {
    let site = TestSite::empty().await;
    enqueue(&site, Some("housekeeping")).await;
    enqueue(&site, Some("housekeeping")).await;
    assert!(jobs::run_next(&site.site).await.unwrap());
    assert!(!jobs::run_next(&site.site).await.unwrap());
    let tomorrow = FixedClock.now() + Duration::days(1);
    assert!(site.site.store.take_job(None, tomorrow).await.unwrap().is_some());
}

#[tokio::test]
async fn a_job_is_taken_by_one_runner_until_its_lease_ends() {
    let site = TestSite::empty().await;
    enqueue(&site, None).await;
    let store = &site.site.store;
    let now = FixedClock.now();
    assert!(store.take_job(None, now).await.unwrap().is_some());
    assert!(store.take_job(None, now).await.unwrap().is_none());
    let again = store.take_job(None, now + Duration::minutes(11)).await.unwrap().unwrap();
    assert_eq!(again.attempt, 2);
}

#[tokio::test]
async fn a_failed_job_is_put_off_and_longer_each_time() {
    let site = TestSite::empty().await;
    enqueue(&site, None).await;
    let store = &site.site.store;
    let now = FixedClock.now();
    let job = store.take_job(None, now).await.unwrap().unwrap();
    store.retry_job(job, "no answer", now).await.unwrap();
    assert!(store.take_job(None, now).await.unwrap().is_none());
    let second = store.take_job(None, now + Duration::minutes(1)).await.unwrap().unwrap();
    store.retry_job(second, "no answer", now).await.unwrap();
    assert!(store.take_job(None, now + Duration::minutes(1)).await.unwrap().is_none());
    assert!(store.take_job(None, now + Duration::minutes(2)).await.unwrap().is_some());
}

#[tokio::test]
async fn a_job_that_was_given_up_is_forgotten_too() {
    let site = TestSite::empty().await;
    enqueue(&site, None).await;
    let store = &site.site.store;
    let now = FixedClock.now();
    for attempt in 0..10 {
        assert!(store.take_job(None, now + Duration::hours(attempt)).await.unwrap().is_some());
    }
    assert!(store.take_job(None, now + Duration::days(1)).await.unwrap().is_none());
    assert_eq!(store.forget_jobs(now).await.unwrap(), 0);
    assert_eq!(store.forget_jobs(now + Duration::days(1)).await.unwrap(), 1);
}

#[tokio::test]
async fn a_job_that_is_given_up_leaves_its_key_to_another() {
    let site = TestSite::empty().await;
    enqueue(&site, Some("housekeeping")).await;
    let store = &site.site.store;
    let mut now = FixedClock.now();
    for attempt in 1..=10 {
        now += Duration::days(1);
        let job = store.take_job(None, now).await.unwrap().unwrap();
        assert_eq!(store.retry_job(job, "no answer", now).await.unwrap(), attempt == 10);
    }
    assert!(store.take_job(None, now + Duration::days(1)).await.unwrap().is_none());
    enqueue(&site, Some("housekeeping")).await;
    assert!(store.take_job(None, now).await.unwrap().is_some());
}
