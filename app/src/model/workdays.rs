//! Danish working days: Monday to Friday without public holidays.
//!
//! Holidays are those of the Danish national church, which shops and offices keep, and New Year's Day. Days
//! that many take off without their being holidays (5 June, 24 and 31 December) are working days here.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// From this year on the fourth Friday after Easter is no holiday (law 214 of 6 March 2023).
const NO_PRAYER_DAY: i32 = 2024;

/// Whether people are at work that day.
#[must_use]
pub fn is_workday(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !is_holiday(day)
}

/// The day after so many working days: the next working day for 1. The day itself for 0.
#[must_use]
pub fn after_workdays(day: NaiveDate, count: u32) -> NaiveDate {
    day.iter_days().skip(1).filter(|day| is_workday(*day)).take(count as usize).last().unwrap_or(day)
}

fn is_holiday(day: NaiveDate) -> bool {
    let fixed = matches!((day.month(), day.day()), (1, 1) | (12, 25 | 26));
    let from_easter = easter(day.year()).map(|easter| (day - easter).num_days());
    let moving = match from_easter {
        // Maundy Thursday to Easter Monday, Ascension, Whitsun.
        Some(-3..=1 | 39 | 49 | 50) => true,
        Some(26) => day.year() < NO_PRAYER_DAY,
        _ => false,
    };
    fixed || moving
}

/// Easter Sunday by the Gregorian computation (Meeus, Jones and Butcher).
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * weekday) / 451;
    // From 22 March on.
    let days = u64::try_from(moon + weekday - 7 * late).ok()?;
    NaiveDate::from_ymd_opt(year, 3, 22)?.checked_add_days(Days::new(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_falls_where_the_church_has_it() {
        for known in [
            "1818-03-22",
            "1943-04-25",
            "2000-04-23",
            "2008-03-23",
            "2011-04-24",
            "2016-03-27",
            "2019-04-21",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2030-04-21",
            "2038-04-25",
        ] {
            let known = day(known);
            assert_eq!(easter(known.year()), Some(known));
        }
    }

    #[test]
    fn holidays_and_weekends_are_no_working_days() {
        for off in [
            "2026-01-01",
            "2026-04-02",
            "2026-04-03",
            "2026-04-05",
            "2026-04-06",
            "2026-05-14",
            "2026-05-24",
            "2026-05-25",
            "2026-12-25",
            "2026-11-21",
            "2026-11-22",
            "2027-03-25",
            "2027-03-26",
            "2027-03-29",
            "2027-05-06",
            "2027-05-17",
            "2023-05-05",
        ] {
            assert!(!is_workday(day(off)), "{off}");
        }
        for on in [
            "2026-11-23",
            "2026-12-24",
            "2026-12-31",
            "2026-06-05",
            "2027-03-24",
            "2027-03-30",
            "2024-04-26",
            "2025-05-16",
            "2026-05-01",
        ] {
            assert!(is_workday(day(on)), "{on}");
        }
    }

    #[test]
    fn working_days_are_counted_over_holidays() {
        for (from, count, to) in [
            ("2026-11-23", 0, "2026-11-23"),
            ("2026-11-23", 3, "2026-11-26"),
            ("2026-11-20", 1, "2026-11-23"),
            ("2026-11-21", 1, "2026-11-23"),
            ("2026-12-23", 3, "2026-12-29"),
            ("2026-12-23", 7, "2027-01-05"),
            ("2027-03-22", 3, "2027-03-30"),
            ("2027-03-24", 10, "2027-04-12"),
        ] {
            assert_eq!(after_workdays(day(from), count), day(to), "{from} {count}");
        }
    }
}
