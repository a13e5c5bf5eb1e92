//! What people did not find, counted in memory on its way to the store.
//!
//! Kept are words, place, day and how often; nothing of who asked.

mod lacking;

pub use lacking::{lacking, municipalities, near};

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use app::catalogue::FEW_HITS;
use app::model::{Facet, Reading, Results, SearchQuery};
use chrono::NaiveDate;
use content::folding::fold;
use content::taxonomy::{Municipality, Term, language};
use tokio::sync::oneshot;

use crate::actions::{count_gaps, count_tallies};
use crate::search::analysis::words;
use crate::site::Site;
use crate::store::Gap;

/// How often the counts are written.
const PAUSE: Duration = Duration::from_secs(30);
/// Most different searches that wait to be written; more are dropped.
const WAITING: usize = 4096;
/// Most telling words of a search that is counted.
const WORDS: usize = 6;
/// Most characters of them.
const LETTERS: usize = 80;
/// Fewest digits that may be a number of a person, a phone or a company.
const DIGITS: usize = 6;
/// Most words beside a filter of the placement lens.
const BESIDE_LENS: usize = 3;

/// Counts that wait to be written.
#[derive(Debug, Default)]
pub struct Gaps(Mutex<HashMap<Key, Count>>);

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Key {
    day: NaiveDate,
    words: String,
    place: String,
}

#[derive(Debug, Clone, Copy)]
struct Count {
    hits: i32,
    count: i64,
}

impl Gaps {
    /// Counts a search, if it found little and says nothing of a person.
    pub fn note(&self, day: NaiveDate, query: &SearchQuery, results: &Results) {
        if query.page > 0 || query.text.is_empty() || results.total > FEW_HITS {
            return;
        }
        let Some(words) = harmless(query, &results.reading) else { return };
        let hits = i32::try_from(results.total).unwrap_or_default();
        self.add(Gap { day, words, place: place(query, results), hits, count: 1 });
    }

    /// Adds a count to those that wait.
    pub fn add(&self, gap: Gap) {
        let mut waiting = self.lock();
        let room = waiting.len() < WAITING;
        let key = Key { day: gap.day, words: gap.words, place: gap.place };
        if let Some(count) = waiting.get_mut(&key) {
            *count = Count { hits: gap.hits, count: count.count + gap.count };
        } else if room {
            waiting.insert(key, Count { hits: gap.hits, count: gap.count });
        }
    }

