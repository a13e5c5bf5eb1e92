//! Dates as sources give them: a year, a month or a day.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];

/// A date known to the year, the month or the day; written `2022`, `2022-06` or `2022-06-15`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    year: i32,
    month: Option<u32>,
    day: Option<u32>,
}

/// The text is no date of the three forms.
#[derive(Debug, thiserror::Error)]
#[error("not a date like 2022, 2022-06 or 2022-06-15")]
pub struct InvalidDate;

impl TryFrom<String> for PartialDate {
    type Error = InvalidDate;

    fn try_from(text: String) -> Result<Self, InvalidDate> {
        let plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        let padded = match text.len() {
            4 => format!("{text}-01-01"),
            7 => format!("{text}-01"),
            10 => text.clone(),
            _ => return Err(InvalidDate),
        };
        let date = NaiveDate::parse_from_str(&padded, "%Y-%m-%d").map_err(|_| InvalidDate)?;
        if !plain || !(1700..2200).contains(&date.year()) {
            return Err(InvalidDate);
        }
        Ok(Self {
            year: date.year(),
            month: (text.len() >= 7).then(|| date.month()),
            day: (text.len() == 10).then(|| date.day()),
        })
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        match (date.month, date.day) {
            (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", date.year),
            (Some(month), None) => format!("{:04}-{month:02}", date.year),
            _ => format!("{:04}", date.year),
        }
    }
}

impl From<NaiveDate> for PartialDate {
    fn from(date: NaiveDate) -> Self {
        Self { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }
}

/// In Danish: `2022`, `juni 2022`, `15. juni 2022`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(day) = self.day {
            write!(f, "{day}. ")?;
        }
        if let Some(name) = self.month.and_then(|m| MONTHS.get(m as usize - 1)) {
            write!(f, "{name} ")?;
        }
        write!(f, "{}", self.year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_the_three_forms() {
        for (text, danish) in [("2022", "2022"), ("2022-06", "juni 2022"), ("2022-06-05", "5. juni 2022")] {
            let date = PartialDate::try_from(text.to_owned()).unwrap();
            assert_eq!(String::from(date), text);
            assert_eq!(date.to_string(), danish);
        }
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in ["", "22", "2022-13", "2022-02-30", "juni 2022", "2022-6-1", "+022"] {
            assert!(PartialDate::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
