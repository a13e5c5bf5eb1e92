//! Keeping listings right: who is asked when, what they answer, and what nobody answered for.

use chrono::NaiveDate;
use content::Listing;
use content::listing::CONFIRM_MONTHS;
use serde::Deserialize;

/// Days the link of a mail that asks works.
pub const CONFIRM_DAYS: i64 = 60;

/// A listing somebody is asked about.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The listing.
    pub listing: &'a Listing,
    /// Which mail of its round it is: 1, 2, or 3 for the last.
    pub mail: u8,
    /// Whole address where it is edited.
    pub edit: &'a str,
    /// Whole address where it is said how many places are free, if it has schemes.
    pub places: Option<&'a str>,
}

/// Whether a member wants mails that ask about a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Quiet {
    /// They do.
    #[default]
    No,
    /// From that day on.
    Until(NaiveDate),
    /// Never.
    ForGood,
}

/// When a member is asked about a listing next, if nobody vouches for it before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextMail {
    /// On that day.
    On(NaiveDate),
    /// Not at all.
    None(NoMail),
}

/// Why a member is not asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoMail {
    /// The listing is paused, or not in the catalogue.
    Paused,
    /// It wants no messages.
    Unwanted,
    /// They want no such mails.
    Quiet,
    /// All three mails went.
    AllSent,
    /// Others are asked.
    NotAsked,
}

/// The form.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct MailsForm {
    /// Months between two times the enterprise is asked.
    #[serde(default)]
    pub maaneder: String,
    /// Whether they want no mails: `nej`, `til` a day, or `altid`.
    #[serde(default)]
    pub ro: String,
    /// The day, as browsers send one: 2026-11-22.
    #[serde(default)]
    pub indtil: String,
}

/// What is wrong with the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct InvalidMails {
    /// None of the offered numbers of months.
    pub months: bool,
    /// With the day.
    pub until: Option<InvalidDay>,
}

/// What is wrong with a day that is to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidDay {
    /// Nothing was typed.
    Missing,
    /// It is no day.
    Malformed,
    /// It is not to come.
    Past,
}

/// What a member wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mails {
    /// Months between two times the enterprise is asked.
    pub months: u8,
    /// Whether they themselves want no mails.
    pub quiet: Quiet,
}

impl MailsForm {
    /// The form filled.
    #[must_use]
    pub fn filled(mails: Mails) -> Self {
        let (ro, indtil) = match mails.quiet {
            Quiet::No => ("nej", String::new()),
            Quiet::Until(day) => ("til", day.to_string()),
            Quiet::ForGood => ("altid", String::new()),
        };
        Self { maaneder: mails.months.to_string(), ro: ro.to_owned(), indtil }
    }

    /// What they want; a day counts only where it was chosen.
    ///
    /// # Errors
    /// What is wrong with each field.
    pub fn validate(&self, today: NaiveDate) -> Result<Mails, InvalidMails> {
        let months = self.maaneder.parse().ok().filter(|months| CONFIRM_MONTHS.contains(months));
        let quiet = match self.ro.as_str() {
            "til" => self.day(today).map(Quiet::Until),
            "altid" => Ok(Quiet::ForGood),
            _ => Ok(Quiet::No),
        };
        match (months, quiet) {
            (Some(months), Ok(quiet)) => Ok(Mails { months, quiet }),
            (months, quiet) => Err(InvalidMails { months: months.is_none(), until: quiet.err() }),
        }
    }

    fn day(&self, today: NaiveDate) -> Result<NaiveDate, InvalidDay> {
        let typed = self.indtil.trim();
        if typed.is_empty() {
            return Err(InvalidDay::Missing);
        }
        let day = NaiveDate::parse_from_str(typed, "%Y-%m-%d").map_err(|_| InvalidDay::Malformed)?;
        if day > today { Ok(day) } else { Err(InvalidDay::Past) }
    }
}

/// What a member chose for the mails about a listing, and what comes of it.
#[derive(Debug, Clone)]
pub struct MailSettings {
    /// The listing.
    pub listing: Listing,
    /// Whether whoever looks keeps it; editors may only choose how often the enterprise is asked.
    pub member: bool,
    /// The next mail to them.
    pub next: NextMail,
    /// Whether this was saved just now.
    pub saved: bool,
}

/// A listing nobody has vouched for, or not for too long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unconfirmed {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Why it is on the list.
    pub lapse: Lapse,
    /// Since when, or where it was read, as visitors see it.
    pub standing: String,
    /// Whether somebody keeps it.
    pub kept: bool,
    /// How many mails asked about it since it was last confirmed.
    pub mails: usize,
}

/// Why a listing is on the editors' list, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lapse {
    /// Its last confirmation no longer counts.
    Overdue,
    /// Never confirmed, and nobody keeps it.
    Unkept,
    /// Never confirmed.
    Never,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_must_be_to_come_and_months_one_of_three() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let form = |maaneder: &str, ro: &str, indtil: &str| MailsForm {
            maaneder: maaneder.to_owned(),
            ro: ro.to_owned(),
            indtil: indtil.to_owned(),
        };
        let next_day = today.succ_opt().unwrap();
        assert_eq!(
            form("12", "til", "2026-11-23").validate(today),
            Ok(Mails { months: 12, quiet: Quiet::Until(next_day) })
        );
        assert_eq!(form("3", "nej", "x").validate(today), Ok(Mails { months: 3, quiet: Quiet::No }));
        for (maaneder, ro, indtil, wrong) in [
            ("4", "nej", "", InvalidMails { months: true, until: None }),
            ("", "til", "", InvalidMails { months: true, until: Some(InvalidDay::Missing) }),
            ("6", "til", "i morgen", InvalidMails { months: false, until: Some(InvalidDay::Malformed) }),
            ("6", "til", "2026-11-22", InvalidMails { months: false, until: Some(InvalidDay::Past) }),
        ] {
            assert_eq!(form(maaneder, ro, indtil).validate(today), Err(wrong), "{maaneder} {ro} {indtil}");
        }
        for quiet in [Quiet::No, Quiet::Until(next_day), Quiet::ForGood] {
            let mails = Mails { months: 6, quiet };
            assert_eq!(MailsForm::filled(mails).validate(today), Ok(mails));
        }
    }
}
