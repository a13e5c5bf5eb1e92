//! What visitors were shown of listings, counted in memory on its way to the store.
//!
//! Kept are the listing, the month, the words searched for, how often and at what place; nothing of who
//! asked. What a page shows is known when it is made; a page that is kept for the next has a count of its
//! own, so that giving it again costs one addition. Those who are signed in are not counted: they are
//! members and editors who look after listings.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use app::page::Told;
use chrono::{Datelike, NaiveDate};

use crate::gaps::harmless;
use crate::store::Tally;

/// Most pages that count at one time: more than can be kept, so that some always can be let go.
const COUNTING: usize = 1 << 15;
/// Most different counts that wait to be written; more are dropped.
const WAITING: usize = 1 << 16;

/// What a page shows of listings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// One of them.
    Listing(String),
    /// The hits of a search, in order.
    Search {
        /// The telling words, folded; empty when only filters were chosen.
        words: String,
        /// Slugs.
        slugs: Vec<String>,
    },
}

impl What {
    /// What is counted of a page: no search whose words could say something of a citizen.
    #[must_use]
    pub fn of(told: Told) -> Option<Self> {
        match told {
            Told::Listing(slug) => Some(Self::Listing(slug)),
            Told::Search { slugs, .. } if slugs.is_empty() => None,
            Told::Search { query, slugs, .. } if query.text.is_empty() => {
                Some(Self::Search { words: String::new(), slugs })
            }
            Told::Search { query, reading, slugs } => {
                Some(Self::Search { words: harmless(&query, &reading)?, slugs })
            }
        }
    }
}

/// Counts how often one page is given.
#[derive(Debug)]
pub struct Shown {
    month: NaiveDate,
    what: What,
    times: AtomicU32,
}

impl Shown {
    /// Counts once more.
    pub fn once_more(&self) {
        self.times.fetch_add(1, Ordering::Relaxed);
    }
}

/// The pages that count, and counts that wait to be written.
#[derive(Debug, Default)]
pub struct Tallies(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    counting: Vec<Arc<Shown>>,
    waiting: HashMap<Key, Count>,
}

/// Listing, first day of the month, and words; no words for its own page.
type Key = (String, NaiveDate, Option<String>);

#[derive(Debug, Clone, Copy, Default)]
struct Count {
    times: i64,
    places: i64,
}

impl Tallies {
    /// The count of a page made on a day, at nought. None when too many count.
    #[must_use]
    pub fn begin(&self, day: NaiveDate, what: What) -> Option<Arc<Shown>> {
        let mut state = self.lock();
        if state.counting.len() >= COUNTING {
            state.gather();
        }
        let room = state.counting.len() < COUNTING;
        room.then(|| {
            let month = day.with_day(1).unwrap_or(day);
            let shown = Arc::new(Shown { month, what, times: AtomicU32::new(0) });
            state.counting.push(shown.clone());
            shown
        })
    }

    /// Adds counts to those that wait.
    pub fn add(&self, tallies: Vec<Tally>) {
        let mut state = self.lock();
        for Tally { slug, month, words, times, places } in tallies {
            state.add((slug, month, words), Count { times, places });
        }
    }

    /// Takes all that was counted, in an order that is the same for every replica, so that no two wait
    /// for each other's rows.
    #[must_use]
    pub fn take(&self) -> Vec<Tally> {
        let mut state = self.lock();
        state.gather();
        let waiting = std::mem::take(&mut state.waiting);
        drop(state);
        let tally =
            |((slug, month, words), Count { times, places })| Tally { slug, month, words, times, places };
        let mut taken: Vec<Tally> = waiting.into_iter().map(tally).collect();
        taken.sort_unstable_by(|a, b| (&a.slug, a.month, &a.words).cmp(&(&b.slug, b.month, &b.words)));
        taken
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Brings together what the pages have counted, and lets those go that nobody has any more.
    fn gather(&mut self) {
        let mut counting = std::mem::take(&mut self.counting);
        counting.retain_mut(|shown| {
            // Asked before the count is taken: whoever gives the page meanwhile holds it.
            let gone = Arc::get_mut(shown).is_some();
            let times = shown.times.swap(0, Ordering::Relaxed);
            if times > 0 {
                self.add_shown(shown, times.into());
            }
            !gone
        });
        self.counting = counting;
    }

    fn add_shown(&mut self, shown: &Shown, times: i64) {
        match &shown.what {
            What::Listing(slug) => self.add((slug.clone(), shown.month, None), Count { times, places: 0 }),
            What::Search { words, slugs } => {
                for (place, slug) in (1..).zip(slugs) {
                    let key = (slug.clone(), shown.month, Some(words.clone()));
                    self.add(key, Count { times, places: place * times });
                }
            }
        }
    }

    fn add(&mut self, key: Key, more: Count) {
        let room = self.waiting.len() < WAITING;
        if let Some(count) = self.waiting.get_mut(&key) {
            count.times += more.times;
            count.places += more.places;
        } else if room {
            self.waiting.insert(key, more);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(slugs: &[&str]) -> What {
        What::Search { words: "mad".to_owned(), slugs: slugs.iter().map(|slug| (*slug).to_owned()).collect() }
    }

    #[test]
    fn places_are_added_up_and_pages_let_go() {
        let tallies = Tallies::default();
        let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let month = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
        let (one, other) =
            (tallies.begin(day, search(&["a", "b"])).unwrap(), tallies.begin(day, search(&["b"])).unwrap());
        one.once_more();
        one.once_more();
        other.once_more();
        drop(other);
        let tally = |slug: &str, times, places| Tally {
            slug: slug.to_owned(),
            month,
            words: Some("mad".to_owned()),
            times,
            places,
        };
        assert_eq!(tallies.take(), [tally("a", 2, 2), tally("b", 3, 5)]);
        assert_eq!(tallies.take(), []);
        assert_eq!(tallies.lock().counting.len(), 1, "one page can still be given");
        one.once_more();
        assert_eq!(tallies.take(), [tally("a", 1, 1), tally("b", 1, 2)]);
    }

    #[test]
    fn no_more_is_held_than_there_is_room_for() {
        let tallies = Tallies::default();
        let listing = |number: usize| What::Listing(format!("l{number}"));
        for number in 0..2 * WAITING {
            tallies.begin(NaiveDate::MIN, listing(number)).unwrap().once_more();
            assert!(tallies.lock().counting.len() <= COUNTING);
        }
        assert_eq!(tallies.take().len(), WAITING);
        let held: Vec<_> =
            (0..COUNTING).map(|number| tallies.begin(NaiveDate::MIN, listing(number))).collect();
        assert!(held.iter().all(Option::is_some) && tallies.begin(NaiveDate::MIN, listing(0)).is_none());
    }
}
