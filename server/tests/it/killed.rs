//! The program killed at random in the middle of its work, a hundred times on one data folder.

use std::collections::HashMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use sea_orm::{ConnectionTrait, Database};

/// How often it is killed.
const TIMES: u32 = 100;
const LISTING: &str = "huset-venture-nordjylland";

/// The program in a folder, killed when dropped.
struct Running {
    child: Child,
    address: SocketAddr,
}

impl Running {
    fn start(folder: &Path) -> Self {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let child = Command::new(env!("CARGO_BIN_EXE_samhandel"))
            .env("DATA_DIR", folder)
            .env("BIND", address.to_string())
            .env("BASE_URL", "http://samhandel.test")
            .env("FORWARDED_HEADER", "x-forwarded-for")
            .env("RUST_LOG", "error")
            .env_remove("DATABASE_URL")
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let running = Self { child, address };
        let begun = Instant::now();
        while running.ask("GET /readyz", "", "", b"").is_none_or(|answer| !answer.starts_with("HTTP/1.1 200"))
        {
            assert!(begun.elapsed() < Duration::from_mins(1), "it opens again");
            thread::sleep(Duration::from_millis(5));
        }
        running
    }

    /// One request and its whole answer; none when the program went away meanwhile.
    fn ask(&self, line: &str, cookie: &str, kind: &str, body: &[u8]) -> Option<String> {
        static VISITOR: AtomicU32 = AtomicU32::new(0);
        let visitor = VISITOR.fetch_add(1, Ordering::Relaxed);
        let mut stream = TcpStream::connect(self.address).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
        let head = format!(
            "{line} HTTP/1.1\r\nHost: samhandel.test\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\n\
             X-Forwarded-For: 10.{}.{}.{}\r\nCookie: {cookie}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
            visitor >> 16 & 255,
            visitor >> 8 & 255,
            visitor & 255,
            body.len()
        );
        stream.write_all(&[head.as_bytes(), body].concat()).ok()?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).ok()?;
        let answer = String::from_utf8_lossy(&answer).into_owned();
        answer.contains("\r\n\r\n").then_some(answer)
    }

    /// Sends a form; whether it was taken.
    fn post(&self, path: &str, cookie: &str, form: &[(&str, &str)]) -> Option<String> {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let kind = "application/x-www-form-urlencoded";
        self.ask(&format!("POST {path}"), cookie, kind, body.as_bytes())
            .filter(|answer| answer.starts_with("HTTP/1.1 303"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // On Unix this is SIGKILL.
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// The mails in the folder by receiver, with the key of their link.
fn mails(folder: &Path) -> HashMap<String, Vec<String>> {
    let mut found: HashMap<String, Vec<String>> = HashMap::new();
    let Ok(files) = std::fs::read_dir(folder.join("mail")) else { return found };
    for file in
        files.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "eml"))
    {
        let text = std::fs::read_to_string(file).unwrap().replace("=\r\n", "").replace("=3D", "=");
        let to = text.split("\r\nTo: ").nth(1).unwrap().split("\r\n").next().unwrap();
        let key =
            text.split("?noegle=").nth(1).and_then(|rest| rest.split(['\r', '&']).next()).unwrap_or_default();
        found.entry(to.to_owned()).or_default().push(key.to_owned());
    }
    found
}

fn mail_to(folder: &Path, address: &str) -> String {
    let begun = Instant::now();
    loop {
        if let Some(keys) = mails(folder).get(address) {
            return keys[0].clone();
        }
        assert!(begun.elapsed() < Duration::from_mins(1), "no mail to {address}");
        thread::sleep(Duration::from_millis(50));
    }
}

/// Claims the listing with an address of its website; gives the cookie.
fn claim(folder: &Path) -> String {
    let site = Running::start(folder);
    let claim = [("navn", "Prøve"), ("rolle", "leder"), ("email", "kontakt@hv-nord.dk")];
    site.post(&format!("/virksomheder/{LISTING}/er-det-jeres"), "", &claim).unwrap();
    let key = mail_to(folder, "kontakt@hv-nord.dk");
    let answer = site.post("/log-ind/bekraeft-adgang", "", &[("noegle", &key)]).unwrap();
    let cookie = answer.to_lowercase().find("set-cookie: ").map(|at| &answer[at + 12..]).unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

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
        let page = site.ask(&format!("GET {path}"), cookie, "", b"")?;
        let version = page.split("name=\"udgave\" value=\"").nth(1)?.split('"').next()?.to_owned();
        lines.tried = format!("Linje {round} {number}");
        let form = [("linje", &*lines.tried), ("branche", "grafisk-tryk"), ("udgave", &*version)];
        site.post(&path, cookie, &form)?;
        lines.saved.clone_from(&lines.tried);
    }
    Some(())
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

#[test]
fn nothing_confirmed_is_lost_and_nothing_is_doubled() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let cookie = claim(folder);
    let mut lines = Lines::default();
    let mut promised = Vec::new();
    for round in 0..TIMES {
        let mut site = Running::start(folder);
        let page = site.ask(&format!("GET /min-side/{LISTING}/salg"), &cookie, "", b"").unwrap();
        let there = |line: &str| page.contains(&format!("{line}</textarea>"));
        // What was sent last may have been saved though nobody was told.
        if there(&lines.tried) {
            lines.saved.clone_from(&lines.tried);
        }
        assert!(lines.saved.is_empty() || there(&lines.saved), "{} is lost", lines.saved);
        // Another moment each time, from the first request to the middle of many.
        let moment = Duration::from_millis(u64::from(round * 37 % 200) + 5);
        let pid = site.child.id().to_string();
        let gone = AtomicBool::new(false);
        let mut now = lines.clone();
        (lines, promised) = thread::scope(|threads| {
            let saving = threads.spawn(|| {
                save_lines(&site, &cookie, round, &mut now);
                now
            });
            let asking = threads.spawn(|| ask_for_mails(&site, round, &gone));
            thread::sleep(moment);
            assert!(Command::new("kill").args(["-9", &pid]).status().unwrap().success());
            gone.store(true, Ordering::Relaxed);
            (saving.join().unwrap(), [promised.clone(), asking.join().unwrap()].concat())
        });
        site.child.wait().unwrap();
    }
    assert!(promised.len() > 20, "only {} mails were asked for", promised.len());
    let last = Running::start(folder);
    for address in &promised {
        mail_to(folder, address);
    }
    drop(last);
    for (address, keys) in mails(folder) {
        assert!(keys.len() <= 2, "{address} got {}", keys.len());
    }
    sound(&folder.join("samhandel.db"));
}

/// The database is whole, and every change that is noted was made once.
#[tokio::main]
async fn sound(file: &Path) {
    let db = Database::connect(format!("sqlite://{}", file.display())).await.unwrap();
    let check = |sql: &'static str| {
        let db = &db;
        async move {
            db.query_one_raw(sea_orm::Statement::from_string(sea_orm::DbBackend::Sqlite, sql))
                .await
                .unwrap()
                .unwrap()
        }
    };
    let whole: String = check("PRAGMA integrity_check").await.try_get_by_index(0).unwrap();
    assert_eq!(whole, "ok");
    let doubled: i64 =
        check("SELECT COUNT(*) - COUNT(DISTINCT after) FROM change").await.try_get_by_index(0).unwrap();
    assert_eq!(doubled, 0, "changes that were made twice");
}
