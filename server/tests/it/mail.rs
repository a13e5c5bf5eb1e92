//! Mails through a real mail server, and into files.

use std::sync::Arc;
use std::time::Duration;

use app::mails;
use server::jobs;
use server::mail::{Folder, Mailer, Smtp};
use server::site::{Outside, Site};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::editors::enrol;
use crate::members::{claim, kitchen};
use crate::pictures;
use crate::test_site::{EDITOR, FixedClock, MovingClock, TestDatabase, TestSite};

/// How a mail server of a test behaves.
#[derive(Clone, Copy, PartialEq)]
enum Manner {
    Takes,
    Refuses,
    HangsUpHalfway,
    SaysNothing,
}

/// A mail server (RFC 5321, no more than a sender needs) and what it takes.
async fn mail_server(manner: Manner) -> (String, UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let (taken, mails) = unbounded_channel();
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            tokio::spawn(serve(stream, manner, taken.clone()));
        }
    });
    (url, mails)
}

async fn serve(stream: TcpStream, manner: Manner, taken: UnboundedSender<String>) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    if manner == Manner::SaysNothing {
        let _ = taken.send(String::new());
        return std::future::pending().await;
    }
    stream.write_all(b"220 test\r\n").await?;
    let mut line = String::new();
    while stream.read_line(&mut line).await? > 0 {
        let word = line.split([' ', '\r']).next().unwrap_or_default().to_ascii_uppercase();
        line.clear();
        match word.as_str() {
            "DATA" if manner == Manner::HangsUpHalfway => return Ok(()),
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await?;
                let mut mail = String::new();
                while !mail.ends_with("\r\n.\r\n") {
                    stream.read_line(&mut mail).await?;
                }
                let _ = taken.send(mail);
                stream.write_all(b"250 taken\r\n").await?;
            }
            "RCPT" if manner == Manner::Refuses => stream.write_all(b"451 not now\r\n").await?,
            "QUIT" => return stream.write_all(b"221 bye\r\n").await,
            _ => stream.write_all(b"250 ok\r\n").await?,
        }
    }
    Ok(())
}

fn smtp(url: &str) -> Smtp {
    Smtp::new(url, "Samhandel Nord <samhandel@example.dk>".parse().unwrap()).unwrap()
}

#[tokio::test]
async fn a_mail_goes_out_as_text_and_html() {
    let (url, mut mails) = mail_server(Manner::Takes).await;
    smtp(&url).send("kontakt@example.dk", &mails::sign_in("https://example.dk/x")).await.unwrap();
    let mail = mails.recv().await.unwrap();
    for part in [
        "From: \"Samhandel Nord\" <samhandel@example.dk>\r\n",
        "To: kontakt@example.dk\r\n",
        "Auto-Submitted: auto-generated\r\n",
        "multipart/alternative",
        "text/plain; charset=utf-8",
        "text/html; charset=utf-8",
        "Date: ",
    ] {
        assert!(mail.contains(part), "no {part} in {mail}");
    }
    assert!(mail.contains("Subject: Log ind =?utf-8?") || mail.contains("Subject: =?utf-8?"), "{mail}");
}

#[tokio::test]
async fn a_mail_that_is_not_taken_is_an_error() {
    for manner in [Manner::Refuses, Manner::HangsUpHalfway] {
        let (url, mut mails) = mail_server(manner).await;
        let sent = smtp(&url).send("kontakt@example.dk", &mails::sign_in("https://example.dk/x")).await;
        assert!(sent.is_err());
        assert!(mails.try_recv().is_err());
    }
    assert!(Smtp::new("mail.example.dk", "a@example.dk".parse().unwrap()).is_err());
}

#[tokio::test]
async fn a_refused_mail_is_tried_again_and_blocks_nobody() {
    let database = TestDatabase::new().await;
    let (url, _mails) = mail_server(Manner::Refuses).await;
    let outside = Outside { mailer: Arc::new(smtp(&url)), ..Outside::nowhere(Arc::new(FixedClock)) };
    let site = Site::new(database.store().await, outside).unwrap();
    let asked = tokio::time::timeout(
        Duration::from_secs(5),
        server::actions::ask_to_sign_in(&site, "kontakt@example.dk", ""),
    );
    asked.await.unwrap().unwrap();
    assert!(jobs::run_next(&site).await.unwrap(), "it is tried");
    assert!(!jobs::run_next(&site).await.unwrap(), "and put off");
    let later = server::clock::Clock::now(&FixedClock) + chrono::Duration::minutes(1);
    let job = site.store.take_job(None, later).await.unwrap().unwrap();
    assert_eq!(job.attempt, 2);
}

