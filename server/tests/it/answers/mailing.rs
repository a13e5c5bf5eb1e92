//! The mails themselves: their headers, and servers that refuse them.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use app::mails::Mail;
use app::model::{MessageKind, MessageWords, RecipientState};
use async_trait::async_trait;
use chrono::Duration;
use server::mail::{Folder, MailError, Mailer, Memory};

use super::{BUYER, Life, answers, kitchens, order, to};
use crate::test_site::listing;

/// Refuses what goes to some.
#[derive(Debug, Default)]
struct Choosy {
    refused: Mutex<BTreeSet<&'static str>>,
    taken: Memory,
    offered: Mutex<Vec<Mail>>,
}

#[async_trait]
impl Mailer for Choosy {
    async fn send(&self, to: &str, mail: &Mail) -> Result<(), MailError> {
        if self.refused.lock().unwrap().contains(to) {
            self.offered.lock().unwrap().push(mail.clone());
            return Err(MailError::Folder(std::io::Error::other("not here")));
        }
        self.taken.send(to, mail).await
    }
}

/// A day in steps in which what is put off is tried again.
async fn a_day(life: &Life) {
    for _ in 0..30 {
        life.clock.forward(Duration::hours(1));
        life.site.run_jobs().await;
    }
}

/// The mails in a folder, by receiver: all lines of the headers, unfolded, and the rest.
fn files(folder: &std::path::Path) -> Vec<(Vec<String>, String)> {
    let files = std::fs::read_dir(folder).unwrap();
    let read = |file: std::io::Result<std::fs::DirEntry>| {
        let mail = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let (head, body) = mail.split_once("\r\n\r\n").unwrap();
        let head = head.replace("\r\n ", " ").replace("\r\n\t", " ");
        (head.split("\r\n").map(str::to_owned).collect(), body.to_owned())
    };
    files.map(read).collect()
}

#[tokio::test]
async fn nothing_typed_becomes_a_header_and_answers_go_to_the_sender() {
    let folder = tempfile::tempdir().unwrap();
    let life = Life::of(kitchens(&["a"])).await;
    let from = "Samhandel Nord <samhandel@example.dk>".parse().unwrap();
    let mailer = Folder::new(folder.path().to_owned(), from, life.clock.clone());
    let life = life.mailing(Arc::new(mailer)).await;
    // No form takes such lines; what counts here is that none would do harm.
    let evil = "Ond\r\nBcc: alle@example.dk\r\n\r\n<script>\u{2028}Cc: x@example.dk".to_owned();
    let new = MessageWords {
        company: evil.clone(),
        amount: evil.clone(),
        place: evil.clone(),
        wanted_by: evil,
        ..order()
    };
    life.sent(&new, &["a"]).await;
    let mails = files(folder.path());
    assert_eq!(mails.len(), 2);
    for (head, _) in &mails {
        let mut names: Vec<_> = head.iter().map(|line| line.split_once(": ").unwrap().0).collect();
        names.sort_unstable();
        let with_reply =
            ["Auto-Submitted", "Content-Type", "Date", "From", "MIME-Version", "Reply-To", "Subject", "To"];
        if head.contains(&"To: a@example.dk".to_owned()) {
            assert_eq!(names, with_reply);
            assert!(head.contains(&"Reply-To: indkoeb@example.dk".to_owned()), "{head:?}");
        } else {
            assert!(head.contains(&"To: indkoeb@example.dk".to_owned()) && !names.contains(&"Reply-To"));
        }
        assert!(head.iter().all(|line| !line.starts_with("Bcc") && !line.starts_with("Cc")), "{head:?}");
    }
}

#[tokio::test]
async fn a_sender_who_cannot_be_answered_fails_the_mail() {
    let life = Life::of(kitchens(&["a"])).await;
    let new = MessageWords { email: "x@example.dk\r\nBcc: y@example.dk".to_owned(), ..order() };
    let id = life.write(&new, &["a"]).await;
    let recipients = life.confirm(id).await;
    assert!(!life.mails().await.iter().any(|(to, _)| to == "a@example.dk"));
    a_day(&life).await;
    assert_eq!(life.state(&recipients[0]).await, RecipientState::Undelivered);
    assert!(!life.site.mails.take().iter().any(|(to, _)| to == "a@example.dk"));
}

#[tokio::test]
async fn a_mail_that_is_refused_is_tried_again_and_then_told() {
    let life = Life::of(kitchens(&["a", "b"])).await;
    let mailer = Arc::new(Choosy::default());
    mailer.refused.lock().unwrap().insert("a@example.dk");
    let life = life.mailing(mailer.clone()).await;
    let (recipients, _) = life.sent(&order(), &["a"]).await;
    assert_eq!(life.state(&recipients[0]).await, RecipientState::Waiting);
    assert!(life.recipient(&recipients[0]).await.sent.is_none());
    to(&mailer.taken.take(), BUYER);
    a_day(&life).await;
    assert_eq!(life.state(&recipients[0]).await, RecipientState::Undelivered);
    let told = mailer.taken.take();
    let mail = to(&told, BUYER);
    assert_eq!(mail.subject, "Vi kunne ikke nå Køkken a");
    assert!(mail.text.contains("98 00 00 00") && mail.text.contains("/virksomheder/b"), "{mail:?}");
    let offered = std::mem::take(&mut *mailer.offered.lock().unwrap());
    assert_eq!(offered.len(), 10);
    for key in offered.iter().flat_map(answers) {
        assert_eq!(life.answer(&key, &[]).await, 410, "a link that nobody got is taken back");
    }
}

#[tokio::test]
async fn one_of_two_mailboxes_is_enough() {
    let life = Life::of(vec![listing("a")]).await;
    let write = life.site.site.store.write().await.unwrap();
    let now = server::clock::Clock::now(&*life.clock);
    for email in ["anne@example.dk", "bo@example.dk"] {
        let account = write.account(email, now).await.unwrap();
        write.add_member(account, "a", true, now).await.unwrap();
    }
    write.commit().await.unwrap();
    let mailer = Arc::new(Choosy::default());
    mailer.refused.lock().unwrap().insert("anne@example.dk");
    let life = life.mailing(mailer.clone()).await;
    let (recipients, _) = life.sent(&order(), &["a"]).await;
    a_day(&life).await;
    assert_eq!(life.state(&recipients[0]).await, RecipientState::Waiting);
    assert!(life.recipient(&recipients[0]).await.sent.is_some());
}

#[tokio::test]
async fn what_could_not_be_sent_is_given_up_even_when_no_job_says_so() {
    let life = Life::of(vec![listing("a")]).await;
    let (recipients, mails) = life.sent(&order(), &["a"]).await;
    assert_eq!(mails.len(), 1, "the receipt; nobody is there to be asked");
    assert!(life.until("2026-11-23").await.is_empty());
    assert_eq!(life.until("2026-11-24").await, ["2026-11-24 indkoeb@example.dk Vi kunne ikke nå a"]);
    assert_eq!(life.state(&recipients[0]).await, RecipientState::Undelivered);
}

#[tokio::test]
async fn a_placement_asks_for_care_with_what_is_mailed() {
    let life = Life::of(kitchens(&["a"])).await;
    let (_, mails) = life.sent(&MessageWords { kind: MessageKind::Placement, ..order() }, &["a"]).await;
    assert!(to(&mails, "a@example.dk").text.contains("Skriv intet om borgeren"));
}
