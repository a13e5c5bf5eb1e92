//! Search and match do not get worse: the judged queries and needs of `examples/relevance`.

#[path = "../../examples/relevance/yardstick.rs"]
mod yardstick;

use yardstick::{Yardstick, scores};

use server::clock::Clock;

use crate::test_site::{FixedClock, TestSite};

/// Below what it measures now, so that a judged query more or less does not fail it.
const ALL: f64 = 0.91;
const EACH_KIND: f64 = 0.80;
/// The same for every kind of need.
const NEEDS: f64 = 0.9;

#[tokio::test]
async fn judged_queries_are_answered_as_well_as_before() {
    let site = TestSite::seeded().await;
    let judged: Yardstick = include_str!("../../examples/relevance/queries.toml").parse().unwrap();
    let outcomes = judged.measure(&*site.site, FixedClock.today()).await.unwrap();
    let scores = scores(&outcomes);
    assert!(
        outcomes.len() >= 120 && scores.len() == 12,
        "{} queries of {} kinds",
        outcomes.len(),
        scores.len() - 1
    );
    for (kind, score) in &scores {
        let least = if *kind == "all" { ALL } else { EACH_KIND };
        assert!(score.ndcg >= least, "{kind}: nDCG@10 {:.3}, {} queries", score.ndcg, score.count);
    }
    let worst = outcomes.iter().filter(|outcome| outcome.ndcg < 0.3).map(|outcome| &outcome.text);
    let worst: Vec<_> = worst.collect();
    assert!(worst.len() <= 25, "{worst:?}");
    assert!(outcomes.iter().all(|outcome| outcome.shown.len() <= 10));
}

#[tokio::test]
async fn judged_needs_are_met_as_well_as_before() {
    let site = TestSite::seeded().await;
    let judged: Yardstick = include_str!("../../examples/relevance/needs.toml").parse().unwrap();
    let outcomes = judged.measure(&*site.site, FixedClock.today()).await.unwrap();
    let scores = scores(&outcomes);
    assert!(outcomes.len() >= 40 && scores.len() == 5, "{} needs", outcomes.len());
    for (kind, score) in &scores {
        let worst = outcomes.iter().filter(|outcome| outcome.ndcg < 0.6);
        let worst: Vec<_> = worst.map(|outcome| (&outcome.text, &outcome.shown)).collect();
        assert!(score.ndcg >= NEEDS, "{kind}: nDCG@10 {:.3}, {worst:?}", score.ndcg);
    }
}
