//! Listings in and out.

use std::fmt::Write as _;

use content::Listing;
use server::actions::{BadLine, CHUNK, ImportReport, export_listings, import_listings};
use server::store::Store;

use crate::test_site::{FixedClock, TestDatabase, TestSite, listing};

async fn export(store: &Store) -> String {
    let mut lines = Vec::new();
    export_listings(store, &mut lines).await.unwrap();
    String::from_utf8(lines).unwrap()
}

async fn import(store: &Store, lines: &[u8]) -> ImportReport {
    import_listings(store, &FixedClock, lines, |_| {}).await.unwrap()
}

#[tokio::test]
async fn export_import_export_is_identical() {
    let site = TestSite::seeded().await;
    let first = export(&site.site.store).await;
    assert_eq!(first.lines().count(), content::seed::listings().unwrap().len());
    let other = TestDatabase::new().await.store().await;
    let report = import(&other, first.as_bytes()).await;
    assert_eq!(report.bad, []);
    assert_eq!(export(&other).await, first);
}

#[tokio::test]
async fn bad_lines_are_reported_with_number_and_reason_and_the_rest_is_saved() {
    let database = TestDatabase::new().await;
    let store = database.store().await;
    let good = |slug: &str| serde_json::to_string(&listing(slug)).unwrap();
    let mut lines = Vec::new();
    for line in [
        good("a").into_bytes(),
        b"".to_vec(),
        b"{".to_vec(),
        good("b").replace("kantine-catering", "rumfart").into_bytes(),
        good("a").into_bytes(),
        good("c").replace("\"public\"", "3").into_bytes(),
        good("d").replace("\"name\"", "\"cvr\":\"12345678\",\"name\"").into_bytes(),
        vec![b'x'; 50 << 20],
        vec![0xff, 0xfe],
        good("Å").into_bytes(),
        good("e").into_bytes(),
    ] {
        lines.extend(line);
        lines.push(b'\n');
    }
    let report = import(&store, &lines).await;
    assert_eq!(report.saved, 2);
    let mut told = String::new();
    for BadLine { line, reason } in &report.bad {
        writeln!(told, "{line}: {reason}").unwrap();
    }
    insta::assert_snapshot!(told, @r"
    3: EOF while parsing an object at line 2 column 0
    4: “rumfart” is not a slug in content/taxonomy/trades.toml at line 1 column 117
    5: slug: “a” stands on an earlier line
    6: expected value at line 1 column 32
    7: not a CVR number: eight digits with a right check digit at line 1 column 28
    8: the line is longer than 1 MiB
    9: expected value at line 1 column 1
    10: slug: is not a slug
    ");
}

#[tokio::test]
async fn a_chunk_is_saved_whole_and_a_second_import_replaces() {
    let database = TestDatabase::new().await;
    let store = database.store().await;
    let lines: String = (0..=CHUNK * 2).fold(String::new(), |mut lines, number| {
        writeln!(lines, "{}", serde_json::to_string(&listing(&format!("l{number:05}"))).unwrap()).unwrap();
        lines
    });
    let mut progress = Vec::new();
    import_listings(&store, &FixedClock, lines.as_bytes(), |saved| progress.push(saved)).await.unwrap();
    assert_eq!(progress, [CHUNK, CHUNK * 2, CHUNK * 2 + 1]);
    assert_eq!(store.revision().await.unwrap(), 3);
    import(&store, lines.replace("Kantine og frokost", "Kantine").as_bytes()).await;
    let exported = export(&store).await;
    assert_eq!(exported.lines().count(), CHUNK * 2 + 1);
    let first: Listing = serde_json::from_str(exported.lines().next().unwrap()).unwrap();
    assert_eq!(first.one_line, "Kantine");
}
