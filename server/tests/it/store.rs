//! What the store promises.

use server::actions::save_listings;
use server::store::{Store, StoreError};

use crate::test_site::{FixedClock, TestDatabase, listing, listing_with};

async fn names(store: &Store) -> Vec<String> {
    let now = store.revision().await.unwrap();
    let all = store.changed(-1, now, "", 1000).await.unwrap();
    all.into_iter().map(|listing| listing.name).collect()
}

#[tokio::test]
async fn each_write_has_the_next_revision_and_stamps_what_it_changed() {
    let database = TestDatabase::new().await;
    let store = database.store().await;
    assert_eq!(store.revision().await.unwrap(), 0);
    let first = save_listings(&store, &FixedClock, vec![listing("a"), listing("b")]).await.unwrap();
    let second = save_listings(&store, &FixedClock, vec![listing_with("b", |b| b.name = "B".to_owned())])
        .await
        .unwrap();
    assert_eq!((first, second), (1, 2));
    let changed = store.changed(first, second, "", 10).await.unwrap();
    assert_eq!(changed.iter().map(|listing| listing.name.as_str()).collect::<Vec<_>>(), ["B"]);
    assert_eq!(names(&store).await, ["a", "B"]);
}

#[tokio::test]
async fn a_write_dropped_before_its_commit_changes_nothing() {
    let database = TestDatabase::new().await;
    let store = database.store().await;
    let mut write = store.write().await.unwrap();
    write.put(&[listing("a")], server::clock::Clock::now(&FixedClock)).await.unwrap();
    drop(write);
    save_listings(&store, &FixedClock, vec![listing("b")]).await.unwrap();
    assert_eq!(names(&store).await, ["b"]);
    assert_eq!(store.revision().await.unwrap(), 1);
}

#[tokio::test]
async fn many_writes_at_once_lose_nothing() {
    let database = TestDatabase::new().await;
    let store = database.store().await;
    let writes = (0..20).map(|number| {
        let store = store.clone();
        tokio::spawn(async move {
            save_listings(&store, &FixedClock, vec![listing(&format!("l{number:02}"))]).await.unwrap()
        })
    });
    let mut revisions = Vec::new();
    for write in writes.collect::<Vec<_>>() {
        revisions.push(write.await.unwrap());
    }
    revisions.sort_unstable();
    assert_eq!(revisions, (1..=20).collect::<Vec<_>>());
    assert_eq!(names(&store).await.len(), 20);
}

#[tokio::test]
async fn a_database_of_a_later_version_is_refused_with_a_sentence() {
    let database = TestDatabase::new().await;
    database.store().await.close().await;
    let raw = sea_orm::Database::connect(&database.url).await.unwrap();
    let later = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m20991231_later', 0)";
    sea_orm::ConnectionTrait::execute_unprepared(&raw, later).await.unwrap();
    raw.close().await.unwrap();
    let error = Store::open(&database.url).await.unwrap_err();
    assert!(matches!(error, StoreError::Newer(_)));
    assert!(error.to_string().starts_with("the database is newer than this program"));
}

#[tokio::test]
async fn a_copy_of_the_database_opens_and_holds_everything() {
    let database = TestDatabase::new().await;
    let store = database.store().await;
    save_listings(&store, &FixedClock, vec![listing("a")]).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.db");
    let copied = store.copy_to(copy.to_str().unwrap()).await;
    if database.is_postgres() {
        assert!(matches!(copied, Err(StoreError::NotSqlite)));
    } else {
        copied.unwrap();
        let store = Store::open(&format!("sqlite://{}", copy.display())).await.unwrap();
        assert_eq!(names(&store).await, ["a"]);
    }
}
