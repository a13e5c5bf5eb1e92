//! The time, passed in so that tests can set it.

use std::fmt::Debug;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};
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
