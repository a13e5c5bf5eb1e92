//! How soon enterprises usually answer, as visitors read it.

use std::sync::Arc;

use app::catalogue::Catalogue;
use app::model::{Habit, RecipientState, SearchQuery};
use chrono::{DateTime, Duration, Utc};
use content::Listing;
use content::listing::State;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use server::actions::save_listings;
use server::clock::Clock;

use crate::test_site::{FixedClock, MovingClock, TestDatabase, TestSite, listing, listing_with};

/// Messages as they stand in the database, whoever wrote them there.
struct Messages {
    db: DatabaseConnection,
    sent: i64,
}

impl Messages {
    async fn of(database: &TestDatabase) -> Self {
        Self { db: Database::connect(&database.url).await.unwrap(), sent: 0 }
    }

    /// One message, sent so many days ago and answered after so many, if at all.
    async fn add(&mut self, slug: &str, state: RecipientState, days_ago: i64, answered_after: Option<i64>) {
        let sent = FixedClock.now() - Duration::days(days_ago);
        self.write(slug, state, Some(sent), sent, answered_after.map(|days| sent + Duration::days(days)))
            .await;
    }

    async fn write(
        &mut self,
        slug: &str,
        state: RecipientState,
        confirmed: Option<DateTime<Utc>>,
        sent: DateTime<Utc>,
        answered: Option<DateTime<Utc>>,
    ) {
        self.sent += 1;
        let words = ["kind", "what", "amount", "place", "wanted_by", "company", "email"];
        let message = Query::insert()
            .into_table("message")
            .columns(words.into_iter().chain(["id", "created_at", "confirmed_at"]))
            .values_panic(words.map(|_| Expr::val("")).into_iter().chain([
                Expr::val(self.sent),
                Expr::val(sent),
                Expr::val(confirmed),
            ]))
            .to_owned();
        self.db.execute(&message).await.unwrap();
        let recipient = Query::insert()
            .into_table("recipient")
            .columns(["message_id", "slug", "state", "reminders", "sent_at", "answered_at"])
            .values_panic([
                Expr::val(self.sent),
                Expr::val(slug),
                Expr::val(state.slug()),
                Expr::val(0),
                Expr::val(sent),
                Expr::val(answered),
            ])
            .to_owned();
        self.db.execute(&recipient).await.unwrap();
    }

    async fn answered(&mut self, slug: &str, days: [i64; 3]) {
        for (days, state) in
            days.into_iter().zip([RecipientState::Answered, RecipientState::NotNow, RecipientState::NotForUs])
        {
            self.add(slug, state, 60, Some(days)).await;
        }
    }

    async fn silent(&mut self, slug: &str) {
        for _ in 0..3 {
            self.add(slug, RecipientState::Silent, 60, None).await;
        }
    }
}

/// A site that is begun when everything stands in its database.
async fn begun(database: &TestDatabase, clock: Arc<dyn Clock>, listings: Vec<Listing>) -> TestSite {
    let site = TestSite::at(database, clock).await;
    save_listings(&site.site.store, &FixedClock, listings).await.unwrap();
    site.site.follower.catch_up().await.unwrap();
    site
}

#[tokio::test]
async fn cards_pages_and_comparison_tell_it() {
    let database = TestDatabase::new().await;
    drop(database.store().await);
    let mut messages = Messages::of(&database).await;
    messages.answered("hurtig", [0, 2, 9]).await;
    messages.silent("tavs").await;
    let listings = vec![listing("hurtig"), listing("tavs"), listing("ukendt")];
    let site = begun(&database, Arc::new(FixedClock), listings).await;

    let cards = site.get("/virksomheder").await.body;
    assert_eq!(cards.matches("Svarer som regel inden 2 dage").count(), 1);
    assert!(!cards.contains("Har ikke svaret"), "a card tells nobody off");
    for (slug, line) in
        [("hurtig", "Svarer som regel inden 2 dage."), ("tavs", "Har ikke svaret på de fleste")]
    {
        let page = site.get(&format!("/virksomheder/{slug}")).await.body;
        assert!(page.contains(line), "{slug}");
    }
    let unknown = site.get("/virksomheder/ukendt").await.body;
    assert!(!unknown.split("similar").next().unwrap().contains("Svarer som regel"));
    let compared = site.get("/liste/sammenlign?v=hurtig&v=tavs&v=ukendt").await.body;
    let row = compared.split("Svartid").nth(1).unwrap().split("</tr>").next().unwrap();
    let cells: Vec<&str> = row.split("<td").skip(1).collect();
    assert!(cells[0].contains("Svarer som regel inden 2 dage"));
    assert!(cells[1].contains("Har ikke svaret på de fleste henvendelser"));
    assert!(cells[2].contains("Ikke oplyst"));
}

