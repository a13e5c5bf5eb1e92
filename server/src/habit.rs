//! How enterprises usually answer, worked out from how messages to them stand.
//!
//! As it stood when a Danish day began, so that every replica says the same all day and the pages that are
//! kept hold: what is answered today counts tomorrow.

use std::collections::HashMap;

use app::model::{Habit, Habits, after_workdays};
use chrono::{DateTime, Months, NaiveDate, Utc};

use crate::clock::{danish_day, danish_midnight};
use crate::store::Outcome;

/// How far back counts.
const MONTHS: Months = Months::new(12);
/// Fewer messages than these tell no habit.
const FEWEST: usize = 3;
/// After so many whole working days without an answer none is reckoned with.
const PATIENCE: u32 = 10;
/// Days until an answer that did not come: longer than any number.
const NEVER: i64 = i64::MAX;

/// When the messages that count on a day were sent: from the first moment, before the second.
#[must_use]
pub fn span(day: NaiveDate) -> (DateTime<Utc>, DateTime<Utc>) {
    let first = day.checked_sub_months(MONTHS).unwrap_or(day);
    (danish_midnight(first), danish_midnight(day))
}

/// The habits when a day began, of the messages sent in its [`span`].
#[must_use]
pub fn habits(outcomes: Vec<Outcome>, day: NaiveDate) -> Habits {
    let mut days: HashMap<String, Vec<i64>> = HashMap::new();
    for outcome in outcomes {
        if let Some(taken) = taken(&outcome, day) {
            days.entry(outcome.slug).or_default().push(taken);
        }
    }
    days.into_iter().filter_map(|(slug, days)| Some((slug.into(), habit(days)?))).collect()
}

/// Days until the answer, or [`NEVER`]; none while it may still come.
fn taken(outcome: &Outcome, day: NaiveDate) -> Option<i64> {
    let sent = danish_day(outcome.sent);
    match outcome.answered.map(danish_day).filter(|answered| *answered < day) {
        Some(answered) => Some((answered - sent).num_days().max(0)),
        None => has_waited(sent, day).then_some(NEVER),
    }
}

/// Whether so many working days have passed between the two that no answer is reckoned with.
fn has_waited(sent: NaiveDate, day: NaiveDate) -> bool {
    after_workdays(sent, PATIENCE) < day
}

/// The median. Of two in the middle the longer, so that the words
/// are true of most; when just that one is never, half were answered, and neither can be said.
fn habit(mut days: Vec<i64>) -> Option<Habit> {
    days.sort_unstable();
    if days.len() < FEWEST {
        return None;
    }
    match (days[(days.len() - 1) / 2], days[days.len() / 2]) {
        (NEVER, _) => Some(Habit::Seldom),
        (_, days) => u8::try_from(days).ok().filter(|days| *days <= Habit::LONGEST).map(Habit::Within),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: &str = "2026-11-21";

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn of(outcomes: &[(&str, Option<&str>)]) -> Option<Habit> {
        let outcome = |(sent, answered): &(&str, Option<&str>)| Outcome {
            slug: "a".to_owned(),
            sent: at(&format!("{sent}:00Z")),
            answered: answered.map(|answered| at(&format!("{answered}:00Z"))),
        };
        habits(outcomes.iter().map(outcome).collect(), TODAY.parse().unwrap()).get("a").copied()
    }

    #[test]
    fn three_at_least_tell_a_habit() {
        let same_day = ("2026-10-01T08:00", Some("2026-10-01T21:00"));
        let next_day = ("2026-10-01T08:00", Some("2026-10-01T22:00"));
        assert_eq!(of(&[same_day, same_day]), None);
        assert_eq!(of(&[same_day, same_day, next_day]), Some(Habit::Within(0)));
        assert_eq!(of(&[same_day, next_day, next_day]), Some(Habit::Within(1)), "it is midnight in Denmark");
    }

    #[test]
    fn never_is_the_longest() {
        let two = ("2026-10-01T08:00", Some("2026-10-03T08:00"));
        let never = ("2026-10-01T08:00", None);
        assert_eq!(of(&[two, two, never]), Some(Habit::Within(2)));
        assert_eq!(of(&[two, never, never]), Some(Habit::Seldom));
        assert_eq!(of(&[two, two, never, never]), None, "half of them is not most");
        assert_eq!(of(&[two, two, two, never]), Some(Habit::Within(2)));
        let late = ("2026-01-01T08:00", Some("2026-03-01T08:00"));
        assert_eq!(of(&[late, late, late]), None, "it did answer, but that is no habit to tell");
    }

    #[test]
    fn what_may_still_be_answered_does_not_count() {
        let two = ("2026-10-01T08:00", Some("2026-10-03T08:00"));
        // Friday two weeks ago: ten working days after it have passed when Saturday begins.
        assert_eq!(of(&[two, two, ("2026-11-06T08:00", None), ("2026-11-06T08:00", None)]), None);
        assert_eq!(of(&[two, two, ("2026-11-09T08:00", None)]), None, "only two count");
        assert_eq!(of(&[two, two, two, ("2026-11-09T08:00", None)]), Some(Habit::Within(2)));
    }

    #[test]
    fn what_is_answered_today_counts_tomorrow() {
        let two = ("2026-10-01T08:00", Some("2026-10-03T08:00"));
        assert_eq!(of(&[two, two, ("2026-11-18T08:00", Some("2026-11-20T22:59"))]), Some(Habit::Within(2)));
        assert_eq!(of(&[two, two, ("2026-11-18T08:00", Some("2026-11-20T23:00"))]), None);
    }

    #[test]
    fn a_year_back_counts() {
        let (from, until) = span(TODAY.parse().unwrap());
        assert_eq!((from, until), (at("2025-11-20T23:00:00Z"), at("2026-11-20T23:00:00Z")));
    }
}
