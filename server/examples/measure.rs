//! Measures search and match on listings made by `generate`: `measure l.jsonl`.
//!
//! Prints how long the index takes to build, the memory of the process, and the CPU
//! time of a search page over many distinct queries with text and filters, and of the
//! places for many distinct needs: the whole request through the router, without
//! compression and without network.

use std::fs;
use std::io::BufReader;
use std::sync::Arc;
use std::time::Instant;

use app::model::{Facet, Filter};
use axum::body::Body;
use axum::http::Request;
use content::places::towns;
use content::taxonomy::{Entry, Service, Term};
use http_body_util::BodyExt;
use server::actions::import_listings;
use server::clock::SystemClock;
use server::site::{Outside, Site};
use server::store::Store;
use server::web;
use tower::ServiceExt;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Pages asked for in one round.
const PAGES: usize = 2000;
/// Rounds; the least is the figure, the others tell how noisy the machine is.
const ROUNDS: usize = 5;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let lines = std::env::args().nth(1).ok_or("name a file of listings")?;
    let folder = tempfile::tempdir()?;
    let store =
        Store::open(&format!("sqlite://{}?mode=rwc", folder.path().join("measure.db").display())).await?;
    let report =
        import_listings(&store, &SystemClock, BufReader::new(fs::File::open(lines)?), |_| {}).await?;
    let before = memory()?;
    let site = Site::new(store, Outside::nowhere(Arc::new(SystemClock)))?;
    let since = Instant::now();
    site.follower.catch_up().await?;
    println!("{} listings, index built in {:.2} s", report.saved, since.elapsed().as_secs_f64());
    println!("memory: {before} MB before the index, {} MB with it", memory()?);

    let router = web::router(site);
    measure("search", &router, &queries()).await?;
    measure("match", &router, &needs()).await
}

/// Prints the CPU time of a page of the kind.
async fn measure(
    kind: &str,
    router: &web::Cached,
    addresses: &[String],
) -> Result<(), Box<dyn std::error::Error>> {
    let (mut hits, mut bytes, mut best) = (0, 0, f64::INFINITY);
    for (round, addresses) in addresses.chunks(addresses.len() / ROUNDS).enumerate() {
        let cpu = cpu_seconds()?;
        for address in addresses {
            let request = Request::get(address).body(Body::empty())?;
            let page = router.clone().oneshot(request).await?.into_body().collect().await?.to_bytes();
            bytes += page.len();
            hits += usize::from(!page.windows(14).any(|part| part == b"data-total=\"0\""));
        }
        let spent = (cpu_seconds()? - cpu) * 1e6 / f64::from(u32::try_from(addresses.len())?);
        println!("{kind}, round {round}: {spent:.0} µs CPU a page");
        best = best.min(spent);
    }
    let asked = addresses.len();
    println!(
        "{kind}: best {best:.0} µs; {} KB a page; {} % with hits",
        bytes / asked / 1000,
        hits * 100 / asked
    );
    Ok(())
}

/// Distinct needs: a task, a consideration, and for some a place, a distance, hours and a scheme.
fn needs() -> Vec<String> {
    let pick = |facet: Facet, number: usize| {
        let filter = facet.filters().nth(number % facet.values().len());
        filter.map_or_else(String::new, |filter| format!("&{}={}", facet.param(), filter.entry().slug()))
    };
    let towns = towns();
    (0..ROUNDS * PAGES / 10)
        .map(|number| {
            let near = &towns[number * 13 % towns.len()].name;
            let near = url::form_urlencoded::byte_serialize(near.as_bytes()).collect::<String>();
            let more = match number % 3 {
                0 => String::new(),
                1 => format!("&naer={near}&km=50&timer={}", 1 + number % 37),
                _ => format!("&naer={near}{}", pick(Facet::Scheme, number * 7)),
            };
            let (task, able) = (pick(Facet::Task, number), pick(Facet::Consideration, number * 5));
            format!("/match?x={number}{task}{able}{more}")
        })
        .collect()
}

/// Distinct queries: one or two words, and up to two filters.
fn queries() -> Vec<String> {
    let words: Vec<&str> = Service::all().iter().flat_map(Entry::search).map(String::as_str).collect();
    let filters: Vec<Filter> = Facet::ALL.into_iter().flat_map(Facet::filters).collect();
    (0..ROUNDS * PAGES)
        .map(|number| {
            let word = words[number * 7 % words.len()].replace(' ', "+");
            let filter = filters[number * 31 % filters.len()];
            let more = match number % 4 {
                0 => String::new(),
                1 => format!("&kommune=aalborg&side={}", 1 + number % 3),
                2 => format!("&leverer=rebild&sorter=navn&x={number}"),
                _ => format!("+{}", words[number * 13 % words.len()].replace(' ', "+")),
            };
            format!("/virksomheder?q={word}{more}&{}={}", filter.facet().param(), filter.entry().slug())
        })
        .collect()
}

/// CPU time of this thread in seconds; it does all the work of a page.
fn cpu_seconds() -> Result<f64, Box<dyn std::error::Error>> {
    let stat = fs::read_to_string("/proc/thread-self/schedstat")?;
    Ok(stat.split(' ').next().unwrap_or("0").parse::<f64>()? / 1e9)
}

/// Resident memory of this process in megabytes.
fn memory() -> Result<u64, Box<dyn std::error::Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).ok_or("no VmRSS")?;
    let kilobytes: u64 = line.split_whitespace().nth(1).ok_or("no number")?.parse()?;
    Ok(kilobytes / 1000)
}
