//! How an enterprise usually answers, and what else is known of listings on a day.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{Days, NaiveDate};
use content::Listing;

/// For so many days a listing is new.
const NEW: Days = Days::new(90);

/// What an enterprise usually does with messages, told by states alone and never by what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Habit {
    /// It answers within so many days, at most [`Habit::LONGEST`]; 0 is the same day.
    Within(u8),
    /// It left most of them unanswered.
    Seldom,
}

impl Habit {
    /// Most days that are told; whoever takes longer has no habit.
    pub const LONGEST: u8 = 31;
    /// Up to so many days an answer is quick.
    const QUICK: u8 = 3;

    /// Whether buyers hear soon.
    #[must_use]
    pub fn is_quick(self) -> bool {
        matches!(self, Self::Within(days) if days <= Self::QUICK)
    }
}

/// Habits by slug; most listings have none.
pub type Habits = HashMap<Box<str>, Habit>;

/// What cards and pages say of listings beside what stands in them: the same all day.
#[derive(Debug, Clone)]
pub struct AsOf {
    /// Today in Denmark.
    pub today: NaiveDate,
    /// The first day of the oldest listings, which were there when the catalogue began.
    pub began: Option<NaiveDate>,
    /// Habits as they stood when the day began.
    pub habits: Arc<Habits>,
}

impl AsOf {
    /// A day on which nothing else is known.
    #[must_use]
    pub fn day(today: NaiveDate) -> Self {
        Self { today, began: None, habits: Arc::default() }
    }

    /// The habit of an open listing, where it has one.
    #[must_use]
    pub fn habit(&self, listing: &Listing) -> Option<Habit> {
        self.habits.get(listing.slug.as_str()).copied().filter(|_| !listing.is_closed())
    }

    /// Whether an open listing came lately. Those the catalogue began with are as old as itself, and so not
    /// new in it.
    #[must_use]
    pub fn is_new(&self, listing: &Listing) -> bool {
        let later = |day: NaiveDate| self.began.is_some_and(|began| began < day);
        let lately = |day: NaiveDate| day.checked_add_days(NEW).is_some_and(|end| self.today < end);
        !listing.is_closed() && listing.published.is_some_and(|day| later(day) && lately(day))
    }
}

#[cfg(test)]
mod tests {
    use content::listing::State;

    use super::*;

    fn listing(published: Option<&str>) -> Listing {
        serde_json::from_value(serde_json::json!({
            "slug": "a", "name": "A", "state": "public", "published": published,
        }))
        .unwrap()
    }

    #[test]
    fn new_is_what_came_after_the_beginning_and_lately() {
        let mut as_of = AsOf::day("2026-11-21".parse().unwrap());
        assert!(!as_of.is_new(&listing(Some("2026-11-20"))), "no beginning is known");
        as_of.began = "2026-08-01".parse().ok();
        for (published, new) in [
            (None, false),
            (Some("2026-08-01"), false),
            (Some("2026-08-23"), false),
            (Some("2026-08-24"), true),
            (Some("2026-11-21"), true),
        ] {
            assert_eq!(as_of.is_new(&listing(published)), new, "{published:?}");
        }
        let closed = Listing { state: State::Closed, ..listing(Some("2026-11-20")) };
        assert!(!as_of.is_new(&closed));
    }

    #[test]
    fn an_answer_within_three_days_is_quick() {
        assert!(Habit::Within(0).is_quick() && Habit::Within(3).is_quick());
        assert!(!Habit::Within(4).is_quick() && !Habit::Seldom.is_quick());
    }
}
