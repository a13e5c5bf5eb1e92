//! Mails that are refused, and processes that end.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use app::mails::Mail;
use async_trait::async_trait;
use axum::http::StatusCode;
use chrono::Duration;
use server::jobs;
use server::mail::{MailError, Mailer, Memory};
use server::site::{Outside, Site};
use tokio::sync::Notify;

use super::{Life, THREE_MONTHS, key, monthly, only};

/// Refuses until it is told not to.
#[derive(Debug, Default)]
struct Moody {
    takes: AtomicBool,
    taken: Memory,
}

#[async_trait]
impl Mailer for Moody {
    async fn send(&self, to: &str, mail: &Mail) -> Result<(), MailError> {
        if self.takes.load(Ordering::Relaxed) {
            self.taken.send(to, mail).await
        } else {
            Err(MailError::Folder(std::io::Error::other("not now")))
        }
    }
}

#[tokio::test]
async fn a_refused_mail_is_tried_again_and_goes_once() {
    let life = Life::of(vec![monthly("a")]).await;
    let mailer = Arc::new(Moody::default());
    let outside = Outside { mailer: mailer.clone(), ..Outside::nowhere(life.clock.clone()) };
    let site = Site::new(life.site.site.store.clone(), outside).unwrap();
    life.clock.forward(Duration::days(THREE_MONTHS));
    life.enqueue().await;
    while jobs::run_next(&site).await.unwrap() {}
    assert!(mailer.taken.take().is_empty());
    life.enqueue().await;
    mailer.takes.store(true, Ordering::Relaxed);
    life.clock.forward(Duration::minutes(1));
    while jobs::run_next(&site).await.unwrap() {}
    let mails = mailer.taken.take();
    assert_eq!(life.vouch(&key(only(&mails)), &["a"]).await, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_process_that_ends_in_the_middle_of_a_mail_leaves_it() {
    /// Never comes back.
    #[derive(Debug, Default)]
    struct Hangs(Notify);

    #[async_trait]
    impl Mailer for Hangs {
        async fn send(&self, _: &str, _: &Mail) -> Result<(), MailError> {
            self.0.notify_one();
            std::future::pending().await
        }
    }

    let life = Life::of(vec![monthly("a")]).await;
    let mailer = Arc::new(Hangs::default());
    let outside = Outside { mailer: mailer.clone(), ..Outside::nowhere(life.clock.clone()) };
    let site = Site::new(life.site.site.store.clone(), outside).unwrap();
    life.clock.forward(Duration::days(THREE_MONTHS));
    life.enqueue().await;
    assert!(jobs::run_next(&site).await.unwrap());
    tokio::select! {
        _ = jobs::run_next(&site) => panic!("the mail hangs"),
        () = mailer.0.notified() => {}
    }
    life.clock.forward(Duration::minutes(11));
    life.site.run_jobs().await;
    assert!(life.site.mails.take().is_empty(), "another runner does not send it again");
}
