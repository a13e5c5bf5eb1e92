//! The search page against a plain reading of the same listings.

use std::collections::BTreeSet;
use std::sync::Arc;

use app::catalogue::Catalogue;
use app::model::{DISTANCES, Facet, Field, Filter, PAGE_SIZE, Part, Reason, Results, SearchQuery, Sort};
use chrono::{DateTime, Duration, Utc};
use content::Listing;
use content::listing::State;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use server::clock::Clock;
use server::search::Follower;

use crate::test_site::{FixedClock, TestSite, listing, listing_with};

/// Whether the filters let a listing through, read from the rules and not from the index.
fn passes(listing: &Listing, filters: &BTreeSet<Filter>) -> bool {
    let met = Filter::met_by(listing);
    Facet::ALL.into_iter().all(|facet| {
        let mut chosen = filters.iter().filter(|filter| filter.facet() == facet).peekable();
        chosen.peek().is_none() || chosen.any(|filter| met.contains(filter))
    })
}

fn any_filters() -> impl Strategy<Value = BTreeSet<Filter>> {
    let all: Vec<Filter> = Facet::ALL.into_iter().flat_map(Facet::filters).collect();
    proptest::collection::btree_set(proptest::sample::select(all), 0..5)
}

async fn search(site: &TestSite, query: &str) -> Results {
    site.site.search(&SearchQuery::parse(query)).await.unwrap()
}

