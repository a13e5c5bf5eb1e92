//! Prints how good the search is: `relevance [--worst N] [FILE]`, or how a text is read:
//! `relevance --explain TEXT`.
//!
//! Asks the judged queries of `queries.toml` and the needs of `needs.toml`, or another file, of the seed
//! catalogue and prints nDCG@10 and success@3 by kind, and the `N` that came out worst.

mod yardstick;

use std::fs;
use std::sync::Arc;

use server::actions::seed_catalogue;
use server::clock::SystemClock;
use server::site::{Outside, Site};
use server::store::Store;
use yardstick::{Yardstick, scores};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut worst = 0;
    if arguments.first().is_some_and(|argument| argument == "--worst") {
        worst = arguments.get(1).ok_or("how many of the worst?")?.parse()?;
        arguments.drain(..2);
    }
    let explained = arguments.first().is_some_and(|argument| argument == "--explain");
    let queries = match arguments.first() {
        Some(file) if !explained => fs::read_to_string(file)?,
        _ => [include_str!("queries.toml"), include_str!("needs.toml")].concat(),
    };
    let folder = tempfile::tempdir()?;
    let url = format!("sqlite://{}?mode=rwc", folder.path().join("relevance.db").display());
    let store = Store::open(&url).await?;
    seed_catalogue(&store, &SystemClock).await?;
    let site = Site::new(store, Outside::nowhere(Arc::new(SystemClock)))?;
    site.follower.catch_up().await?;

    if explained {
        let state = site.index.current().ok_or("there is no index")?;
        println!("{:#?}", site.index.read(&state, &arguments[1..].join(" "), false)?);
        return Ok(());
    }
    let mut outcomes = queries.parse::<Yardstick>()?.measure(&*site, site.clock.today()).await?;
    println!("{:<12} {:>7} {:>8} {:>9}", "kind", "queries", "nDCG@10", "success@3");
    for (kind, score) in scores(&outcomes) {
        println!("{kind:<12} {:>7} {:>8.3} {:>9.3}", score.count, score.ndcg, score.success);
    }
    outcomes.sort_by(|a, b| a.ndcg.total_cmp(&b.ndcg));
    for outcome in outcomes.iter().take(worst) {
        let shown: Vec<String> =
            outcome.shown.iter().map(|(slug, grade)| format!("{slug} {grade}")).collect();
        println!("{:.2} {:<10} {:?}: {}", outcome.ndcg, outcome.kind, outcome.text, shown.join(", "));
    }
    Ok(())
}
