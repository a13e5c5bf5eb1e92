//! Measures the search page on listings made by `generate`: `measure l.jsonl`.
//!
//! Prints how long the index takes to build, the memory of the process, and the CPU
//! time of a search page over many distinct queries with text and filters: the whole
//! request through the router, without compression and without network.

use std::fs;
use std::io::BufReader;
use std::sync::Arc;
use std::time::Instant;

use app::model::{Facet, Filter};
use axum::body::Body;
use axum::http::Request;
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
const PAGES: u32 = 2000;
/// Rounds; the least is the figure, the others tell how noisy the machine is.
const ROUNDS: u32 = 5;

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
    let queries = queries();
    let (mut hits, mut bytes, mut best) = (0, 0, f64::INFINITY);
    for round in 0..ROUNDS {
        let cpu = cpu_seconds()?;
        for query in queries.iter().skip((round * PAGES) as usize).take(PAGES as usize) {
            let request = Request::get(format!("/virksomheder?{query}")).body(Body::empty())?;
            let page = router.clone().oneshot(request).await?.into_body().collect().await?.to_bytes();
            bytes += page.len();
            hits += usize::from(!page.windows(14).any(|part| part == b"data-total=\"0\""));
        }
        let spent = (cpu_seconds()? - cpu) * 1e6 / f64::from(PAGES);
        println!("round {round}: {spent:.0} µs CPU a page");
        best = best.min(spent);
    }
    let asked = (ROUNDS * PAGES) as usize;
    println!("best {best:.0} µs; {} KB a page; {} % with hits", bytes / asked / 1000, hits * 100 / asked);
    Ok(())
}

/// Distinct queries: one or two words, and up to two filters.
fn queries() -> Vec<String> {
    let words: Vec<&str> = Service::all().iter().flat_map(Entry::search).map(String::as_str).collect();
    let filters: Vec<Filter> = Facet::ALL.into_iter().flat_map(Facet::filters).collect();
    (0..(ROUNDS * PAGES) as usize)
        .map(|number| {
            let word = words[number * 7 % words.len()].replace(' ', "+");
            let filter = filters[number * 31 % filters.len()];
            let more = match number % 4 {
                0 => String::new(),
                1 => format!("&kommune=aalborg&side={}", 1 + number % 3),
                2 => format!("&leverer=rebild&sorter=navn&x={number}"),
                _ => format!("+{}", words[number * 13 % words.len()].replace(' ', "+")),
            };
            format!("q={word}{more}&{}={}", filter.facet().param(), filter.entry().slug())
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