fn slugs(results: &Results) -> Vec<&str> {
    results.hits.iter().map(|hit| hit.listing.slug.as_str()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn totals_and_every_count_are_those_of_a_plain_reading() {
    let site = TestSite::seeded().await;
    let open: Vec<Listing> =
        content::seed::listings().unwrap().into_iter().filter(|l| l.is_visible() && !l.is_closed()).collect();
    let count = |filters: &BTreeSet<Filter>| open.iter().filter(|listing| passes(listing, filters)).count();
    let mut runner = TestRunner::new(Config { cases: 60, failure_persistence: None, ..Config::default() });
    runner
        .run(&any_filters(), |filters| {
            let query = SearchQuery { filters: filters.clone(), ..SearchQuery::default() };
            let results = tokio::task::block_in_place(|| {
                tokio::runtime::Handle::current().block_on(site.site.search(&query)).unwrap()
            });
            prop_assert_eq!(results.total, count(&filters));
            for filter in Facet::ALL.into_iter().flat_map(Facet::filters) {
                let mut instead: BTreeSet<Filter> =
                    filters.iter().copied().filter(|other| other.facet() != filter.facet()).collect();
                instead.insert(filter);
                prop_assert_eq!(results.counts[filter], count(&instead), "{:?}", filter);
            }
            Ok(())
        })
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn wider_never_gives_fewer() {
    let site = TestSite::seeded().await;
    let texts = proptest::sample::select(vec![
        "",
        "kantine",
        "café aalborg",
        "cafe 9800",
        "mad nær støvring",
        "rengørring",
        "levering til jammerbugt",
        "have",
        "unge",
        "genbrug reparation",
        "zzz",
    ]);
    let all: Vec<Filter> = Facet::ALL.into_iter().flat_map(Facet::filters).collect();
    let near = (
        proptest::sample::select(vec!["", "Aalborg", "9690", "støvring", "atlantis"]),
        proptest::option::of(proptest::sample::select(DISTANCES.to_vec())),
    );
    let mut runner = TestRunner::new(Config { cases: 150, failure_persistence: None, ..Config::default() });
    let found = |query: &SearchQuery| {
        let mut slugs = BTreeSet::new();
        for page in 0.. {
            let query = query.on_page(page);
            let search = site.site.search(&query);
            let results =
                tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(search)).unwrap();
            slugs.extend(results.hits.iter().map(|hit| hit.listing.slug.clone()));
            if page + 1 >= results.pages {
                break;
            }
        }
        slugs
    };
    runner
        .run(&(texts, any_filters(), proptest::sample::select(all), near), |(text, filters, more, near)| {
            let (near, km) = (near.0.to_owned(), near.1);
            let query = SearchQuery { text: text.to_owned(), filters, near, km, ..SearchQuery::default() };
            let narrow = found(&query);
            for wider in DISTANCES.into_iter().filter(|wider| query.km.is_some_and(|km| km < *wider)) {
                prop_assert!(narrow.is_subset(&found(&query.within(Some(wider)))));
            }
            prop_assert!(narrow.is_subset(&found(&query.within(None))));
            prop_assert!(narrow.is_subset(&found(&query.from_anywhere())));
            for filter in &query.filters {
                prop_assert!(narrow.is_subset(&found(&query.without_facet(filter.facet()))));
            }
            if query.chosen(more.facet()).next().is_some() {
                prop_assert!(narrow.is_subset(&found(&query.with(more))));
            }
            Ok(())
        })
        .unwrap();
}

#[tokio::test]
async fn every_part_of_a_listing_is_found_by_its_words() {
    let site = TestSite::seeded().await;
    for (query, slug) in [
        ("q=nordvirk", "nordvirk"),
        ("q=datasletning", "nordvirk"),
        ("q=moebler", "raat-og-godt"),
        ("q=møbler", "raat-og-godt"),
        ("q=skovsgård", "skovsgaard-hotel"),
        ("q=skovsgaard+hotel", "skovsgaard-hotel"),
        ("q=grøntsager", "raad-og-daad"),
        ("q=mursten", "gamle-mursten-nord"),
        ("q=9560", "pakkeriet-hadsund"),
        ("q=frederikshavn", "topvirk"),
    ] {
        let results = search(&site, query).await;
        assert!(slugs(&results).contains(&slug), "{query}: {:?}", slugs(&results));
    }
}

#[tokio::test]
async fn a_whole_sentence_is_searched_by_the_words_that_tell() {
    let site = TestSite::seeded().await;
    for (sentence, slug) in [
        ("hvem kan slette data på vores gamle computere", "nordvirk"),
        ("vi søger nogen, der kan pakke for os", "pakkeriet-hadsund"),
        ("hvor kan vi købe økologiske grøntsager", "raad-og-daad"),
        ("catering til et arrangement i Aalborg", "arctic-street-food"),
    ] {
        let results = search(&site, &format!("q={}", sentence.replace(' ', "+"))).await;
        assert!(slugs(&results)[..3.min(results.total)].contains(&slug), "{sentence}: {:?}", slugs(&results));
    }
    assert!(search(&site, "q=hvem+kan").await.total > 0);
}

#[tokio::test]
async fn a_synonym_is_found_after_the_word_itself() {
    let site = TestSite::with(vec![
        listing_with("synonym", |l| l.one_line = "Personalerestaurant".to_owned()),
        listing_with("word", |l| l.one_line = "Medarbejderkantine".to_owned()),
    ])
    .await;
    let results = search(&site, "q=medarbejderkantine").await;
    assert_eq!(slugs(&results), ["word", "synonym"]);
    assert!(results.hits.iter().all(|hit| !hit.reasons.is_empty()));
}

#[tokio::test]
async fn the_name_ranks_before_other_places_of_the_word() {
    let site = TestSite::with(vec![
        listing_with("by-text", |l| l.description = "Vi leverer til Kompasset og andre.".to_owned()),
        listing_with("by-name", |l| l.name = "Kompasset".to_owned()),
        listing_with("by-line", |l| l.one_line = "Kurser på kompasset".to_owned()),
    ])
    .await;
    assert_eq!(slugs(&search(&site, "q=kompasset").await), ["by-name", "by-line", "by-text"]);
}

#[tokio::test]
async fn each_hit_says_why() {
    let site = TestSite::with(vec![listing_with("a", |l| l.name = "Køkkenet".to_owned())]).await;
    let results = search(&site, "q=kantinen&kommune=aalborg&kommune=rebild").await;
    let aalborg = Filter::parse(Facet::Located, "aalborg").unwrap();
    let reasons = &results.hits[0].reasons;
    assert_eq!(reasons[0], Reason::Words { field: Field::OneLine, words: vec!["Kantine".to_owned()] });
    assert_eq!(reasons.last(), Some(&Reason::Filter(aalborg)));
    assert!(!reasons.contains(&Reason::Filter(Filter::parse(Facet::Located, "rebild").unwrap())));
}

#[tokio::test]
async fn closed_listings_are_found_by_name_only_and_last_and_drafts_never() {
    let close = |listing: &mut Listing| {
        listing.name = "Kompasset".to_owned();
        listing.state = State::Closed;
        listing.closed = Some(serde_json::from_value(serde_json::json!({ "reason": "Lukket." })).unwrap());
    };
    let site = TestSite::with(vec![
        listing_with("closed", close),
        listing_with("draft", |l| {
            l.name = "Kompasset".to_owned();
            l.state = State::Draft;
        }),
        listing_with("open", |l| l.description = "Nær Kompasset.".to_owned()),
    ])
    .await;
    for sort in ["relevans", "afstand", "navn", "nyeste"] {
        let query = format!("q=kompasset&naer=aalborg&sorter={sort}");
        assert_eq!(slugs(&search(&site, &query).await), ["open", "closed"], "{sort}");
    }
    assert_eq!(slugs(&search(&site, "q=kantine").await), ["open"]);
    assert_eq!(slugs(&search(&site, "").await), ["open"]);
    assert_eq!(search(&site, "kommune=aalborg").await.total, 1);
}

#[tokio::test]
async fn no_hit_says_what_to_give_up_and_where_there_are_some() {
    let site = TestSite::with(vec![
        listing("a"),
        listing_with("b", |l| l.municipality = serde_json::from_value("rebild".into()).ok()),
    ])
    .await;
    let results = search(&site, "q=kantine&kommune=frederikshavn&branche=kantine-catering").await;
    assert_eq!(results.total, 0);
    let loosened: Vec<(Part, usize)> = results.loosened.iter().map(|l| (l.without, l.total)).collect();
    assert_eq!(loosened, [(Part::Facet(Facet::Located), 2)]);
    let nearest: Vec<&str> =
        results.nearest.iter().map(|(place, _)| content::taxonomy::Entry::slug(place.get())).collect();
    assert_eq!(nearest, ["aalborg", "rebild"]);
}

#[tokio::test]
async fn pages_hold_together_and_do_not_end_beyond_the_last() {
    let listings =
        (0..45).map(|number| listing_with(&format!("l{number:02}"), |l| l.name = format!("Nr {number:02}")));
    let site = TestSite::with(listings.collect()).await;
    for sort in Sort::ALL {
        let mut seen = BTreeSet::new();
        for page in 1..=3 {
            let results = search(&site, &format!("q=kantine&sorter={}&side={page}", sort.param())).await;
            assert_eq!((results.total, results.pages, results.page), (45, 3, page - 1));
            assert_eq!(results.hits.len(), if page < 3 { PAGE_SIZE } else { 5 });
            seen.extend(results.hits.iter().map(|hit| hit.listing.slug.clone()));
        }
        assert_eq!(seen.len(), 45, "{sort:?}");
    }
    let beyond = search(&site, "side=999999").await;
    assert_eq!((beyond.page, beyond.hits.len()), (2, 5));
    let names = search(&site, "sorter=navn").await;
    assert_eq!(slugs(&names)[..2], ["l00", "l01"]);
}

#[tokio::test]
async fn a_changed_listing_is_found_by_its_new_words_only() {
    let site = TestSite::with(vec![listing("a"), listing("b")]).await;
    site.save(vec![listing_with("a", |l| {
        l.one_line = "Vinduespolering".to_owned();
        l.trades = vec![serde_json::from_value("rengoering".into()).unwrap()];
    })])
    .await;
    assert_eq!(slugs(&search(&site, "q=vinduespolering").await), ["a"]);
    assert_eq!(slugs(&search(&site, "q=kantine").await), ["b"]);
    assert_eq!(search(&site, "branche=kantine-catering").await.total, 1);
    site.save(vec![listing_with("b", |l| l.state = State::Draft)]).await;
    assert_eq!(search(&site, "q=kantine").await.total, 0);
}

/// A day after the day of the other tests.
#[derive(Debug)]
struct NextDay;

impl Clock for NextDay {
    fn now(&self) -> DateTime<Utc> {
        FixedClock.now() + Duration::days(1)
    }
}

#[tokio::test]
async fn equals_change_places_with_the_day_and_not_before() {
    let site = TestSite::with((0..15).map(|number| listing(&format!("l{number:02}"))).collect()).await;
    let order = async || slugs(&search(&site, "").await).join(" ");
    let first = order().await;
    site.site.follower.catch_up().await.unwrap();
    assert_eq!(order().await, first);
    let next_day = Follower::new(site.site.store.clone(), site.site.index.clone(), Arc::new(NextDay));
    next_day.catch_up().await.unwrap();
    assert_ne!(order().await, first);
    assert_eq!(search(&site, "q=kantine").await.total, 15);
}
