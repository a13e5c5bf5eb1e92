//! What stays and what goes when a process ends half way, a change is taken back, or a database is another.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::http::StatusCode;
use chrono::{DateTime, Duration, Utc};
use server::actions::{export_listings, import_listings};
use server::clock::Clock;
use server::store::{Author, JobKind, Upload};

use super::{address, open, pictures, png, post, sent};
use crate::editors::enrol;
use crate::members::kitchen;
use crate::test_site::{EDITOR, FixedClock, TestDatabase, TestSite};

/// Keeps a picture as its form does, without its job being run.
async fn waiting(site: &TestSite, bytes: Vec<u8>) -> i64 {
    let author = Author { email: "anne@koekkenet.example.dk".to_owned(), editor: false };
    let (slug, alt) = ("koekkenet".to_owned(), "Baren".to_owned());
    let write = site.site.store.write().await.unwrap();
    let upload = Upload { slug, alt, logo: false, author, bytes };
    let id = write.add_upload(upload, FixedClock.now()).await.unwrap();
    for _ in 0..2 {
        write.enqueue(&JobKind::Picture { upload: id }, None, FixedClock.now()).await.unwrap();
    }
    write.commit().await.unwrap();
    id
}

#[tokio::test]
async fn a_job_that_is_run_twice_shows_one_picture() {
    let site = TestSite::with(vec![kitchen()]).await;
    let id = waiting(&site, png(0)).await;
    assert!(site.site.store.upload_waits(id).await.unwrap());
    let upload = site.site.store.upload(id).await.unwrap().unwrap();
    let made = server::pictures::make(&upload.bytes, false);
    site.run_jobs().await;
    // Another runner that had decoded it as well comes second.
    server::actions::show_picture(&site.site, id, upload, made).await.unwrap();
    assert_eq!(pictures(&site).await.len(), 1);
    assert_eq!(site.site.store.changes(9).await.unwrap().len(), 1);
    assert!(site.site.store.uploads("koekkenet").await.unwrap().is_empty());
}

/// A clock that stands still at any hour.
#[derive(Debug)]
struct Hours(AtomicI64);

impl Clock for Hours {
    fn now(&self) -> DateTime<Utc> {
        FixedClock.now() + Duration::hours(self.0.load(Ordering::Relaxed))
    }
}

#[tokio::test]
async fn a_file_that_ends_the_process_each_time_is_given_up() {
    let (database, clock) = (TestDatabase::new().await, Arc::new(Hours(AtomicI64::new(0))));
    let site = TestSite::at(&database, clock.clone()).await;
    site.save(vec![kitchen()]).await;
    waiting(&site, png(0)).await;
    // Taken and never finished: its runner is gone each time.
    for hour in 1..=3 {
        while site.site.store.take_job(None, clock.now()).await.unwrap().is_some() {}
        clock.0.store(hour, Ordering::Relaxed);
    }
    site.run_jobs().await;
    assert!(pictures(&site).await.is_empty());
    assert!(site.site.store.uploads("koekkenet").await.unwrap()[0].refused.is_some());
}

#[tokio::test]
async fn pictures_nobody_shows_are_forgotten_once_no_change_can_bring_them_back() {
    let (site, cookie) = open().await;
    for number in 0..2 {
        sent(&site, &cookie, &png(number), "Et bord").await;
    }
    let [kept, gone] = pictures(&site).await.try_into().unwrap();
    post(&site, &cookie, "slet", &[("id", &gone.id)]).await;
    let forget = |now| {
        let store = site.site.store.clone();
        async move {
            let write = store.write().await.unwrap();
            write.forget_pictures(now).await.unwrap();
            write.commit().await.unwrap();
        }
    };
    forget(FixedClock.now() + Duration::days(29)).await;
    assert_eq!(site.get(&address(&gone, 40)).await.status, StatusCode::OK);

    let (editor, ..) = enrol(&site, EDITOR).await;
    let room = site.get_as("/redaktion", &editor).await.body;
    assert!(room.contains("Billeder") && room.contains("2. Et bord (40 × 30, nr. "), "{room}");
    let change = site.site.store.changes(1).await.unwrap().pop().unwrap().id.to_string();
    site.post("/redaktion/tag-tilbage", &[("id", &change)], Some(&editor)).await;
    assert_eq!(pictures(&site).await.len(), 2);
    post(&site, &cookie, "slet", &[("id", &gone.id)]).await;

    forget(FixedClock.now() + Duration::days(31)).await;
    assert_eq!(site.get(&address(&gone, 40)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get(&address(&kept, 40)).await.status, StatusCode::OK);
    let change = site.site.store.changes(1).await.unwrap().pop().unwrap().id.to_string();
    site.post("/redaktion/tag-tilbage", &[("id", &change)], Some(&editor)).await;
    assert_eq!(pictures(&site).await, [kept], "nothing broken is shown");
}

#[tokio::test]
async fn another_database_leaves_out_pictures_it_does_not_have() {
    let (site, cookie) = open().await;
    sent(&site, &cookie, &png(0), "Et bord").await;
    let mut lines = Vec::new();
    export_listings(&site.site.store, &mut lines).await.unwrap();
    for (store, kept) in [(TestDatabase::new().await.store().await, 0), (site.site.store.clone(), 1)] {
        import_listings(&store, &FixedClock, lines.as_slice(), |_| {}).await.unwrap();
        let listing = store.write().await.unwrap().listing("koekkenet").await.unwrap().unwrap();
        assert_eq!(listing.pictures.len(), kept);
    }
}

#[tokio::test]
async fn a_database_that_is_away_is_no_missing_picture() {
    let site = TestSite::with(vec![kitchen()]).await;
    site.site.store.clone().close().await;
    assert_eq!(site.get("/billeder/a-480.webp").await.status, StatusCode::SERVICE_UNAVAILABLE);
}