#[tokio::test]
async fn without_a_mail_server_mails_are_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mail");
    let mailer = Folder::new(path.clone(), "samhandel@localhost".parse().unwrap(), Arc::new(FixedClock));
    for _ in 0..2 {
        mailer.send("kontakt@example.dk", &mails::sign_in("https://example.dk/x")).await.unwrap();
    }
    let names: Vec<String> = std::fs::read_dir(&path)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names.len(), 2);
    for name in names {
        assert!(name.starts_with("20261121T120000000-"), "{name}");
        assert_eq!(std::path::Path::new(&name).extension().unwrap(), "eml");
        assert!(std::fs::read_to_string(path.join(name)).unwrap().contains("To: kontakt@example.dk\r\n"));
    }
}

#[tokio::test]
async fn a_mail_server_that_says_nothing_holds_up_no_request_and_no_other_job() {
    let database = TestDatabase::new().await;
    let site = TestSite::on(&database).await;
    site.save(vec![kitchen()]).await;
    let cookie = claim(&site, "anne@koekkenet.example.dk").await;
    let (url, mut connections) = mail_server(Manner::SaysNothing).await;
    let patient = Arc::new(smtp(&url).patient(Duration::from_hours(1)));
    let slow = TestSite::mailing(&database, Arc::new(FixedClock), patient).await;
    slow.site.follower.catch_up().await.unwrap();
    for task in [true, false] {
        let site = slow.site.clone();
        tokio::spawn(async move { if task { site.follower.run().await } else { jobs::run(&site).await } });
    }
    let asked = slow.post("/log-ind", &[("email", "kontakt@example.dk")], None).await;
    assert_eq!(asked.header("location"), "/log-ind/sendt");
    connections.recv().await.unwrap();
    tokio::time::timeout(Duration::from_mins(1), pictures::shown_meanwhile(&slow, &cookie)).await.unwrap();
}

#[tokio::test]
async fn a_mail_that_is_not_sent_in_time_is_tried_again_and_editors_see_it() {
    let database = TestDatabase::new().await;
    let site = TestSite::on(&database).await;
    let (editor, ..) = enrol(&site, EDITOR).await;
    let (url, _connections) = mail_server(Manner::SaysNothing).await;
    let hasty = Arc::new(smtp(&url).patient(Duration::from_millis(50)));
    let slow = TestSite::mailing(&database, Arc::new(FixedClock), hasty).await;
    slow.post("/log-ind", &[("email", "kontakt@example.dk")], None).await;
    let mails = async || site.get_as("/redaktion/mails", &editor).await.body;
    assert!(mails().await.contains("venter"));
    tokio::time::timeout(Duration::from_mins(1), slow.run_jobs()).await.unwrap();
    assert!(mails().await.contains("afvist 1 gang, prøves igen"), "{}", mails().await);
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_tried_again_and_editors_see_it() {
    let (database, clock) = (TestDatabase::new().await, Arc::new(MovingClock::default()));
    let site = TestSite::on(&database).await;
    let (editor, ..) = enrol(&site, EDITOR).await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mail");
    // A file stands where the folder is to be, which stops even those who may do anything.
    std::fs::write(&path, b"").unwrap();
    let mailer = Folder::new(path.clone(), "samhandel@localhost".parse().unwrap(), clock.clone());
    let files = TestSite::mailing(&database, clock.clone(), Arc::new(mailer)).await;
    files.post("/log-ind", &[("email", "kontakt@example.dk")], None).await;
    files.run_jobs().await;
    let mails = async || site.get_as("/redaktion/mails", &editor).await.body;
    assert!(mails().await.contains("afvist 1 gang, prøves igen"));
    std::fs::remove_file(&path).unwrap();
    clock.forward(chrono::Duration::minutes(1));
    files.run_jobs().await;
    assert_eq!(std::fs::read_dir(&path).unwrap().count(), 1);
    assert!(!mails().await.contains("afvist"));
}
