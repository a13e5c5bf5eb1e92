//! How good the search and the match are, against queries and needs judged by hand.

use std::collections::BTreeMap;
use std::str::FromStr;

use app::catalogue::{Catalogue, Unavailable};
use app::model::{Need, SearchQuery};
use chrono::NaiveDate;
use serde::Deserialize;

/// Hits that count.
const DEPTH: usize = 10;

/// The judged queries, or needs.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Yardstick {
    #[serde(default)]
    query: Vec<Judged>,
    #[serde(default)]
    need: Vec<Judged>,
}

/// One query or need with the listings that answer it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Judged {
    /// What makes it hard.
    kind: String,
    #[expect(dead_code, reason = "for readers of the file")]
    group: String,
    /// As typed; of a need the query of its address.
    text: String,
    /// From 1, related, to 3, what is sought; others are 0. Empty: nothing answers it.
    grades: BTreeMap<String, u8>,
}

/// How one query came out.
#[derive(Debug)]
pub struct Outcome {
    /// Its kind.
    pub kind: String,
    /// As typed.
    pub text: String,
    /// Normalised discounted cumulative gain of the first ten, from 0 to 1. Of a query that
    /// nothing answers: 1 when nothing is found.
    pub ndcg: f64,
    /// Whether a good answer (2 or 3) is among the first three.
    pub success: bool,
    /// What was shown, with grades.
    pub shown: Vec<(String, u8)>,
}

/// Means over queries.
#[derive(Debug, Clone, Copy, Default)]
pub struct Score {
    /// Queries.
    pub count: usize,
    /// Mean nDCG@10.
    pub ndcg: f64,
    /// Share with a good answer among the first three.
    pub success: f64,
}

impl FromStr for Yardstick {
    type Err = toml::de::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        toml::from_str(text)
    }
}

impl Yardstick {
    /// Asks every query and every need.
    ///
    /// # Errors
    /// When the catalogue cannot be read.
    pub async fn measure(
        &self,
        catalogue: &dyn Catalogue,
        today: NaiveDate,
    ) -> Result<Vec<Outcome>, Unavailable> {
        let mut outcomes = Vec::new();
        for judged in &self.query {
            let query = SearchQuery { text: judged.text.clone(), ..SearchQuery::default() };
            let results = catalogue.search(&query).await?;
            let hits = results.hits.iter().chain(&results.nearby).take(DEPTH);
            outcomes.push(judged.outcome(hits.map(|hit| hit.listing.slug.as_str())));
        }
        for judged in &self.need {
            let matched = catalogue.places_for(&Need::parse(&judged.text), today).await?;
            let places = matched.places.iter().chain(&matched.misses).take(DEPTH);
            outcomes.push(judged.outcome(places.map(|place| place.listing.slug.as_str())));
        }
        Ok(outcomes)
    }
}

impl Judged {
    fn outcome<'a>(&self, slugs: impl Iterator<Item = &'a str>) -> Outcome {
        let grade = |slug: &str| self.grades.get(slug).copied().unwrap_or(0);
        let shown: Vec<(String, u8)> = slugs.map(|slug| (slug.to_owned(), grade(slug))).collect();
        let mut best: Vec<u8> = self.grades.values().copied().collect();
        best.sort_unstable_by(|a, b| b.cmp(a));
        let ideal = gain(best.into_iter().take(DEPTH));
        let nothing = self.grades.is_empty();
        let ndcg = if nothing {
            f64::from(u8::from(shown.is_empty()))
        } else {
            gain(shown.iter().map(|(_, grade)| *grade)) / ideal
        };
        let success =
            if nothing { shown.is_empty() } else { shown.iter().take(3).any(|(_, grade)| *grade > 1) };
        Outcome { kind: self.kind.clone(), text: self.text.clone(), ndcg, success, shown }
    }
}

/// Discounted cumulative gain with the usual 2^grade − 1.
fn gain(grades: impl Iterator<Item = u8>) -> f64 {
    grades.zip(2_u32..).map(|(grade, place)| (f64::from(grade).exp2() - 1.0) / f64::from(place).log2()).sum()
}

/// The means over all outcomes, then by kind.
#[must_use]
pub fn scores(outcomes: &[Outcome]) -> BTreeMap<&str, Score> {
    let mut scores = BTreeMap::<&str, Score>::new();
    for outcome in outcomes {
        for key in ["all", outcome.kind.as_str()] {
            let score = scores.entry(key).or_default();
            score.count += 1;
            score.ndcg += outcome.ndcg;
            score.success += f64::from(u8::from(outcome.success));
        }
    }
    for score in scores.values_mut() {
        #[expect(clippy::cast_precision_loss, reason = "some hundred queries")]
        let count = score.count as f64;
        score.ndcg /= count;
        score.success /= count;
    }
    scores
}
