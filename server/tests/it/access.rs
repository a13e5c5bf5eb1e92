//! Who may see and do what: every own address, asked by everybody.

pub mod table;

use std::collections::{BTreeMap, BTreeSet};

use axum::body::Body;
use axum::http::Request;
use content::listing::State;
use server::clock::Clock;
use server::web::own_addresses;

use crate::colleagues::{ANNE, BO, account, invited};
use crate::edit::version;
use crate::editors::enrol;
use crate::members::{claim, kitchen};
use crate::pictures;
use crate::test_site::{Answer, EDITOR, FixedClock, TestSite, listing_with};

/// Whom an address is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    Anyone,
    SignedIn,
    /// Those who keep the listing, and editors.
    Keepers,
    /// Those of them who may invite, and editors.
    Inviters,
    /// Those who keep the listing and no editor.
    Members,
    Editors,
    /// Editors who did not give their code yet; those who did are led on.
    WithoutCode,
}

/// Who asks, in an order in which nobody takes from the next what it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Nobody,
    Stranger,
    /// Keeps another listing.
    Neighbour,
    /// An editor without a code.
    Unproven,
    /// Keeps the listing and may not invite.
    Helper,
    /// Keeps the listing and may invite.
    Member,
    Editor,
}

#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    SignIn,
    Code,
    NotFound,
    Served,
}

fn due(to: For, who: Who) -> Outcome {
    match (to, who) {
        (to, Who::Nobody) if to != For::Anyone => Outcome::SignIn,
        (For::Editors, Who::Unproven) => Outcome::Code,
        (For::Anyone | For::SignedIn, _)
        | (For::Editors | For::Keepers | For::Inviters, Who::Editor)
        | (For::WithoutCode, Who::Unproven | Who::Editor)
        | (For::Keepers | For::Inviters | For::Members, Who::Member)
        | (For::Keepers | For::Members, Who::Helper) => Outcome::Served,
        _ => Outcome::NotFound,
    }
}

/// A kitchen that several keep, with something of everything, and the cookie of each.
struct House {
    site: TestSite,
    cookies: BTreeMap<&'static str, String>,
}

impl House {
    async fn new() -> Self {
        let hidden = |slug: &str, state| listing_with(slug, |listing| listing.state = state);
        let andre = listing_with("andre", |_| {});
        let all = vec![kitchen(), andre, hidden("kladde", State::Draft), hidden("venter", State::Waiting)];
        let site = TestSite::with(all).await;
        // Somebody waits to keep it too.
        claim(&site, "eva@example.dk").await;
        site.run_jobs().await;
        drop(site.mails.take());
        let member = claim(&site, ANNE).await;
        let helper = invited(&site, &member, BO, "redigere").await;
        invited(&site, &member, "carl@example.dk", "redigere").await;
        let neighbour = site.sign_in("nabo@example.dk").await;
        let (now, write) = (FixedClock.now(), site.site.store.write().await.unwrap());
        let other = write.account("nabo@example.dk", now).await.unwrap();
        write.add_member(other, "andre", true, now).await.unwrap();
        write.commit().await.unwrap();
        let opened = version(&site.get_as("/min-side/koekkenet/hvem", &member).await);
        let renamed = [("navn", "Et navn"), ("udgave", &*opened)];
        site.post("/min-side/koekkenet/hvem", &renamed, Some(&member)).await;
        pictures::shown_at_once(&site, &member, "Et bord").await;
        let (editor, ..) = enrol(&site, EDITOR).await;
        let unproven = site.sign_in(EDITOR).await;
        let stranger = site.sign_in("anden@example.dk").await;
        let cookies = [
            ("Stranger", stranger),
            ("Neighbour", neighbour),
            ("Unproven", unproven),
            ("Helper", helper),
            ("Member", member),
            ("Editor", editor),
        ];
        Self { site, cookies: cookies.into() }
    }

    fn cookie(&self, who: Who) -> Option<&str> {
        self.cookies.get(&*format!("{who:?}")).map(String::as_str)
    }

