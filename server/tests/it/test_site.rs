//! A whole site for one test: its own database, a clock that stands still.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use app::mails::Mail;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use chrono::{DateTime, Duration, TimeZone, Utc};
use content::Listing;
use http_body_util::BodyExt;
use sea_orm::{ConnectionTrait, Database};
use server::actions::{save_listings, seed_catalogue};
use server::clock::Clock;
use server::jobs;
use server::mail::{Mailer, Memory};
use server::site::{Outside, Site};
use server::store::Store;
use server::web::{self, Cached};
use tempfile::TempDir;
use tower::ServiceExt;

/// Stands still at noon UTC on 21 November 2026.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock;

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 11, 21, 12, 0, 0).unwrap()
    }
}

/// Begins when the other stands still, and goes on when it is told to.
#[derive(Debug, Default)]
pub struct MovingClock(AtomicI64);

impl MovingClock {
    pub fn forward(&self, time: Duration) {
        self.0.fetch_add(time.num_seconds(), Ordering::Relaxed);
    }
}

impl Clock for MovingClock {
    fn now(&self) -> DateTime<Utc> {
        FixedClock.now() + Duration::seconds(self.0.load(Ordering::Relaxed))
    }
}

/// Named as an editor in the settings.
pub const EDITOR: &str = "redaktion@example.dk";

/// A database of its own, gone with the test (on PostgreSQL with its server).
pub struct TestDatabase {
    pub url: String,
    _folder: Option<TempDir>,
}

impl TestDatabase {
    pub async fn new() -> Self {
        #[expect(clippy::disallowed_methods, reason = "the one setting of the tests")]
        let server = std::env::var("TEST_DATABASE_URL").ok();
        if let Some(server) = server {
            let name = format!("test_{:016x}", rand_name());
            let admin = Database::connect(format!("{server}/postgres")).await.unwrap();
            admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
            admin.close().await.unwrap();
            return Self { url: format!("{server}/{name}"), _folder: None };
        }
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}?mode=rwc", folder.path().join("test.db").display());
        Self { url, _folder: Some(folder) }
    }

    /// Whether the tests run on PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        self.url.starts_with("postgres")
    }

    pub async fn store(&self) -> Store {
        Store::open(&self.url).await.unwrap()
    }
}

/// A name no other test of any run has.
fn rand_name() -> u64 {
    use std::hash::{BuildHasher, RandomState};
    RandomState::new().hash_one(std::process::id())
}

/// What a visitor gets back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
    /// The body as it came, when it is no text.
    pub bytes: Bytes,
}

impl Answer {
    /// The number of hits the page says.
    pub fn total(&self) -> usize {
        self.number("data-total=\"")
    }

    /// The count beside a filter value.
    pub fn count(&self, facet: &str, value: &str) -> usize {
        self.number(&format!("data-facet=\"{facet}\" data-value=\"{value}\" data-count=\""))
    }

    fn number(&self, before: &str) -> usize {
        let rest = self.body.split_once(before).unwrap_or_else(|| panic!("no {before} on the page")).1;
        rest.split('"').next().unwrap().parse().unwrap()
    }

    /// A header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The cookie that was set, as the browser sends it back.
    pub fn cookie(&self) -> String {
        self.header("set-cookie").split(';').next().unwrap().to_owned()
    }

    /// The hits in order.
    pub fn slugs(&self) -> Vec<&str> {
        let articles = self.body.split("<article").skip(1);
        articles
            .filter_map(|article| article.split('>').next()?.split_once("data-slug=\""))
            .map(|(_, rest)| rest.split('"').next().unwrap())
            .collect()
    }
}

pub struct TestSite {
    pub site: Arc<Site>,
    router: Cached,
    /// What it has sent.
    pub mails: Arc<Memory>,
    /// Keeps the folder of a database of its own until the test ends.
    _database: Option<TestDatabase>,
}

impl TestSite {
    /// An empty catalogue, ready to be searched.
    pub async fn empty() -> Self {
        let database = TestDatabase::new().await;
        let site = Self::on(&database).await;
        Self { _database: Some(database), ..site }
    }

    /// The seed catalogue.
    pub async fn seeded() -> Self {
        let site = Self::empty().await;
        seed_catalogue(&site.site.store, &FixedClock).await.unwrap();
        site.site.follower.catch_up().await.unwrap();
        site
    }

    /// A catalogue of these listings.
    pub async fn with(listings: Vec<Listing>) -> Self {
        let site = Self::empty().await;
        site.save(listings).await;
        site
    }

