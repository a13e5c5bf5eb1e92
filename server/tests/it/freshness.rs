//! Asking whether listings are still right, from the first mail to the editors' list.

mod answers;
mod rounds;
mod sending;

use std::sync::Arc;

use app::mails::Mail;
use axum::http::StatusCode;
use chrono::{Duration, NaiveDate};
use content::Listing;
use content::listing::Confirmed;
use server::clock::Clock;
use server::store::JobKind;

use crate::test_site::{MovingClock, TestDatabase, TestSite, listing_with};

pub const ANNE: &str = "anne@example.dk";

/// A site whose clock can be moved.
pub struct Life {
    pub site: TestSite,
    pub clock: Arc<MovingClock>,
    _database: TestDatabase,
}

impl Life {
    /// These listings, all kept by Anne since now.
    pub async fn of(listings: Vec<Listing>) -> Self {
        let (database, clock) = (TestDatabase::new().await, Arc::new(MovingClock::default()));
        let site = TestSite::at(&database, clock.clone()).await;
        let slugs: Vec<String> = listings.iter().map(|listing| listing.slug.clone()).collect();
        site.save(listings).await;
        let life = Self { site, clock, _database: database };
        for slug in slugs {
            life.keeps(ANNE, &slug, true).await;
        }
        life
    }

    pub async fn keeps(&self, email: &str, slug: &str, may_invite: bool) {
        let now = self.clock.now();
        let write = self.site.site.store.write().await.unwrap();
        let account = write.account(email, now).await.unwrap();
        write.add_member(account, slug, may_invite, now).await.unwrap();
        write.commit().await.unwrap();
    }

    /// Goes on so many days, has the daily job run, and gives the mails: receiver and mail.
    pub async fn days(&self, days: i64) -> Vec<(String, Mail)> {
        self.clock.forward(Duration::days(days));
        self.ask().await
    }

    async fn ask(&self) -> Vec<(String, Mail)> {
        self.enqueue().await;
        self.site.run_jobs().await;
        self.site.site.follower.catch_up().await.unwrap();
        self.site.mails.take()
    }

    async fn enqueue(&self) {
        let write = self.site.site.store.write().await.unwrap();
        write.enqueue(&JobKind::Freshness, None, self.clock.now()).await.unwrap();
        write.commit().await.unwrap();
    }

    pub async fn page(&self, slug: &str) -> String {
        self.site.get(&format!("/virksomheder/{slug}")).await.body
    }

    pub async fn stored(&self, slug: &str) -> Listing {
        self.site.site.store.write().await.unwrap().listing(slug).await.unwrap().unwrap()
    }

    /// Changes a listing behind the site's back.
    pub async fn change(&self, slug: &str, change: impl FnOnce(&mut Listing)) {
        let mut listing = self.stored(slug).await;
        change(&mut listing);
        self.site.save(vec![listing]).await;
    }

    async fn vouch(&self, key: &str, slugs: &[&str]) -> StatusCode {
        let form: Vec<(&str, &str)> =
            [("noegle", key)].into_iter().chain(slugs.iter().map(|slug| ("slug", *slug))).collect();
        let answer = self.site.post("/bekraeft", &form, None).await;
        self.site.site.follower.catch_up().await.unwrap();
        if answer.status == StatusCode::SEE_OTHER {
            assert_eq!(answer.header("location"), "/bekraeft/tak");
        }
        answer.status
    }
}

pub fn only(mails: &[(String, Mail)]) -> &Mail {
    let [(to, mail)] = mails else { panic!("{mails:?}") };
    assert_eq!(to, ANNE);
    mail
}

fn key(mail: &Mail) -> String {
    let (_, key) = mail.text.split_once("/bekraeft?noegle=").unwrap();
    key.lines().next().unwrap().to_owned()
}

fn confirmed(listing: &mut Listing) {
    let on = NaiveDate::from_ymd_opt(2026, 11, 21);
    listing.confirmed = on.map(|on| Confirmed { on, by: "virksomheden".to_owned() });
}

pub fn monthly(slug: &str) -> Listing {
    listing_with(slug, |listing| {
        confirmed(listing);
        listing.confirm_months = Some(3);
    })
}

/// From 21 November to 21 February.
pub const THREE_MONTHS: i64 = 92;
