//! Looks for the search that takes longest: `worst l.jsonl [SECONDS]`.
//!
//! Asks random searches of listings made by `generate`: words of the vocabulary and of
//! the language, cut, mistyped, repeated, joined, with places, filters and distances, up to the
//! most letters a search may have. Prints the time of the worst and what they were: each the least
//! of three tries, which is CPU time and no waiting.

use std::fs;
use std::io::BufReader;
use std::sync::Arc;
use std::time::{Duration, Instant};

use app::catalogue::Catalogue;
use app::model::{Facet, Filter, MAX_TEXT, SearchQuery, Sort};
use content::taxonomy::{Entry, Service, Task, Term, language};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use server::actions::import_listings;
use server::clock::SystemClock;
use server::site::{Outside, Site};
use server::store::Store;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let lines = arguments.next().ok_or("name a file of listings")?;
    let seconds: u64 = arguments.next().map_or(Ok(60), |seconds| seconds.parse())?;
    let folder = tempfile::tempdir()?;
    let url = format!("sqlite://{}?mode=rwc", folder.path().join("worst.db").display());
    let store = Store::open(&url).await?;
    import_listings(&store, &SystemClock, BufReader::new(fs::File::open(lines)?), |_| {}).await?;
    let site = Site::new(store, Outside::nowhere(Arc::new(SystemClock)))?;
    site.follower.catch_up().await?;

    let (queries, mut runner) = (queries(), TestRunner::default());
    let (mut asked, mut worst) = (0_u32, Vec::<(Duration, Duration, String)>::new());
    let since = Instant::now();
    while since.elapsed().as_secs() < seconds {
        let query = queries.new_tree(&mut runner).map_err(|reason| reason.message().to_owned())?.current();
        let (mut searched, mut suggested) = (Duration::MAX, Duration::MAX);
        for _ in 0..3 {
            let begun = Instant::now();
            site.search(&query).await?;
            searched = searched.min(begun.elapsed());
            let begun = Instant::now();
            site.suggest(&query.text).await?;
            suggested = suggested.min(begun.elapsed());
        }
        asked += 1;
        worst.push((searched, suggested, query.to_query_string()));
        if worst.len() > 1000 {
            keep_worst(&mut worst);
        }
    }
    keep_worst(&mut worst);
    println!("{asked} searches; the worst, with their suggestions:");
    for (searched, suggested, query) in worst {
        println!("{searched:>10.1?} {suggested:>10.1?} {query}");
    }
    Ok(())
}

/// Leaves the five worst searches and the five with the worst suggestions.
fn keep_worst(found: &mut Vec<(Duration, Duration, String)>) {
    found.sort_by_key(|(searched, ..)| std::cmp::Reverse(*searched));
    let mut kept: Vec<_> = found.drain(..5.min(found.len())).collect();
    found.sort_by_key(|(_, suggested, _)| std::cmp::Reverse(*suggested));
    kept.extend(found.drain(..5.min(found.len())));
    *found = kept;
}

fn queries() -> impl Strategy<Value = SearchQuery> {
    let known =
        Service::all().iter().flat_map(|term| term.search().iter().map(String::as_str).chain([term.label()]));
    let tasks = Task::all().iter().flat_map(|term| term.search().iter().map(String::as_str));
    let parts = language().words.parts.iter().chain(&language().stopwords).map(String::as_str);
    let words: Vec<&'static str> =
        known.chain(tasks).chain(parts).chain(["aalborg", "nær Støvring", "9800"]).collect();
    let words = proptest::sample::select(words);
    let word = prop_oneof![
        5 => words.clone().prop_map(str::to_owned),
        2 => (words.clone(), 1_usize..8).prop_map(|(word, end)| word.chars().take(end).collect()),
        2 => (words.clone(), any::<prop::sample::Index>(), proptest::char::range('a', 'z')).prop_map(mistyped),
        1 => (words.clone(), words).prop_map(|(one, other)| format!("{one}{other}")),
        1 => "[a-zæøå]{1,40}",
        1 => "\\PC{1,12}",
    ];
    let all: Vec<Filter> = Facet::ALL.into_iter().flat_map(Facet::filters).collect();
    let text = proptest::collection::vec(word, 0..60).prop_map(|words| words.join(" "));
    let filters = proptest::collection::btree_set(proptest::sample::select(all), 0..5);
    let near = proptest::sample::select(vec!["", "", "Aalborg", "9530"]);
    let km = proptest::option::of(proptest::sample::select(vec![5, 25, 100]));
    let sort = proptest::sample::select(Sort::ALL.to_vec());
    (text, filters, near, km, sort, 0_usize..100).prop_map(|(text, filters, near, km, sort, page)| {
        SearchQuery {
            text: text.chars().take(MAX_TEXT).collect::<String>().trim().to_owned(),
            filters,
            near: near.to_owned(),
            km,
            sort,
            page,
            ..SearchQuery::default()
        }
    })
}

fn mistyped((word, place, letter): (&'static str, prop::sample::Index, char)) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let place = place.index(letters.len());
    letters[place] = letter;
    letters.into_iter().collect()
}