    /// What stands in the forms in place of names.
    async fn names(&self) -> [(&'static str, String); 3] {
        let store = &self.site.site.store;
        let claims = store.claims(server::store::ClaimState::Waiting, None).await.unwrap();
        let listing = store.write().await.unwrap().listing("koekkenet").await.unwrap().unwrap();
        [
            ("{claim}", claims[0].id.to_string()),
            ("{colleague}", account(&self.site, "carl@example.dk").await),
            ("{picture}", listing.pictures[0].id.clone()),
        ]
    }

    async fn ask(&self, row: &table::Row, slug: &str, names: &[(&str, String)], who: Who) -> Answer {
        let (method, address, _, form, _) = *row;
        let address = concrete(address, slug);
        let filled = |value: &str| {
            let known = names.iter().find(|(name, _)| *name == value).map_or(value, |(_, known)| known);
            if known == "koekkenet" { slug.to_owned() } else { known.to_owned() }
        };
        let mut form: Vec<(&str, String)> = form.iter().map(|(name, value)| (*name, filled(value))).collect();
        if address.ends_with("/billeder") {
            form.clear();
        }
        let cookie = self.cookie(who).unwrap_or_default();
        let request = Request::builder()
            .method(method)
            .uri(&*address)
            .header("sec-fetch-site", "same-origin")
            .header("cookie", cookie);
        let request = if address.ends_with("/billeder") {
            request.header("content-type", "multipart/form-data; boundary=x").body(Body::from("--x--\r\n"))
        } else {
            let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
            request.header("content-type", "application/x-www-form-urlencoded").body(Body::from(body))
        };
        self.site.send(request.unwrap()).await
    }
}

/// An address with what stands in it.
pub fn concrete(address: &str, slug: &str) -> String {
    let parts = [("{slug}", slug), ("{part}", "salg"), ("{kept}", slug), ("{other}", "andre")];
    parts.iter().fold(address.to_owned(), |address, (name, part)| address.replace(name, part))
}

fn outcome(answer: &Answer, address: &str) -> Outcome {
    match (answer.status.as_u16(), answer.header("location")) {
        (404, _) => Outcome::NotFound,
        (303, "/log-ind/kode") => Outcome::Code,
        (303, "/log-ind") => Outcome::SignIn,
        (303, way) if way == format!("/log-ind?til={address}") => Outcome::SignIn,
        _ => Outcome::Served,
    }
}

#[tokio::test]
async fn every_address_is_in_the_table_with_every_method() {
    let site = TestSite::empty().await;
    let mut registered = BTreeSet::new();
    for address in own_addresses() {
        let request =
            Request::delete(concrete(&address, "koekkenet")).header("sec-fetch-site", "same-origin");
        let answer = site.send(request.body(Body::empty()).unwrap()).await;
        let allowed = answer.headers.get_all("allow").iter().flat_map(|all| all.to_str().unwrap().split(','));
        for method in allowed.map(str::trim).filter(|method| *method != "HEAD") {
            registered.insert((method.to_owned(), address.clone()));
        }
        assert!(registered.iter().any(|(_, known)| *known == address), "{address} {:?}", answer.headers);
    }
    let table: BTreeSet<_> = table::ROWS.iter().map(|row| (row.0.to_owned(), row.1.to_owned())).collect();
    let difference: Vec<_> = registered.symmetric_difference(&table).collect();
    assert!(difference.is_empty(), "in the router or in the table alone: {difference:?}");
}

#[tokio::test]
async fn everybody_sees_what_is_theirs_and_nothing_else() {
    let house = House::new().await;
    let names = house.names().await;
    let all =
        [Who::Nobody, Who::Stranger, Who::Neighbour, Who::Unproven, Who::Helper, Who::Member, Who::Editor];
    for who in all {
        for row in table::ROWS {
            let (method, address, to, _, statuses) = *row;
            let answer = house.ask(row, "koekkenet", &names, who).await;
            let told = format!("{method} {address} as {who:?}: {} {:?}", answer.status, answer.headers);
            assert_eq!(answer.header("cache-control"), "no-store", "{told}");
            let got = outcome(&answer, &concrete(address, "koekkenet"));
            // An editor is asked for the code before the account goes, and where they give it are led there.
            let asked = who == Who::Unproven && matches!(to, For::SignedIn | For::WithoutCode);
            if got == Outcome::Code && asked {
                continue;
            }
            assert_eq!(got, due(to, who), "{told}");
            assert!(got != Outcome::Served || statuses.contains(&answer.status.as_u16()), "{told}");
        }
    }
}

#[tokio::test]
async fn what_is_hidden_is_as_if_it_were_not_there() {
    let house = House::new().await;
    let names = house.names().await;
    let public: table::Row = ("GET", "/virksomheder/{slug}", For::Anyone, &[], &[]);
    let about =
        |row: &&table::Row| row.1.contains("{slug}") || row.3.iter().any(|pair| pair.1 == "koekkenet");
    for row in table::ROWS.iter().filter(about).chain([&public]) {
        for who in [Who::Nobody, Who::Stranger, Who::Neighbour, Who::Unproven] {
            let mut answers = Vec::new();
            for slug in ["findes-ikke", "kladde", "venter"] {
                let answer = house.ask(row, slug, &names, who).await;
                let plain = |text: &str| text.replace(slug, "SLUG");
                let headers: Vec<_> = answer
                    .headers
                    .iter()
                    .map(|(name, value)| (name.to_string(), plain(value.to_str().unwrap())))
                    .collect();
                answers.push((answer.status, headers, plain(&answer.body)));
            }
            assert_eq!(answers[0], answers[1], "a draft: {row:?} {who:?}");
            assert_eq!(answers[0], answers[2], "one that waits: {row:?} {who:?}");
        }
    }
}

#[tokio::test]
async fn nobody_learns_who_has_an_account() {
    let house = House::new().await;
    for (address, more) in
        [("/log-ind", &[][..]), ("/virksomheder/koekkenet/er-det-jeres", &[("navn", "A"), ("rolle", "B")])]
    {
        let mut answers = Vec::new();
        for email in ["ukendt@example.dk", ANNE, EDITOR] {
            let form = [more, &[("email", email)]].concat();
            let answer = house.site.post(address, &form, None).await;
            answers.push((answer.status, answer.headers, answer.body));
        }
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{address} {answers:?}");
    }
    let member = house.cookie(Who::Member).unwrap();
    let mut answers = Vec::new();
    for email in ["ukendt2@example.dk", "anden@example.dk", EDITOR] {
        let form = [("email", email), ("rolle", "redigere")];
        let answer = house.site.post("/min-side/koekkenet/kolleger", &form, Some(member)).await;
        answers.push((answer.status, answer.headers, answer.body));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
}
