//! How an enterprise answers a message, and how whoever sent it sees that.

use chrono::{Days, NaiveDate};
use serde::Deserialize;

use super::message::{Answer, DeclineReason, Kind, State, Words};
use super::{InvalidDay, without_cpr};

/// Days the links of a message work.
pub const ANSWER_DAYS: i64 = 60;
/// Months the link to how a message stands works: longer than its words are kept.
pub const FOLLOW_MONTHS: u32 = 7;
/// How far ahead a day to be asked again may lie.
const FARTHEST: Days = Days::new(730);

impl Answer {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Yes, Self::NotNow, Self::NotForUs];

    /// How the message stands after it.
    #[must_use]
    pub fn state(self) -> State {
        match self {
            Self::Yes => State::Answered,
            Self::NotNow => State::NotNow,
            Self::NotForUs => State::NotForUs,
        }
    }
}

impl State {
    /// Whether an answer by link is still taken. A mail that could not be delivered to one address may have
    /// come to another.
    #[must_use]
    pub fn takes_answers(self) -> bool {
        !matches!(self, Self::Silent | Self::Withdrawn)
    }

    /// Whether whoever asked had better ask others.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::NotNow | Self::NotForUs | Self::Silent | Self::Undelivered)
    }
}

/// The form of an answer.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct MessageAnswerForm {
    /// The key of the link.
    #[serde(default)]
    pub noegle: String,
    /// Slug of the reason, or nothing.
    #[serde(default)]
    pub grund: String,
    /// From which day they may be asked again, as browsers send one, or nothing.
    #[serde(default)]
    pub igen: String,
}

/// What goes with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Declined {
    /// Why.
    pub reason: Option<DeclineReason>,
    /// From which day they may be asked again.
    pub again_on: Option<NaiveDate>,
}

/// What is wrong with the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct InvalidMessageAnswer {
    /// None of the offered reasons.
    pub reason: bool,
    /// With the day.
    pub again: Option<InvalidDay>,
}

impl MessageAnswerForm {
    /// What goes with the answer to a message of the kind: nothing with a yes, a day with *Ikke lige nu* alone.
    /// About a place that day must be said: the answer is *Ikke nu, men fra* it.
    ///
    /// # Errors
    /// What is wrong with each field.
    pub fn validate(
        &self,
        answer: Answer,
        kind: Kind,
        today: NaiveDate,
    ) -> Result<Declined, InvalidMessageAnswer> {
        if answer == Answer::Yes {
            return Ok(Declined::default());
        }
        let reason = match self.grund.as_str() {
            "" => Ok(None),
            slug => DeclineReason::from_slug(slug).map(Some).ok_or(()),
        };
        let again = match (answer, kind) {
            (Answer::NotNow, Kind::Placement) => {
                self.day(today).and_then(|day| day.map(Some).ok_or(InvalidDay::Missing))
            }
            (Answer::NotNow, _) => self.day(today),
            _ => Ok(None),
        };
        match (reason, again) {
            (Ok(reason), Ok(again_on)) => Ok(Declined { reason, again_on }),
            (reason, again) => Err(InvalidMessageAnswer { reason: reason.is_err(), again: again.err() }),
        }
    }

    fn day(&self, today: NaiveDate) -> Result<Option<NaiveDate>, InvalidDay> {
        let typed = self.igen.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let day = NaiveDate::parse_from_str(typed, "%Y-%m-%d").map_err(|_| InvalidDay::Malformed)?;
        match day {
            day if day <= today => Err(InvalidDay::Past),
            day if day > today + FARTHEST => Err(InvalidDay::Malformed),
            day => Ok(Some(day)),
        }
    }

    /// The typed day as it is shown again, without what looks like a CPR number.
    #[must_use]
    pub fn shown_day(&self) -> String {
        without_cpr(&self.igen).0
    }
}

/// How a message stands with one enterprise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// How it answered.
    pub state: State,
    /// What went with the answer.
    pub declined: Declined,
    /// Since which day; for one that waits, when it was sent, if it was.
    pub since: Option<NaiveDate>,
}

/// What an enterprise is asked, as whoever follows a link of the mail sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedMessage {
    /// Slug of the enterprise.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its telephone, if it has one and visitors can see it.
    pub phone: Option<String>,
    /// What was asked.
    pub words: Words,
    /// How it stands.
    pub standing: Standing,
}

/// Another enterprise to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// An enterprise a message went to, as whoever sent it sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowedRecipient {
    /// Number of the recipient.
    pub id: i64,
    /// Slug of the enterprise, while visitors can see it.
    pub slug: Option<String>,
    /// Its name.
    pub name: String,
    /// Its telephone, if it has one.
    pub phone: Option<String>,
    /// How it stands.
    pub standing: Standing,
    /// How often it was reminded.
    pub reminders: u8,
    /// Others like it, when this one does not answer.
    pub alike: Vec<Alike>,
}

/// How a message stands with all it went to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowedMessage {
    /// The key of the link.
    pub key: String,
    /// What was asked.
    pub words: Words,
    /// The day it was confirmed.
    pub confirmed: NaiveDate,
    /// Whom it went to.
    pub recipients: Vec<FollowedRecipient>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_goes_with_not_now_alone_and_must_be_to_come() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let validated = |answer, grund: &str, igen: &str| {
            let form =
                MessageAnswerForm { noegle: "x".to_owned(), grund: grund.to_owned(), igen: igen.to_owned() };
            form.validate(answer, Kind::Offer, today)
        };
        let day = NaiveDate::from_ymd_opt(2027, 3, 1);
        let busy = Some(DeclineReason::Busy);
        for (answer, grund, igen, said) in [
            (Answer::Yes, "x", "x", Declined::default()),
            (Answer::NotNow, "", " ", Declined::default()),
            (Answer::NotNow, "travlt", "2027-03-01", Declined { reason: busy, again_on: day }),
            (Answer::NotForUs, "travlt", "x", Declined { reason: busy, again_on: None }),
        ] {
            assert_eq!(validated(answer, grund, igen), Ok(said), "{grund} {igen}");
        }
        for (grund, igen, reason, again) in [
            ("x", "", true, None),
            ("", "2026-11-21", false, Some(InvalidDay::Past)),
            ("", "2046-11-21", false, Some(InvalidDay::Malformed)),
            ("x", "i morgen", true, Some(InvalidDay::Malformed)),
        ] {
            let wrong = InvalidMessageAnswer { reason, again };
            assert_eq!(validated(Answer::NotNow, grund, igen), Err(wrong), "{grund} {igen}");
        }
        let form = MessageAnswerForm::default();
        let missing = InvalidMessageAnswer { reason: false, again: Some(InvalidDay::Missing) };
        assert_eq!(form.validate(Answer::NotNow, Kind::Placement, today), Err(missing));
        for answer in [Answer::Yes, Answer::NotForUs] {
            assert_eq!(form.validate(answer, Kind::Placement, today), Ok(Declined::default()));
        }
    }
}
