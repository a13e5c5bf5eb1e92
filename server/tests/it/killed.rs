//! The program killed at random in the middle of its work, a hundred times on one data folder.

use std::collections::HashSet;
use std::io::Cursor;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use image::{ImageFormat, Rgb, RgbImage};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};

use crate::program::{LISTING, Running, claim, mail_to, mails, version};

/// How often it is killed.
const TIMES: u32 = 100;
/// Most pictures a listing has.
const MOST: usize = 8;

/// Lines that were saved, and tried.
#[derive(Clone, Default)]
struct Lines {
    /// The last one that was answered with a yes.
    saved: String,
    /// The last one that was sent.
    tried: String,
}

/// Saves one line after the other until the program goes away.
fn save_lines(site: &Running, cookie: &str, round: u32, lines: &mut Lines) -> Option<()> {
    let path = format!("/min-side/{LISTING}/salg");
    for number in 0.. {
        let version = version(&site.get(&path, cookie)?)?;
        lines.tried = format!("Linje {round} {number}");
        let form = [("linje", &*lines.tried), ("branche", "grafisk-tryk"), ("udgave", &*version)];
        site.post(&path, cookie, &form)?;
        lines.saved.clone_from(&lines.tried);
    }
    Some(())
}

/// A number that is spelled by the free places of two schemes.
#[derive(Clone, Copy, Default)]
struct Places {
    /// The last one that was answered with a yes.
    saved: u32,
    /// The last one that was sent.
    tried: u32,
}

/// Says ever other numbers of free places until the program goes away.
fn say_places(site: &Running, cookie: &str, places: &mut Places) -> Option<()> {
    loop {
        places.tried += 1;
        let (one, other) = ((places.tried / 200).to_string(), (places.tried % 200).to_string());
        let form = [("sig", "gem"), ("antal-fleksjob", &*one), ("antal-smaajob", &*other)];
        site.post(&format!("/min-side/{LISTING}/pladser"), cookie, &form)?;
        places.saved = places.tried;
    }
}

/// The number that stands on the listing's own page.
fn places_said(site: &Running, cookie: &str) -> u32 {
    let page = site.get(&format!("/min-side/{LISTING}"), cookie).unwrap();
    let said = |scheme: &str| {
        let (_, rest) = page.split_once(&format!("name=\"vist-{scheme}\" value=\"")).unwrap();
        rest.split('"').next().unwrap().parse().unwrap_or(0)
    };
    said("fleksjob") * 200 + said("smaajob")
}

/// Asks for mails to ever new addresses until the program goes away.
fn ask_for_mails(site: &Running, round: u32, gone: &AtomicBool) -> Vec<String> {
    let mut promised = Vec::new();
    for number in 0.. {
        let address = format!("a{round}-{number}@example.dk");
        if gone.load(Ordering::Relaxed) || site.post("/log-ind", "", &[("email", &address)]).is_none() {
            break;
        }
        promised.push(address);
        thread::sleep(Duration::from_millis(20));
    }
    promised
}

/// Sends ever new pictures until the program goes away, and takes the first away when there are many; gives
/// what those show that were taken.
fn send_pictures(site: &Running, cookie: &str, round: u32, gone: &AtomicBool) -> Vec<String> {
    let page = format!("/min-side/{LISTING}/billeder");
    let mut promised = Vec::new();
    for number in 0..u8::MAX {
        let Some(shown) = site.get(&page, cookie).filter(|_| !gone.load(Ordering::Relaxed)) else { break };
        let shown: Vec<&str> = ids(&shown);
        if shown.len() >= MOST {
            let _ = site.post(&format!("{page}/slet"), cookie, &[("id", shown[0])]);
        }
        let alt = format!("Billede {round} {number}");
        let mut png = Cursor::new(Vec::new());
        // Stripes that spell the number of the picture: shades alone may be one and the same once packed.
        let spelled = round << 8 | u32::from(number);
        let stripe = |x: u32, _| Rgb([if spelled >> (x / 4) & 1 == 1 { 255_u8 } else { 0 }; 3]);
        RgbImage::from_fn(64, 16, stripe).write_to(&mut png, ImageFormat::Png).unwrap();
        let field = |head: &str| format!("--x\r\nContent-Disposition: form-data; {head}\r\n\r\n");
        let body = [
            field("name=\"tekst\"").as_bytes(),
            alt.as_bytes(),
            b"\r\n",
            field("name=\"billede\"; filename=\"b.png\"").as_bytes(),
            png.get_ref(),
            b"\r\n--x--\r\n",
        ]
        .concat();
        let sent = site.ask(&format!("POST {page}"), cookie, "multipart/form-data; boundary=x", &body);
        promised.extend(sent.filter(|answer| answer.starts_with("HTTP/1.1 303")).map(|_| alt));
    }
    promised
}

/// The pictures on the page.
fn ids(page: &str) -> Vec<&str> {
    let ids = page.split("id=\"billede-").skip(1).filter_map(|rest| rest.split('"').next());
    ids.filter(|id| id.len() == 32).collect()
}