    /// Takes all that waits, in an order that is the same for every replica, so that no
    /// two wait for each other's rows.
    #[must_use]
    pub fn take(&self) -> Vec<Gap> {
        let mut waiting: Vec<(Key, Count)> = std::mem::take(&mut *self.lock()).into_iter().collect();
        waiting.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        let gap = |(Key { day, words, place }, Count { hits, count })| Gap { day, words, place, hits, count };
        waiting.into_iter().map(gap).collect()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Key, Count>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Writes the counts from time to time, and once more when told to stop.
pub async fn run(site: &Site, mut stop: oneshot::Receiver<()>) {
    loop {
        let stopped = tokio::time::timeout(PAUSE, &mut stop).await.is_ok();
        if let Err(error) = count_gaps(site).await {
            tracing::warn!(%error, "what was not found could not be counted and waits for the next time");
        }
        if let Err(error) = count_tallies(site).await {
            tracing::warn!(%error, "what was shown could not be counted and waits for the next time");
        }
        if stopped {
            return;
        }
    }
}

/// The telling words of the text, unless they could say something of a citizen.
///
/// Nobody looks over these words before they are stored. So numbers that stand for someone
/// (CPR, phone, CVR), mail addresses and long texts are not counted at all, nor is
/// anything like a sentence beside schemes, tasks and considerations: there people tell of
/// whom they seek a place for.
#[must_use]
pub fn harmless(query: &SearchQuery, reading: &Reading) -> Option<String> {
    let whole = fold(&query.text);
    let lens = [Facet::Scheme, Facet::Task, Facet::Consideration];
    let lens = lens.into_iter().any(|facet| query.chosen(facet).next().is_some());
    if query.had_cpr
        || query.cut
        || whole.contains('@')
        || holds_number(&whole)
        || (lens && words(&whole).count() > BESIDE_LENS)
        || holds_surname(reading)
    {
        return None;
    }
    let text = reading.place.as_ref().map_or(&query.text, |place| &place.rest);
    let telling: Vec<String> =
        words(text).filter(|word| !language().stopwords.contains(&word.to_lowercase())).map(fold).collect();
    let joined = telling.join(" ");
    let counted = (1..=WORDS).contains(&telling.len()) && joined.chars().count() <= LETTERS;
    counted.then_some(joined)
}

/// Whether a word the catalogue does not know may be a Danish surname: Hansen, Nielsen. Words that
/// only end so, "kassen", are known.
fn holds_surname(reading: &Reading) -> bool {
    let corrected = reading.corrected.iter().map(|word| &word.typed);
    corrected.chain(&reading.unmet).any(|word| fold(word).ends_with("sen"))
}

/// Whether so many digits follow each other with no letter in between.
fn holds_number(text: &str) -> bool {
    let mut digits = 0;
    text.chars().any(|letter| {
        if letter.is_numeric() {
            digits += 1;
        } else if letter.is_alphabetic() {
            digits = 0;
        }
        digits >= DIGITS
    })
}

/// Where it was sought: the place it was measured from or limited to, else the municipality chosen.
fn place(query: &SearchQuery, results: &Results) -> String {
    let from = results.from.map(|place| place.name.clone());
    let limited = || results.reading.place.as_ref().map(|place| place.label.clone());
    let chosen =
        || query.chosen(Facet::Located).next().map(|filter| Municipality::all()[filter.index()].name.clone());
    from.or_else(limited).or_else(chosen).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use app::model::{Counts, PlaceInText, Reading};

    use super::*;

    #[test]
    fn numbers_are_seen_however_they_are_spread() {
        for text in ["12345678", "98 12 34 56", "98-12-34", "12.34.56", "(+45) 98/12 34 56", "cvr 37148334"] {
            assert!(holds_number(text), "{text}");
        }
        for text in ["9800 hjoerring", "100 stole til 2026", "paragraf 103 og 104", ""] {
            assert!(!holds_number(text), "{text}");
        }
    }

    #[test]
    fn a_place_in_the_text_is_a_place_and_no_word() {
        let query = SearchQuery::parse("q=kager+i+Klarup&kommune=rebild");
        let mut results = Results {
            total: 1,
            page: 0,
            pages: 1,
            hits: Vec::new(),
            reading: Reading::default(),
            from: None,
            nearby: Vec::new(),
            counts: Counts::by(|_| 0),
            loosened: Vec::new(),
            nearest: Vec::new(),
        };
        let noted = |results: &Results| {
            let gaps = Gaps::default();
            gaps.note(NaiveDate::MIN, &query, results);
            gaps.take().pop().map(|gap| (gap.words, gap.place, gap.hits))
        };
        let counted = |words: &str, place: &str| Some((words.to_owned(), place.to_owned(), 1));
        assert_eq!(noted(&results), counted("kager klarup", "Rebild Kommune"));
        let place = PlaceInText {
            label: "højst 10 km fra Klarup".to_owned(),
            place: "Klarup".to_owned(),
            name: "klarup".to_owned(),
            typed: "klarup".to_owned(),
            rest: "kager i".to_owned(),
        };
        results.reading.place = Some(place);
        assert_eq!(noted(&results), counted("kager", "højst 10 km fra Klarup"));
        results.from = content::places::place("Klarup");
        assert_eq!(noted(&results), counted("kager", "Klarup"));
        results.total = 3;
        assert_eq!(noted(&results), None);
    }

    #[test]
    fn no_more_wait_than_there_is_room_for() {
        let gaps = Gaps::default();
        for number in 0..2 * WAITING {
            let words = format!("w{}", number % (WAITING + 10));
            gaps.add(Gap { day: NaiveDate::MIN, words, place: String::new(), hits: 0, count: 1 });
        }
        let taken = gaps.take();
        assert_eq!(taken.len(), WAITING);
        assert!(taken.iter().any(|gap| gap.count == 2));
        assert!(gaps.take().is_empty());
    }
}
