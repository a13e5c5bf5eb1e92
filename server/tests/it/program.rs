//! The real program in a data folder of its own, asked over its socket.

use std::collections::HashMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// The one listing it has: few listings make a start cheap.
pub const LISTING: &str = "trykkeriet";
const CATALOGUE: &str = r#"{"slug":"trykkeriet","name":"Trykkeriet","state":"public","one_line":"Tryk","municipality":"aalborg","trades":["grafisk-tryk"],"source":{"site":"example.dk"},"website":"https://www.trykkeriet.example.dk","placement":{"schemes":["fleksjob","smaajob"]}}"#;
const MEMBER: &str = "anne@trykkeriet.example.dk";

/// The program in a folder, killed when dropped.
pub struct Running {
    pub child: Child,
    address: SocketAddr,
}

fn command(folder: &Path) -> Command {
    // A write past a limit is then an error, as on a full disk, and not the end of the process.
    let mut command = Command::new("sh");
    command
        .args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_samhandel")])
        .env("DATA_DIR", folder)
        .env("BASE_URL", "http://samhandel.test")
        .env("FORWARDED_HEADER", "x-forwarded-for")
        .env("RUST_LOG", "error")
        .env_remove("DATABASE_URL")
        .stdout(Stdio::null());
    command
}

impl Running {
    pub fn start(folder: &Path) -> Self {
        Self::run(&mut command(folder))
    }

    /// Logs more than usual, to a file.
    pub fn logging(folder: &Path, log: &Path) -> Self {
        let log = std::fs::File::create(log).unwrap();
        let errors = log.try_clone().unwrap();
        Self::run(command(folder).env("RUST_LOG", "debug").stdout(log).stderr(errors))
    }

    /// Starts until it is ready. Meanwhile anything may take the free port that was found, so a program that
    /// ended at once is started again on another.
    fn run(command: &mut Command) -> Self {
        let begun = Instant::now();
        'port: loop {
            let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
            let child = command.env("BIND", address.to_string()).spawn().unwrap();
            let mut running = Self { child, address };
            loop {
                let answer = running.ask("GET /readyz", "", "", b"");
                if answer.is_some_and(|answer| answer.starts_with("HTTP/1.1 200")) {
                    return running;
                }
                assert!(begun.elapsed() < Duration::from_mins(1), "it opens again");
                if running.child.try_wait().unwrap().is_some() {
                    continue 'port;
                }
                thread::sleep(Duration::from_millis(5));
            }
        }
    }

    /// One request and its whole answer; none when the program went away meanwhile.
    pub fn ask(&self, line: &str, cookie: &str, kind: &str, body: &[u8]) -> Option<String> {
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

    pub fn get(&self, path: &str, cookie: &str) -> Option<String> {
        self.ask(&format!("GET {path}"), cookie, "", b"")
    }

    /// Sends a form.
    pub fn send(&self, path: &str, cookie: &str, form: &[(&str, &str)]) -> Option<String> {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let kind = "application/x-www-form-urlencoded";
        self.ask(&format!("POST {path}"), cookie, kind, body.as_bytes())
    }

    /// Sends a form; gives the answer if it was taken.
    pub fn post(&self, path: &str, cookie: &str, form: &[(&str, &str)]) -> Option<String> {
        self.send(path, cookie, form).filter(|answer| answer.starts_with("HTTP/1.1 303"))
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
pub fn mails(folder: &Path) -> HashMap<String, Vec<String>> {
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

pub fn mail_to(folder: &Path, address: &str) -> String {
    let begun = Instant::now();
    loop {
        if let Some(keys) = mails(folder).get(address) {
            return keys[0].clone();
        }
        assert!(begun.elapsed() < Duration::from_mins(1), "no mail to {address}");
        thread::sleep(Duration::from_millis(50));
    }
}

/// Fills an empty folder and claims the listing with an address of its website; gives the cookie.
pub fn claim(folder: &Path) -> String {
    let file = folder.join("catalogue.jsonl");
    std::fs::write(&file, CATALOGUE).unwrap();
    assert!(command(folder).arg("import").arg(file).status().unwrap().success());
    let site = Running::start(folder);
    let claim = [("navn", "Prøve"), ("rolle", "leder"), ("email", MEMBER)];
    site.post(&format!("/virksomheder/{LISTING}/er-det-jeres"), "", &claim).unwrap();
    let key = mail_to(folder, MEMBER);
    let answer = site.post("/log-ind/bekraeft-adgang", "", &[("noegle", &key)]).unwrap();
    let cookie = answer.to_lowercase().find("set-cookie: ").map(|at| &answer[at + 12..]).unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

/// The version in the form of a page.
pub fn version(page: &str) -> Option<String> {
    Some(page.split("name=\"udgave\" value=\"").nth(1)?.split('"').next()?.to_owned())
}
