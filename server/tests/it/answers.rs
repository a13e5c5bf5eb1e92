//! The life of a message once it is confirmed: mails, answers, reminders, its end, and that it is forgotten.

mod answering;
mod forgetting;
mod mailing;
mod placement;
mod rounds;

use std::sync::Arc;

use app::mails::Mail;
use app::model::{MessageKind, MessageWords, RecipientState, ValidMessage, Wanted};
use chrono::{Duration, NaiveDate};
use content::Listing;
use server::clock::Clock;
use server::mail::Mailer;
use server::store::{JobKind, Recipient};

use crate::test_site::{MovingClock, TestDatabase, TestSite, listing_with};

const BUYER: &str = "indkoeb@example.dk";

/// A site whose clock can be moved.
struct Life {
    site: TestSite,
    clock: Arc<MovingClock>,
    database: TestDatabase,
}

impl Life {
    async fn of(listings: Vec<Listing>) -> Self {
        let (database, clock) = (TestDatabase::new().await, Arc::new(MovingClock::default()));
        let site = TestSite::at(&database, clock.clone()).await;
        site.save(listings).await;
        Self { site, clock, database }
    }

    /// The same site, its mails sent elsewhere from now on.
    async fn mailing(self, mailer: Arc<dyn Mailer>) -> Self {
        let site = TestSite::mailing(&self.database, self.clock.clone(), mailer).await;
        site.site.follower.catch_up().await.unwrap();
        Self { site, ..self }
    }

    async fn write(&self, new: &MessageWords, slugs: &[&str]) -> i64 {
        let to = slugs.iter().map(|slug| (*slug).to_owned()).collect();
        let write = self.site.site.store.write().await.unwrap();
        let new = ValidMessage { words: new.clone(), to };
        let id = write.add_message(&new, self.clock.now()).await.unwrap();
        write.commit().await.unwrap();
        id
    }

    /// Confirms a message as its sender's link does.
    async fn confirm(&self, id: i64) -> Vec<Recipient> {
        let now = self.clock.now();
        let write = self.site.site.store.write().await.unwrap();
        let message = write.unconfirmed_message(id).await.unwrap().unwrap();
        write.confirm_message(id, now).await.unwrap();
        let recipients = write.addressed(id).await.unwrap();
        for recipient in &recipients {
            let listing = write.listing(&recipient.slug).await.unwrap().unwrap();
            for email in write.message_addresses(&listing).await.unwrap() {
                let key = format!("message {} 0 {email}", recipient.id);
                let mail = JobKind::MessageMail { recipient: recipient.id, email, reminder: 0 };
                write.enqueue(&mail, Some(&key), now).await.unwrap();
            }
        }
        let receipt = JobKind::MessageSentMail { message: id, email: message.words.email };
        write.enqueue(&receipt, Some(&format!("message-sent {id}")), now).await.unwrap();
        write.commit().await.unwrap();
        recipients
    }

    /// A confirmed message with its mails, and the receipt.
    async fn sent(&self, new: &MessageWords, slugs: &[&str]) -> (Vec<Recipient>, Vec<(String, Mail)>) {
        let id = self.write(new, slugs).await;
        let recipients = self.confirm(id).await;
        (recipients, self.mails().await)
    }

    async fn mails(&self) -> Vec<(String, Mail)> {
        self.site.run_jobs().await;
        self.site.mails.take()
    }

    /// Has the daily job run, twice, and gives its mails.
    async fn look(&self) -> Vec<(String, Mail)> {
        for _ in 0..2 {
            let write = self.site.site.store.write().await.unwrap();
            write.enqueue(&JobKind::Messages, None, self.clock.now()).await.unwrap();
            write.commit().await.unwrap();
            self.site.run_jobs().await;
        }
        self.site.mails.take()
    }

    /// Goes on to the day, with the daily job each day, and says on which day what was sent to whom.
    async fn until(&self, day: &str) -> Vec<String> {
        let last: NaiveDate = day.parse().unwrap();
        let mut sent = Vec::new();
        while self.clock.today() < last {
            self.clock.forward(Duration::days(1));
            let today = self.clock.today();
            sent.extend(
                self.look().await.into_iter().map(|(to, mail)| format!("{today} {to} {}", mail.subject)),
            );
        }
        sent
    }

    async fn state(&self, recipient: &Recipient) -> RecipientState {
        self.recipient(recipient).await.state
    }

    async fn recipient(&self, recipient: &Recipient) -> Recipient {
        let write = self.site.site.store.write().await.unwrap();
        write.asked_message(recipient.id).await.unwrap().unwrap().1
    }

    async fn change(&self, slug: &str, change: impl FnOnce(&mut Listing)) {
        let mut listing = self.site.site.store.write().await.unwrap().listing(slug).await.unwrap().unwrap();
        change(&mut listing);
        self.site.save(vec![listing]).await;
    }

    async fn answer(&self, key: &str, more: &[(&str, &str)]) -> u16 {
        let form: Vec<(&str, &str)> = [("noegle", key)].into_iter().chain(more.iter().copied()).collect();
        self.site.post("/henvendelse/svar", &form, None).await.status.as_u16()
    }
}

/// Enterprises that can be written to.
fn kitchens(slugs: &[&str]) -> Vec<Listing> {
    let kitchen = |slug: &&str| {
        listing_with(slug, |listing| {
            listing.name = format!("Køkken {slug}");
            listing.email = Some(format!("{slug}@example.dk"));
            listing.phone = Some("98 00 00 00".to_owned());
        })
    };
    slugs.iter().map(kitchen).collect()
}

fn order() -> MessageWords {
    MessageWords {
        kind: MessageKind::Offer,
        what: "Frokost til <b>mødet</b>".to_owned(),
        amount: "20 kuverter".to_owned(),
        place: "Hobro".to_owned(),
        wanted_by: "Fra marts".to_owned(),
        wanted: Wanted::default(),
        company: "Bygma & Søn".to_owned(),
        email: BUYER.to_owned(),
    }
}

/// The keys of the three links: *Vi svarer*, *Ikke lige nu*, *Ikke for os*.
fn answers(mail: &Mail) -> [String; 3] {
    let keys = mail.text.split("/henvendelse/svar?noegle=").skip(1);
    let keys: Vec<String> = keys.map(|rest| rest.lines().next().unwrap().to_owned()).collect();
    keys.try_into().unwrap()
}

/// The key of the sender's own page.
fn follow(mail: &Mail) -> String {
    let (_, key) = mail.text.split_once("/henvendelse/status?noegle=").unwrap();
    key.lines().next().unwrap().to_owned()
}

/// The one mail to somebody.
fn to<'a>(mails: &'a [(String, Mail)], email: &str) -> &'a Mail {
    let theirs: Vec<_> = mails.iter().filter(|(to, _)| to == email).collect();
    let [(_, mail)] = theirs.as_slice() else { panic!("{email}: {mails:?}") };
    mail
}