#[test]
fn nothing_confirmed_is_lost_and_nothing_is_doubled() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let cookie = claim(folder);
    let (mut lines, mut places) = (Lines::default(), Places::default());
    let (mut promised, mut pictures) = (Vec::new(), Vec::new());
    for round in 0..TIMES {
        let mut site = Running::start(folder);
        let page = site.get(&format!("/min-side/{LISTING}/salg"), &cookie).unwrap();
        let there = |line: &str| page.contains(&format!("{line}</textarea>"));
        // What was sent last may have been saved though nobody was told.
        if there(&lines.tried) {
            lines.saved.clone_from(&lines.tried);
        }
        assert!(lines.saved.is_empty() || there(&lines.saved), "{} is lost", lines.saved);
        let said = places_said(&site, &cookie);
        assert!((places.saved..=places.tried).contains(&said), "{said} free places, {}", places.saved);
        // Another moment each time, from the first request to the middle of many.
        // Now and then there is time for pictures, which take longer.
        let more = if round % 4 == 0 { 600 } else { 0 };
        let moment = Duration::from_millis(u64::from(round * 37 % 200) + 5 + more);
        let pid = site.child.id().to_string();
        let gone = AtomicBool::new(false);
        let mut now = lines.clone();
        (lines, promised, pictures) = thread::scope(|threads| {
            let saving = threads.spawn(|| {
                save_lines(&site, &cookie, round, &mut now);
                now
            });
            threads.spawn(|| say_places(&site, &cookie, &mut places));
            let asking = threads.spawn(|| ask_for_mails(&site, round, &gone));
            let sending = threads.spawn(|| send_pictures(&site, &cookie, round, &gone));
            thread::sleep(moment);
            assert!(Command::new("kill").args(["-9", &pid]).status().unwrap().success());
            gone.store(true, Ordering::Relaxed);
            let promised = [promised.clone(), asking.join().unwrap()].concat();
            (saving.join().unwrap(), promised, [pictures.clone(), sending.join().unwrap()].concat())
        });
        site.child.wait().unwrap();
    }
    assert!(places.saved > 20, "only {} numbers were said", places.saved);
    assert!(promised.len() > 20, "only {} mails were asked for", promised.len());
    let last = Running::start(folder);
    for address in &promised {
        mail_to(folder, address);
    }
    assert!(!pictures.is_empty(), "no pictures were sent");
    assert_eq!(shown(&last, &folder.join("samhandel.db"), &pictures), Vec::<String>::new(), "lost");
    drop(last);
    for (address, keys) in mails(folder) {
        assert!(keys.len() <= 2, "{address} got {}", keys.len());
    }
    sound(&folder.join("samhandel.db"));
}

pub async fn open(file: &Path) -> DatabaseConnection {
    Database::connect(format!("sqlite://{}", file.display())).await.unwrap()
}

/// The first column of every row.
pub async fn column(db: &DatabaseConnection, sql: impl Into<String>) -> Vec<String> {
    let rows = db.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

/// Waits until no picture waits; every one that the listing names is then served, and every one that is
/// stored is named by the listing or by what it was. Gives those of the promised that never came to be.
#[tokio::main]
async fn shown(site: &Running, file: &Path, promised: &[String]) -> Vec<String> {
    let db = open(file).await;
    let begun = Instant::now();
    while !column(&db, "SELECT alt FROM upload WHERE refused IS NULL").await.is_empty() {
        assert!(begun.elapsed() < Duration::from_mins(2), "pictures wait without end");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let listing = column(&db, "SELECT document FROM listing").await.concat();
    let named = listing.clone() + &column(&db, "SELECT before || after FROM change").await.concat();
    let stored: HashSet<String> = column(&db, "SELECT id FROM picture").await.into_iter().collect();
    for id in &stored {
        assert!(named.contains(id), "{id} is stored and nowhere named");
    }
    let pictures: serde_json::Value = serde_json::from_str(&listing).unwrap();
    for picture in pictures["pictures"].as_array().unwrap() {
        let path = format!("/billeder/{}-{}.webp", picture["id"].as_str().unwrap(), picture["width"]);
        let served = site.get(&path, "").unwrap();
        assert!(served.starts_with("HTTP/1.1 200"), "{path}: {served}");
    }
    // One whose job was lost too often is refused with a reason that its sender reads; that is not lost.
    let refused = column(&db, "SELECT alt FROM upload WHERE refused IS NOT NULL").await;
    let told = |alt: &&String| named.contains(&format!("\"{alt}\"")) || refused.contains(*alt);
    let lost = promised.iter().filter(|alt| !told(alt));
    lost.cloned().collect()
}

/// The database is whole, and every change that is noted was made once.
#[tokio::main]
async fn sound(file: &Path) {
    let db = open(file).await;
    assert_eq!(column(&db, "PRAGMA integrity_check").await, ["ok"]);
    // A picture that comes and goes leaves the listing as it was, so both sides of a change count.
    let changes = column(&db, "SELECT before || after FROM change").await;
    let made: HashSet<&String> = changes.iter().collect();
    assert_eq!(changes.len(), made.len(), "changes that were made twice");
}
