//! A disk that is full: nothing is broken, and once there is room everything goes on.

use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::program::{LISTING, Running, claim, mails, version};

/// Lets the program write no file beyond so many bytes, or any number again.
fn limit(site: &Running, bytes: &str) {
    let pid = site.child.id().to_string();
    let set = Command::new("prlimit").args(["--pid", &pid, &format!("--fsize={bytes}:unlimited")]).status();
    assert!(set.unwrap().success());
}

#[test]
fn a_full_disk_refuses_a_save_with_a_page_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let cookie = claim(folder);
    let site = Running::start(folder);
    let path = format!("/min-side/{LISTING}/salg");
    let before = site.get(&path, &cookie).unwrap();
    let opened = version(&before).unwrap();
    let form = [("linje", "En ny linje"), ("branche", "grafisk-tryk"), ("udgave", &*opened)];
    limit(&site, "1024");
    for _ in 0..4 {
        let refused = site.send(&path, &cookie, &form).unwrap();
        assert!(refused.starts_with("HTTP/1.1 503"), "{refused}");
        assert!(refused.contains("holder en kort pause") && !refused.contains("disk"), "{refused}");
    }
    let asked = site.send("/log-ind", "", &[("email", "ny@example.dk")]).unwrap();
    assert!(asked.starts_with("HTTP/1.1 503"), "a promise that cannot be kept is not made: {asked}");
    for readable in [&*format!("/virksomheder/{LISTING}"), "/virksomheder?q=tryk", "/"] {
        assert!(site.get(readable, "").unwrap().starts_with("HTTP/1.1 200"), "{readable}");
    }
    let meanwhile = site.get(&path, &cookie).unwrap();
    assert!(meanwhile.contains("Tryk</textarea>") && !meanwhile.contains("En ny linje"));

    limit(&site, "unlimited");
    let saved = site.send(&path, &cookie, &form).unwrap();
    assert!(saved.starts_with("HTTP/1.1 303"), "{saved}");
    let page = site.get(&format!("/virksomheder/{LISTING}"), "").unwrap();
    assert!(page.contains("En ny linje"));
    // And what is there now outlives the process.
    drop(site);
    let again = Running::start(folder);
    assert!(again.get(&path, &cookie).unwrap().contains("En ny linje</textarea>"));
    thread::sleep(Duration::from_millis(100));
    assert!(!mails(folder).contains_key("ny@example.dk"));
}
