//! What people did not find.

use chrono::{Duration, NaiveDate};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, Statement};
use server::actions::count_gaps;
use server::clock::Clock;
use server::jobs;
use server::store::Gap;

use crate::test_site::{FixedClock, TestDatabase, TestSite, listing_with};

/// Words, place, hits and count of what waits in memory.
fn waiting(site: &TestSite) -> Vec<(String, String, i32, i64)> {
    site.site.gaps.take().into_iter().map(|gap| (gap.words, gap.place, gap.hits, gap.count)).collect()
}

async fn stored(site: &TestSite) -> Vec<Gap> {
    site.site.store.gaps(FixedClock.today() - Duration::days(1000)).await.unwrap()
}

async fn raw(database: &TestDatabase) -> DatabaseConnection {
    Database::connect(&database.url).await.unwrap()
}

#[tokio::test]
async fn a_search_with_few_hits_counts_each_time_it_is_asked() {
    let database = TestDatabase::new().await;
    let site = TestSite::on(&database).await;
    let revision = site.save(vec![listing_with("a", |_| {})]).await;
    for _ in 0..2 {
        site.get("/virksomheder?q=Raketmotor+og+en+RÆV").await;
    }
    site.get("/virksomheder?q=raketmotor+R%C3%A6v&kommune=rebild").await;
    assert_eq!(count_gaps(&site.site).await.unwrap(), 2);
    site.get("/virksomheder?q=en+raketmotor+r%C3%A6v").await;
    assert_eq!(count_gaps(&site.site).await.unwrap(), 1);
    assert_eq!(count_gaps(&site.site).await.unwrap(), 0);

    let gap = |place: &str, count| Gap {
        day: FixedClock.today(),
        words: "raketmotor raev".to_owned(),
        place: place.to_owned(),
        hits: 0,
        count,
    };
    assert_eq!(stored(&site).await, [gap("", 3), gap("Rebild Kommune", 1)]);
    assert_eq!(site.site.store.revision().await.unwrap(), revision);

    // Nothing but these columns, so nothing of who asked.
    let database = raw(&database).await;
    let all = Statement::from_string(database.get_database_backend(), "SELECT * FROM search_gap");
    let rows = database.query_all_raw(all).await.unwrap();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].column_names(), ["day", "words", "place", "hits", "count"]);
    database.close().await.unwrap();
}

#[tokio::test]
async fn the_hits_are_counted_up_to_two() {
    let few = |count: usize| (0..count).map(|number| listing_with(&format!("l{number}"), |_| {})).collect();
    let site = TestSite::with(few(2)).await;
    site.get("/virksomheder?q=frokost").await;
    assert_eq!(waiting(&site), [("frokost".to_owned(), String::new(), 2, 1)]);
    site.save(few(3)).await;
    site.get("/virksomheder?q=frokost").await;
    assert_eq!(waiting(&site), []);
}

#[tokio::test]
async fn what_could_tell_of_a_citizen_is_not_counted() {
    let site = TestSite::seeded().await;
    for query in [
        "q=raketmotor+010190-1234",
        "q=raketmotor+jens%40example.dk",
        "q=raketmotor+98+12+34+56",
        "q=raketmotor+98.12.34.56",
        "q=raketmotor+37148334",
        "q=raketmotor+123-456",
        "q=raketmotor+peter+hansen",
        "q=raketmotor+a1+b2+c3+d4+e5+f6",
        "q=raketmotor+til+en+stille+dreng&opgave=koekken",
        "q=raketmotor+til+en+stille&ordning=fleksjob",
        "q=og+eller",
        "q=",
        "q=raketmotor&side=2",
        "kommune=rebild",
    ] {
        site.get(&format!("/virksomheder?{query}")).await;
        assert_eq!(waiting(&site), [], "{query}");
    }
    let long = format!("q={}", "abcdefgh+".repeat(100));
    let word = format!("q={}", "abcdefgh".repeat(11));
    for query in [long, word] {
        site.get(&format!("/virksomheder?{query}")).await;
        assert_eq!(waiting(&site), [], "{query}");
    }
    for (query, words) in
        [("q=raketmotor+xyzzy&opgave=koekken", "raketmotor xyzzy"), ("q=raketmotor+2026", "raketmotor 2026")]
    {
        site.get(&format!("/virksomheder?{query}")).await;
        let counted = waiting(&site);
        assert_eq!(counted.iter().map(|gap| gap.0.as_str()).collect::<Vec<_>>(), [words]);
    }
}

#[tokio::test]
async fn a_store_that_does_not_answer_loses_no_count() {
    let database = TestDatabase::new().await;
    let site = TestSite::on(&database).await;
    let admin = raw(&database).await;
    site.get("/virksomheder?q=raketmotor").await;
    count_gaps(&site.site).await.unwrap();

    admin.execute_unprepared("ALTER TABLE search_gap RENAME TO away").await.unwrap();
    site.get("/virksomheder?q=raketmotor").await;
    assert!(count_gaps(&site.site).await.is_err());
    site.get("/virksomheder?q=raketmotor").await;
    assert!(count_gaps(&site.site).await.is_err());

    admin.execute_unprepared("ALTER TABLE away RENAME TO search_gap").await.unwrap();
    admin.close().await.unwrap();
    count_gaps(&site.site).await.unwrap();
    assert_eq!(stored(&site).await.iter().map(|gap| gap.count).collect::<Vec<_>>(), [3]);
}

#[tokio::test]
async fn counts_are_written_when_the_site_stops() {
    let site = TestSite::empty().await;
    site.get("/virksomheder?q=raketmotor").await;
    let (stop, stopped) = tokio::sync::oneshot::channel();
    stop.send(()).unwrap();
    server::gaps::run(&site.site, stopped).await;
    assert_eq!(stored(&site).await.len(), 1);
}

#[tokio::test]
async fn counts_are_forgotten_after_thirteen_months() {
    let site = TestSite::empty().await;
    let today = FixedClock.today();
    let oldest = NaiveDate::from_ymd_opt(2025, 10, 21).unwrap();
    for day in [oldest - Duration::days(1), oldest, today] {
        let words = "raketmotor".to_owned();
        site.site.gaps.add(Gap { day, words, place: String::new(), hits: 0, count: 1 });
    }
    count_gaps(&site.site).await.unwrap();
    let write = site.site.store.write().await.unwrap();
    write.enqueue(&server::store::JobKind::Housekeeping, None, FixedClock.now()).await.unwrap();
    write.commit().await.unwrap();
    assert!(jobs::run_next(&site.site).await.unwrap());
    assert_eq!(stored(&site).await.iter().map(|gap| gap.day).collect::<Vec<_>>(), [oldest, today]);
}