#[tokio::test]
async fn what_was_taken_back_or_never_came_says_nothing() {
    let database = TestDatabase::new().await;
    let store = database.store().await;
    let mut messages = Messages::of(&database).await;
    messages.add("a", RecipientState::Answered, 60, Some(1)).await;
    messages.add("a", RecipientState::Withdrawn, 60, None).await;
    messages.add("a", RecipientState::Undelivered, 60, None).await;
    messages.add("a", RecipientState::Answered, 400, Some(1)).await;
    let sent = FixedClock.now() - Duration::days(60);
    messages.write("a", RecipientState::Waiting, None, sent, None).await;
    // When somebody was given up is no answer.
    messages.add("a", RecipientState::Silent, 60, Some(14)).await;
    let today = FixedClock.now();
    let mut outcomes = store.outcomes(today - Duration::days(365), today).await.unwrap();
    outcomes.sort_by_key(|outcome| outcome.answered);
    let answered: Vec<_> = outcomes.iter().map(|outcome| outcome.answered).collect();
    assert_eq!(answered, [None, Some(sent + Duration::days(1))]);
    assert!(outcomes.iter().all(|outcome| outcome.slug == "a" && outcome.sent == sent));
}

#[tokio::test]
async fn what_is_answered_today_counts_tomorrow_on_every_replica() {
    let database = TestDatabase::new().await;
    drop(database.store().await);
    let mut messages = Messages::of(&database).await;
    messages.add("a", RecipientState::Answered, 60, Some(1)).await;
    messages.add("a", RecipientState::Answered, 60, Some(1)).await;
    messages.add("a", RecipientState::Answered, 5, Some(5)).await;
    let clock = Arc::new(MovingClock::default());
    let one = begun(&database, clock.clone(), vec![listing("a")]).await;
    let habit = |site: &TestSite| site.site.as_of(site.site.clock.today()).habits.get("a").copied();
    assert_eq!(habit(&one), None, "of the three one was answered today");
    // Another message is answered and a listing saved: what is said of habits stays.
    messages.add("a", RecipientState::Answered, 5, Some(4)).await;
    one.save(vec![listing("b")]).await;
    assert_eq!(habit(&one), None);
    assert!(!one.get("/virksomheder/a").await.body.contains("Svarer som regel"));

    clock.forward(Duration::hours(12));
    one.site.follower.catch_up().await.unwrap();
    let other = TestSite::at(&database, clock.clone()).await;
    other.site.follower.catch_up().await.unwrap();
    for site in [&one, &other] {
        assert_eq!(habit(site), Some(Habit::Within(4)));
        assert!(site.get("/virksomheder/a").await.body.contains("Svarer som regel inden 4 dage"));
    }
}

#[tokio::test]
async fn new_is_what_came_after_the_catalogue_began() {
    let published =
        |slug: &str, day: &str| listing_with(slug, |listing| listing.published = day.parse().ok());
    let closed = |listing: &mut Listing| listing.state = State::Closed;
    let mut gone = published("lukket", "2026-11-10");
    closed(&mut gone);
    let first = published("foerst", "2026-10-01");
    let site = TestSite::with(vec![first.clone(), published("ny", "2026-11-01"), gone]).await;
    assert_eq!(site.get("/virksomheder").await.body.matches("Nyt i kataloget").count(), 1);
    assert!(site.get("/virksomheder/ny").await.body.contains("Nyt i kataloget."));
    // A catalogue that began today has nothing new in it.
    let all = TestSite::with(vec![first]).await;
    assert!(!all.get("/virksomheder").await.body.contains("Nyt i kataloget"));
}

async fn order(site: &TestSite, query: &str) -> Vec<String> {
    let results = site.site.search(&SearchQuery::parse(query)).await.unwrap();
    results.hits.iter().map(|hit| hit.listing.slug.clone()).collect()
}

#[tokio::test]
async fn it_decides_between_near_equals_and_finds_the_same() {
    let database = TestDatabase::new().await;
    drop(database.store().await);
    let mut messages = Messages::of(&database).await;
    messages.silent("tavs").await;
    messages.silent("bedst").await;
    messages.answered("hurtig", [0, 1, 2]).await;
    messages.answered("sen", [10, 11, 12]).await;
    let best = listing_with("bedst", |listing| {
        listing.one_line = "Kantine, frokost og kantine i huset".to_owned();
        listing.description = "Kantine hver dag, frokost og kantinemad.".to_owned();
        listing.email = Some("post@example.dk".to_owned());
        listing.phone = Some("98 12 34 56".to_owned());
    });
    let listings = vec![listing("tavs"), listing("sen"), listing("hurtig"), best];
    let site = begun(&database, Arc::new(FixedClock), listings).await;
    for query in ["", "q=frokost", "q=kantine&kommune=aalborg"] {
        let slugs = order(&site, query).await;
        assert_eq!(slugs, ["bedst", "hurtig", "sen", "tavs"], "{query}");
    }
    for query in ["q=ost", "branche=kantine-catering&q=frokost", "kommune=rebild"] {
        let plain = TestSite::with(vec![listing("tavs"), listing("sen"), listing("hurtig")]).await;
        let mut without = order(&plain, query).await;
        let mut with = order(&site, query).await;
        with.retain(|slug| slug != "bedst");
        without.sort();
        with.sort();
        assert_eq!(with, without, "{query}: what is found stays");
    }
}
