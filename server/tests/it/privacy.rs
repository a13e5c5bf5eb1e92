//! What somebody needs is kept nowhere: after a whole way from the wishes to the plan for afterwards, the
//! database, the log, the mails, the kept pages and the cookies hold none of what was chosen or typed, except
//! the message that was sent, for whom it was sent to.

use std::fs;
use std::path::{Path, PathBuf};

use axum::http::StatusCode;
use server::clock::{Clock, SystemClock};

use crate::killed::{column, open};
use crate::program::{LISTING, Running, claim, mail_to};
use crate::test_site::TestSite;

/// What is chosen and typed on the way: no listing says it, and no file of the site holds it.
const WISHES: [&str; 3] = ["koerestolsadgang", "kreativt-haandvaerk", "Vestermosebyen"];
/// What the message says.
const WORDS: [&str; 2] = ["pindsvinekiks", "koerestolsadgang"];
const SENDER: &str = "konsulent@kommunen.example.dk";

const NEED: &str =
    "opgave=kreativt-haandvaerk&hensyn=koerestolsadgang&timer=4&udenbil=1&naer=Vestermosebyen&km=10";

/// The way through pages that only ask.
fn ways() -> Vec<String> {
    vec![
        "/match".to_owned(),
        format!("/match?{NEED}"),
        format!("/virksomheder/{LISTING}"),
        format!("/liste/pladser?v={LISTING}&{NEED}"),
        format!("/liste/pladser/borger?v={LISTING}&{NEED}"),
        format!("/virksomheder/{LISTING}/henvendelse?art=placering&{NEED}"),
        format!("/liste/henvendelse?v={LISTING}&art=placering&{NEED}"),
        format!("/ordninger/fleksjob?{NEED}"),
        format!("/eftervaern?start=2027-03-04&{NEED}"),
        format!("/eftervaern.ics?start=2027-03-04&{NEED}"),
    ]
}

/// Files of a folder and of those in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Which of the words stand in the bytes, in capital letters or not.
fn held<'a>(bytes: &[u8], words: &[&'a str]) -> Vec<&'a str> {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    words.iter().copied().filter(|word| text.contains(&word.to_lowercase())).collect()
}

fn header<'a>(answer: &'a str, name: &str) -> Vec<&'a str> {
    let lines = answer.split("\r\n\r\n").next().unwrap().lines();
    lines
        .filter_map(|line| line.split_once(": "))
        .filter(|(key, _)| *key == name)
        .map(|(_, value)| value)
        .collect()
}

/// Goes the way, and gives the cookies that were set.
fn go(site: &Running) -> Vec<String> {
    let mut cookies = Vec::new();
    for way in ways() {
        let answer = site.get(&way, "").unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{way}: {answer}");
        assert_eq!(header(&answer, "referrer-policy"), ["same-origin"], "{way}");
        if way.contains(NEED) && !way.starts_with("/ordninger") {
            assert_eq!(header(&answer, "cache-control"), ["no-store"], "{way}");
        }
        cookies.extend(header(&answer, "set-cookie").into_iter().map(str::to_owned));
    }
    let listed = [("foej", LISTING), ("retur", &format!("/match?{NEED}"))];
    let answer = site.post("/liste", "", &listed).unwrap();
    cookies.extend(header(&answer, "set-cookie").into_iter().map(str::to_owned));
    cookies
}

fn send(site: &Running, folder: &Path) {
    let made = (SystemClock.now().timestamp() - 60).to_string();
    let form = [
        ("art", "placering"),
        ("hvad", "En plads med pindsvinekiks"),
        ("hensyn", "koerestolsadgang"),
        ("firma", "Kommunen"),
        ("email", SENDER),
        ("website", ""),
        ("dannet", &made),
    ];
    site.post(&format!("/virksomheder/{LISTING}/henvendelse"), "", &form).unwrap();
    let key = mail_to(folder, SENDER);
    site.post("/henvendelse/bekraeft", "", &[("noegle", &key)]).unwrap();
}

/// The tables with one of the words in them.
#[tokio::main]
async fn tables(file: &Path, words: &[&str]) -> Vec<String> {
    let db = open(file).await;
    let mut found = Vec::new();
    for table in column(&db, "SELECT name FROM sqlite_master WHERE type = 'table'").await {
        let names = column(&db, format!("SELECT name FROM pragma_table_info('{table}')")).await;
        let all: Vec<String> = names.iter().map(|name| format!("coalesce(quote(\"{name}\"), '')")).collect();
        let rows = column(&db, format!("SELECT {} FROM \"{table}\"", all.join(" || "))).await;
        if !held(rows.concat().as_bytes(), words).is_empty() {
            found.push(table);
        }
    }
    found
}

fn silent(log: &Path) {
    let logged = fs::read(log).unwrap();
    assert!(!logged.is_empty());
    assert_eq!(held(&logged, &[&WISHES[..], &WORDS, &[SENDER]].concat()), Vec::<&str>::new());
}

#[test]
fn nothing_is_kept_of_a_need_but_the_message_that_was_sent() {
    let (folder, logs) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (folder, log) = (folder.path(), logs.path().join("log"));
    claim(folder);
    let site = Running::logging(folder, &log);
    let cookies = go(&site);
    assert_eq!(cookies.len(), 1, "{cookies:?}");
    assert!(cookies[0].starts_with(&format!("liste={LISTING};")), "{cookies:?}");
    drop(site);
    silent(&log);
    for file in files(folder) {
        assert_eq!(held(&fs::read(&file).unwrap(), &WISHES), Vec::<&str>::new(), "{}", file.display());
    }

    let site = Running::logging(folder, &log);
    send(&site, folder);
    mail_to(folder, "anne@trykkeriet.example.dk");
    drop(site);
    silent(&log);
    assert_eq!(tables(&folder.join("samhandel.db"), &WORDS), ["message"]);
}

#[tokio::test]
async fn no_page_with_a_need_is_kept_in_memory() {
    let site = TestSite::seeded().await;
    let before = site.site.pages.pages();
    for need in ["", "?opgave=dyr", "?opgave=dyr&naer=Hobro"] {
        assert_eq!(site.get(&format!("/match{need}")).await.status, StatusCode::OK);
    }
    assert_eq!(site.site.pages.pages(), before);
}
