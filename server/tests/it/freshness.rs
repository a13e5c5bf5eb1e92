//! Asking whether listings are still right, from the first mail to the editors' list.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use app::mails::Mail;
use app::model::Quiet;
use async_trait::async_trait;
use axum::http::StatusCode;
use chrono::{Duration, NaiveDate};
use content::Listing;
use content::listing::{Confirmed, Placement, State};
use server::clock::Clock;
use server::jobs;
use server::mail::{MailError, Mailer, Memory};
use server::site::{Outside, Site};
use server::store::JobKind;
use tokio::sync::Notify;

use crate::editors::enrol;
use crate::test_site::{EDITOR, MovingClock, TestDatabase, TestSite, listing, listing_with};

const ANNE: &str = "anne@example.dk";

/// A site whose clock can be moved.
struct Life {
    site: TestSite,
    clock: Arc<MovingClock>,
    _database: TestDatabase,
}

impl Life {
    /// These listings, all kept by Anne since now.
    async fn of(listings: Vec<Listing>) -> Self {
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

    async fn keeps(&self, email: &str, slug: &str, may_invite: bool) {
        let now = self.clock.now();
        let write = self.site.site.store.write().await.unwrap();
        let account = write.account(email, now).await.unwrap();
        write.add_member(account, slug, may_invite, now).await.unwrap();
        write.commit().await.unwrap();
    }

    /// Goes on so many days, has the daily job run, and gives the mails: receiver and mail.
    async fn days(&self, days: i64) -> Vec<(String, Mail)> {
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

    async fn page(&self, slug: &str) -> String {
        self.site.get(&format!("/virksomheder/{slug}")).await.body
    }

    async fn stored(&self, slug: &str) -> Listing {
        self.site.site.store.write().await.unwrap().listing(slug).await.unwrap().unwrap()
    }

    /// Changes a listing behind the site's back.
    async fn change(&self, slug: &str, change: impl FnOnce(&mut Listing)) {
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

fn only(mails: &[(String, Mail)]) -> &Mail {
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

fn monthly(slug: &str) -> Listing {
    listing_with(slug, |listing| {
        confirmed(listing);
        listing.confirm_months = Some(3);
    })
}

/// From 21 November to 21 February.
const THREE_MONTHS: i64 = 92;

#[tokio::test]
async fn a_listing_is_asked_about_reminded_of_marked_and_confirmed_by_the_link() {
    let life = Life::of(vec![monthly("a")]).await;
    assert!(life.days(THREE_MONTHS - 1).await.is_empty());
    let first = life.days(1).await;
    let mail = only(&first);
    assert!(mail.text.contains("Kantine og frokost") && mail.text.contains("/log-ind?til=/min-side/a\n"));
    assert!(!mail.text.contains("spurgt før"));
    assert!(life.ask().await.is_empty(), "the same day asks nothing more");
    assert!(life.days(13).await.is_empty());
    assert!(only(&life.days(1).await).text.contains("spurgt før"));
    assert!(life.days(15).await.is_empty());
    let last = life.days(1).await;
    assert!(only(&last).text.contains("“Ikke bekræftet siden november 2026”"));
    assert!(life.page("a").await.contains("Bekræftet af virksomheden, november 2026"));
    assert!(life.days(7).await.is_empty());
    assert!(life.page("a").await.contains("Bekræftet af virksomheden, november 2026"));
    assert!(life.days(1).await.is_empty());
    assert!(life.page("a").await.contains("Ikke bekræftet siden november 2026"));
    assert!(life.site.get("/virksomheder").await.body.contains("Ikke bekræftet siden november 2026"));

    let (editor, ..) = enrol(&life.site, EDITOR).await;
    let list = life.site.get_as("/redaktion/ubekraeftede", &editor).await.body;
    assert!(list.contains("spurgt i 3 mails") && list.contains("Bekræftet for længe siden"), "{list}");

    let key = key(only(&last));
    for _ in 0..2 {
        let page = life.site.get(&format!("/bekraeft?noegle={key}")).await;
        assert_eq!((page.status, page.header("cache-control")), (StatusCode::OK, "no-store"));
        assert!(page.body.contains("value=\"a\" checked"), "{}", page.body);
    }
    assert!(life.page("a").await.contains("Ikke bekræftet siden"), "looking confirms nothing");
    assert_eq!(life.vouch(&key, &["a"]).await, StatusCode::SEE_OTHER);
    assert!(life.page("a").await.contains("Bekræftet af virksomheden, marts 2027"));
    assert!(life.site.get("/bekraeft/tak").await.body.contains("Tak for svaret"));
    assert_eq!(life.vouch(&key, &["a"]).await, StatusCode::GONE);
    assert_eq!(life.site.get(&format!("/bekraeft?noegle={key}")).await.status, StatusCode::GONE);
    let list = life.site.get_as("/redaktion/ubekraeftede", &editor).await.body;
    assert!(list.contains("Alle sider er bekræftet"), "{list}");

    assert!(life.days(90).await.is_empty());
    assert!(!only(&life.days(1).await).text.contains("spurgt før"), "it starts anew");
}

#[tokio::test]
async fn an_address_gets_one_mail_a_week_with_all_that_is_due() {
    let later = listing_with("c", |listing| {
        confirmed(listing);
        listing.confirm_months = Some(3);
        listing.confirmed.as_mut().unwrap().on += Duration::days(2);
    });
    let life = Life::of(vec![monthly("a"), monthly("b"), later]).await;
    life.keeps("bo@example.dk", "a", true).await;
    life.keeps("ib@example.dk", "a", false).await;
    let mails = life.days(THREE_MONTHS).await;
    let receivers: Vec<&str> = mails.iter().map(|(to, _)| to.as_str()).collect();
    assert_eq!(receivers, [ANNE, "bo@example.dk"], "who may invite is asked");
    let mail = &mails[0].1;
    assert_eq!(mail.subject, "Er det stadig rigtigt? Jeres 2 sider");
    assert!(mail.text.contains("/log-ind?til=/min-side/a\n") && mail.text.contains("/min-side/b\n"));
    assert!(life.days(2).await.is_empty(), "the third waits for the week to end");
    assert!(life.days(4).await.is_empty());
    assert!(only(&life.days(1).await).subject.ends_with("? c"));

    let key = key(mail);
    assert_eq!(life.vouch(&key, &[]).await, StatusCode::UNPROCESSABLE_ENTITY, "nothing was ticked");
    assert_eq!(life.vouch(&key, &["c"]).await, StatusCode::GONE, "the link is not for the third");
    assert_eq!(life.vouch(&key, &["b", "c"]).await, StatusCode::SEE_OTHER);
    let on = |listing: Listing| listing.confirmed.unwrap().on.to_string();
    assert_eq!(on(life.stored("b").await), "2027-02-28");
    assert_eq!(on(life.stored("a").await), "2026-11-21", "not ticked");
    assert_eq!(on(life.stored("c").await), "2026-11-23");
    let changes = life.site.site.store.changes(9).await.unwrap();
    assert_eq!((changes[0].author.email.as_str(), changes[0].author.editor), (ANNE, false));
}

#[tokio::test]
async fn where_nobody_may_invite_everybody_is_asked_and_whoever_came_late_later() {
    let life = Life::of(Vec::new()).await;
    life.site.save(vec![monthly("a")]).await;
    life.keeps("bo@example.dk", "a", false).await;
    life.clock.forward(Duration::days(10));
    life.keeps("ib@example.dk", "a", false).await;
    let mails = life.days(THREE_MONTHS - 10).await;
    assert_eq!(mails.iter().map(|(to, _)| to.as_str()).collect::<Vec<_>>(), ["bo@example.dk"]);
    let mails = life.days(11).await;
    assert_eq!(mails.iter().map(|(to, _)| to.as_str()).collect::<Vec<_>>(), ["ib@example.dk"]);
}

#[tokio::test]
async fn a_link_vouches_for_nothing_that_is_no_longer_kept() {
    let life = Life::of(vec![monthly("a")]).await;
    let mails = life.days(THREE_MONTHS).await;
    let key = key(only(&mails));
    life.change("a", |listing| {
        listing.state = State::Closed;
        listing.closed = Some(content::listing::Closed { date: None, reason: "Slut.".to_owned() });
    })
    .await;
    assert_eq!(life.site.get(&format!("/bekraeft?noegle={key}")).await.status, StatusCode::GONE);
    assert_eq!(life.vouch(&key, &["a"]).await, StatusCode::GONE);
    assert_eq!(life.stored("a").await.confirmed.unwrap().on.to_string(), "2026-11-21");
    for wrong in ["", "x"] {
        assert_eq!(life.site.get(&format!("/bekraeft?noegle={wrong}")).await.status, StatusCode::GONE);
    }
    assert_eq!(life.site.get("/bekraeft").await.status, StatusCode::GONE);

    let life = Life::of(vec![monthly("a")]).await;
    let mails = life.days(THREE_MONTHS).await;
    let key = self::key(only(&mails));
    life.clock.forward(Duration::days(60));
    assert_eq!(life.vouch(&key, &["a"]).await, StatusCode::GONE, "60 days are over");
}

#[tokio::test]
async fn pauses_and_limits_are_honoured() {
    let placement = |change: fn(&mut Placement)| {
        let mut placement = Placement::default();
        change(&mut placement);
        Some(placement)
    };
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let life = Life::of(vec![monthly("a")]).await;
    life.change("a", |listing| listing.state = State::Paused).await;
    assert!(life.days(THREE_MONTHS).await.is_empty());
    life.change("a", |listing| {
        listing.state = State::Public;
        listing.placement = placement(|placement| placement.paused_until = "2027-03-01".parse().ok());
    })
    .await;
    assert!(life.ask().await.is_empty());
    life.change("a", |listing| {
        listing.placement = placement(|placement| placement.messages_per_month = Some(0));
    })
    .await;
    assert!(life.ask().await.is_empty());
    life.change("a", |listing| {
        listing.placement = placement(|placement| placement.messages_per_month = Some(1));
    })
    .await;
    let write = life.site.site.store.write().await.unwrap();
    let account = write.account(ANNE, life.clock.now()).await.unwrap();
    write.set_quiet(account, "a", Quiet::Until(day("2027-03-01"))).await.unwrap();
    write.commit().await.unwrap();
    assert!(life.days(7).await.is_empty());
    only(&life.days(1).await);
    assert!(life.days(29).await.is_empty(), "one message a month");
    only(&life.days(1).await);
    let write = life.site.site.store.write().await.unwrap();
    write.set_quiet(account, "a", Quiet::ForGood).await.unwrap();
    write.commit().await.unwrap();
    assert!(life.days(100).await.is_empty());
}

#[tokio::test]
async fn a_listing_confirmed_meanwhile_is_not_asked_about() {
    let life = Life::of(vec![monthly("a"), monthly("b")]).await;
    life.clock.forward(Duration::days(THREE_MONTHS));
    life.enqueue().await;
    assert!(jobs::run_next(&life.site.site).await.unwrap(), "the mails are decided on");
    life.change("a", |listing| listing.confirmed.as_mut().unwrap().on = life.clock.today()).await;
    life.site.run_jobs().await;
    assert!(only(&life.site.mails.take()).subject.ends_with("? b"));
}

#[tokio::test]
async fn the_member_chooses_how_often_and_whether() {
    let life = Life::of(vec![monthly("a"), listing("b")]).await;
    let cookie = life.site.sign_in(ANNE).await;
    let address = "/min-side/a/mails";
    let page = life.site.get_as(address, &cookie).await.body;
    assert!(page.contains("kommer 21. februar 2027") && page.contains("value=\"3\" checked"), "{page}");
    let wrong = [("maaneder", "3"), ("ro", "til"), ("indtil", "2026-11-21")];
    let refused = life.site.post(address, &wrong, Some(&cookie)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("value=\"2026-11-21\"") && refused.body.contains("ikke er gået"));

    let choice = [("maaneder", "12"), ("ro", "nej"), ("indtil", "")];
    let saved = life.site.post(address, &choice, Some(&cookie)).await;
    assert_eq!(saved.header("location"), "/min-side/a/mails?gemt");
    let page = life.site.get_as("/min-side/a/mails?gemt", &cookie).await.body;
    assert!(page.contains("Det er gemt") && page.contains("kommer 21. november 2027"), "{page}");
    assert_eq!(life.stored("a").await.confirm_months, Some(12));
    let never = [("maaneder", "12"), ("ro", "altid")];
    life.site.post(address, &never, Some(&cookie)).await;
    assert!(life.site.get_as(address, &cookie).await.body.contains("sagt nej til mails"));
    let same = [("maaneder", "6"), ("ro", "nej")];
    life.site.post("/min-side/b/mails", &same, Some(&cookie)).await;
    assert_eq!(life.stored("b").await.confirm_months, None, "what holds anyway is no change");

    life.site.save(vec![listing("other")]).await;
    let other = life.site.post("/min-side/other/mails", &same, Some(&cookie)).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
    assert_eq!(life.site.get_as("/min-side/other/mails", &cookie).await.status, StatusCode::NOT_FOUND);
    assert_eq!(life.site.get(address).await.header("location"), "/log-ind?til=/min-side/a/mails");

    let mails = life.days(365).await;
    assert!(only(&mails).subject.ends_with("? b"), "nothing of a");
}

#[tokio::test]
async fn another_number_of_months_begins_another_round() {
    let life = Life::of(vec![monthly("a")]).await;
    only(&life.days(THREE_MONTHS).await);
    life.change("a", |listing| listing.confirm_months = Some(6)).await;
    assert!(life.days(88).await.is_empty());
    assert!(!only(&life.days(1).await).text.contains("spurgt før"));
    life.change("a", |listing| listing.confirm_months = Some(3)).await;
    assert!(life.days(13).await.is_empty());
    assert!(only(&life.days(1).await).text.contains("spurgt før"), "the round goes on");
}

#[tokio::test]
async fn several_are_vouched_for_together() {
    let life = Life::of(vec![listing("a"), listing("b"), listing("c")]).await;
    life.site.save(vec![listing("other")]).await;
    let cookie = life.site.sign_in(ANNE).await;
    let form = [("slug", "a"), ("slug", "c"), ("slug", "other")];
    let done = life.site.post("/min-side/bekraeft", &form, Some(&cookie)).await;
    assert_eq!(done.header("location"), "/min-side");
    for (slug, vouched) in [("a", true), ("b", false), ("c", true), ("other", false)] {
        assert_eq!(life.stored(slug).await.confirmed.is_some(), vouched, "{slug}");
    }
    assert_eq!(life.site.post("/min-side/bekraeft", &[], Some(&cookie)).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn editors_see_the_most_urgent_first_and_vouch_themselves() {
    let old = listing_with("gammel", |listing| {
        confirmed(listing);
        listing.confirmed.as_mut().unwrap().on = "2020-03-01".parse().unwrap();
    });
    let life = Life::of(vec![old, listing("holdt"), monthly("frisk")]).await;
    life.site.save(vec![listing("ingens")]).await;
    let (editor, ..) = enrol(&life.site, EDITOR).await;
    let list = "/redaktion/ubekraeftede";
    let page = life.site.get_as(list, &editor).await.body;
    let at = |slug: &str| page.find(&format!("/virksomheder/{slug}\"")).unwrap();
    assert!(at("gammel") < at("ingens") && at("ingens") < at("holdt"), "{page}");
    assert!(!page.contains("/virksomheder/frisk\"") && page.contains("Ikke bekræftet siden marts 2020"));

    let member = life.site.sign_in(ANNE).await;
    let form = [("slug", "gammel")];
    assert_eq!(life.site.post(list, &form, Some(&member)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(life.site.post(list, &form, Some(&editor)).await.header("location"), list);
    life.site.site.follower.catch_up().await.unwrap();
    assert!(!life.site.get_as(list, &editor).await.body.contains("/virksomheder/gammel\""));
    assert!(life.page("gammel").await.contains("Bekræftet af redaktionen, november 2026"));
    assert_eq!(life.site.site.store.deeds(1).await.unwrap()[0].about, "gammel");
    let missing = life.site.post(list, &[("slug", "findes-ikke")], Some(&editor)).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}

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