    /// One more replica on a database.
    pub async fn on(database: &TestDatabase) -> Self {
        let site = Self::unready(database).await;
        site.site.follower.catch_up().await.unwrap();
        site
    }

    /// A replica whose index is not built yet.
    pub async fn unready(database: &TestDatabase) -> Self {
        Self::at(database, Arc::new(FixedClock)).await
    }

    /// The same with a clock of its own.
    pub async fn at(database: &TestDatabase, clock: Arc<dyn Clock>) -> Self {
        let mails = Arc::new(Memory::default());
        Self { mails: mails.clone(), ..Self::mailing(database, clock, mails).await }
    }

    /// The same whose mails go elsewhere.
    pub async fn mailing(database: &TestDatabase, clock: Arc<dyn Clock>, mailer: Arc<dyn Mailer>) -> Self {
        let store = database.store().await;
        let mails = Arc::new(Memory::default());
        let editors = vec![EDITOR.to_owned()];
        let outside = Outside { mailer, editors, ..Outside::nowhere(clock) };
        let site = Site::new(store, outside).unwrap();
        Self { router: web::router(site.clone()), site, mails, _database: None }
    }

    /// Saves and takes in.
    pub async fn save(&self, listings: Vec<Listing>) -> i64 {
        let revision = save_listings(&self.site.store, &FixedClock, listings).await.unwrap();
        self.site.follower.catch_up().await.unwrap();
        revision
    }

    pub async fn get(&self, address: &str) -> Answer {
        self.send(Request::get(address).body(Body::empty()).unwrap()).await
    }

    /// Sends a form as a page of the site does, with the cookies the browser has.
    pub async fn post(&self, address: &str, form: &[(&str, &str)], cookie: Option<&str>) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let request = Request::post(address)
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        let request = match cookie {
            Some(cookie) => request.header("cookie", cookie),
            None => request,
        };
        self.send(request.body(body.into()).unwrap()).await
    }

    /// The page as a signed-in browser gets it.
    pub async fn get_as(&self, address: &str, cookie: &str) -> Answer {
        self.send(Request::get(address).header("cookie", cookie).body(Body::empty()).unwrap()).await
    }

    /// Runs all jobs that are due.
    pub async fn run_jobs(&self) {
        while jobs::run_next(&self.site).await.unwrap() {}
    }

    /// Asks for a link, follows it from the mail and gives the cookie of the session.
    pub async fn sign_in(&self, email: &str) -> String {
        let key = self.link(email).await;
        let answer = self.post("/log-ind/bekraeft", &[("noegle", &key)], None).await;
        assert_eq!(answer.header("location"), "/min-side");
        answer.cookie()
    }

    /// Asks for a link and gives its key as it stands in the mail.
    pub async fn link(&self, email: &str) -> String {
        let asked = self.post("/log-ind", &[("email", email)], None).await;
        assert_eq!(asked.header("location"), "/log-ind/sendt");
        // Others may have been told of something on the way.
        let sent =
            |(to, mail): &(String, Mail)| to == email && mail.text.contains("/log-ind/bekraeft?noegle=");
        let arrived = async {
            loop {
                self.run_jobs().await;
                let mails: Vec<_> = self.mails.take().into_iter().filter(sent).collect();
                if !mails.is_empty() {
                    return mails;
                }
                // A runner beside the test may have the job in hand.
                tokio::time::sleep(std::time::Duration::from_millis(5)).await;
            }
        };
        let mails = tokio::time::timeout(std::time::Duration::from_secs(20), arrived).await.unwrap();
        let [(_, mail)] = mails.as_slice() else { panic!("{mails:?}") };
        let (_, key) = mail.text.split_once("/log-ind/bekraeft?noegle=").unwrap();
        key.lines().next().unwrap().split('&').next().unwrap().to_owned()
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
            bytes,
        }
    }
}

/// A public listing with only what it must have.
pub fn listing(slug: &str) -> Listing {
    serde_json::from_value(serde_json::json!({
        "slug": slug,
        "name": slug,
        "state": "public",
        "one_line": "Kantine og frokost",
        "municipality": "aalborg",
        "trades": ["kantine-catering"],
        "source": { "site": "example.dk" },
    }))
    .unwrap()
}

/// The same, changed.
pub fn listing_with(slug: &str, change: impl FnOnce(&mut Listing)) -> Listing {
    let mut listing = listing(slug);
    change(&mut listing);
    listing
}
