//! The time, passed in so that tests can set it.

use std::fmt::Debug;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Copenhagen;

/// Tells the time.
pub trait Clock: Debug + Send + Sync {
    /// The time in UTC, as it is stored.
    fn now(&self) -> DateTime<Utc>;

    /// The day in Denmark, as it is shown.
    fn today(&self) -> NaiveDate {
        danish_day(self.now())
    }
}

/// The day it is in Denmark at a time.
#[must_use]
pub fn danish_day(time: DateTime<Utc>) -> NaiveDate {
    time.with_timezone(&Copenhagen).date_naive()
}

/// When the month began in Denmark that it is there at a time.
#[must_use]
pub fn month_began(time: DateTime<Utc>) -> DateTime<Utc> {
    let first = danish_day(time).with_day(1).unwrap_or_default().and_time(NaiveTime::MIN);
    // Clocks are never turned at midnight there.
    Copenhagen.from_local_datetime(&first).earliest().map_or(time, |began| began.to_utc())
}

/// The time of the day in Denmark at a time.
#[must_use]
pub fn danish_time(time: DateTime<Utc>) -> NaiveTime {
    time.with_timezone(&Copenhagen).time()
}

/// When a day begins in Denmark.
#[must_use]
pub fn danish_midnight(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN);
    // Denmark never changes its clocks at midnight.
    Copenhagen.from_local_datetime(&midnight).earliest().map_or(midnight.and_utc(), |time| time.to_utc())
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_begins_at_midnight_in_denmark() {
        let began = |text: &str| month_began(text.parse().unwrap()).to_rfc3339();
        assert_eq!(began("2026-11-21T12:00:00Z"), "2026-10-31T23:00:00+00:00");
        assert_eq!(began("2026-06-30T22:30:00Z"), "2026-06-30T22:00:00+00:00");
        assert_eq!(began("2026-06-30T21:30:00Z"), "2026-05-31T22:00:00+00:00");
    }
}
