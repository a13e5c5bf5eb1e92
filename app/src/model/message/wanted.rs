//! What a message about a place looks for. Nothing of whom it is for: no name, no free text.

use chrono::{Days, NaiveDate};
use content::taxonomy::{Consideration, Municipality, Ref, Scheme, Task, Term};
use serde::{Deserialize, Serialize};

use crate::model::{Facet, InvalidDay, Need, without_cpr};

/// Most hours of a week.
pub const MAX_HOURS: u8 = 37;
/// What stands for a municipality outside the region.
pub const ELSEWHERE: &str = "anden";
/// How far ahead a first day may lie.
const FARTHEST: Days = Days::new(730);

/// What is looked for; all of it may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// Schemes that come into question.
    pub schemes: Vec<Ref<Scheme>>,
    /// Tasks.
    pub tasks: Vec<Ref<Task>>,
    /// Considerations.
    pub considerations: Vec<Ref<Consideration>>,
    /// Hours a week to begin with.
    pub hours: Option<u8>,
    /// The first day that comes into question.
    pub from: Option<NaiveDate>,
    /// Which municipality asks.
    pub municipality: Option<Home>,
}

/// A municipality that asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Home {
    /// One of the region.
    In(Ref<Municipality>),
    /// One outside it.
    Elsewhere,
}

impl Wanted {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The fields about a place as they were typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WantedForm {
    /// Slugs of schemes.
    pub ordning: Vec<String>,
    /// Slugs of tasks.
    pub opgave: Vec<String>,
    /// Slugs of considerations.
    pub hensyn: Vec<String>,
    /// Hours a week.
    pub timer: String,
    /// The first day.
    pub fra: String,
    /// Slug of the municipality, or [`ELSEWHERE`].
    pub kommune: String,
}

/// What is wrong with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct InvalidWanted {
    /// No number of hours from 1 to [`MAX_HOURS`].
    pub hours: bool,
    /// With the first day.
    pub from: Option<InvalidDay>,
    /// Nothing; the message is about something else, and then they are not for it.
    pub other_kind: bool,
}

impl WantedForm {
    /// The fields filled with a need.
    #[must_use]
    pub fn of(need: &Need) -> Self {
        let slugs = |facet: Facet| need.chosen(facet).map(|value| value.entry().slug().to_owned()).collect();
        Self {
            ordning: slugs(Facet::Scheme),
            opgave: slugs(Facet::Task),
            hensyn: slugs(Facet::Consideration),
            timer: need.hours.map(|hours| hours.to_string()).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// Takes a field of a request; gives back one that is of another part of the form.
    pub(super) fn take(&mut self, name: &str, value: String) -> Option<String> {
        match name {
            "ordning" => self.ordning.push(value),
            "opgave" => self.opgave.push(value),
            "hensyn" => self.hensyn.push(value),
            "timer" => self.timer = value,
            "fra" => self.fra = value,
            "kommune" => self.kommune = value,
            _ => return Some(value),
        }
        None
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let lists = [&self.ordning, &self.opgave, &self.hensyn];
        let lines = [&self.timer, &self.fra, &self.kommune];
        lists.iter().all(|list| list.is_empty()) && lines.iter().all(|line| line.trim().is_empty())
    }

    /// A typed line as it is shown again, without what looks like a CPR number.
    #[must_use]
    pub fn shown(typed: &str) -> String {
        without_cpr(typed).0
    }

    /// What is looked for; values that nobody knows are left out.
    ///
    /// # Errors
    /// What is wrong with each field.
    pub fn validate(&self, today: NaiveDate) -> Result<Wanted, InvalidWanted> {
        let hours = match self.timer.trim() {
            "" => Ok(None),
            typed => typed.parse().ok().filter(|hours| (1..=MAX_HOURS).contains(hours)).map(Some).ok_or(()),
        };
        let (hours, from) = match (hours, self.day(today)) {
            (Ok(hours), Ok(from)) => (hours, from),
            (hours, from) => {
                return Err(InvalidWanted { hours: hours.is_err(), from: from.err(), other_kind: false });
            }
        };
        let municipality = match self.kommune.as_str() {
            ELSEWHERE => Some(Home::Elsewhere),
            slug => Ref::parse(slug).ok().map(Home::In),
        };
        let (schemes, tasks) = (terms(&self.ordning), terms(&self.opgave));
        Ok(Wanted { schemes, tasks, considerations: terms(&self.hensyn), hours, from, municipality })
    }

    fn day(&self, today: NaiveDate) -> Result<Option<NaiveDate>, InvalidDay> {
        let typed = self.fra.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let day = NaiveDate::parse_from_str(typed, "%Y-%m-%d").map_err(|_| InvalidDay::Malformed)?;
        match day {
            day if day < today => Err(InvalidDay::Past),
            day if day > today + FARTHEST => Err(InvalidDay::Malformed),
            day => Ok(Some(day)),
        }
    }
}

/// The known values in the order of their vocabulary, each once.
fn terms<T: Term>(slugs: &[String]) -> Vec<Ref<T>> {
    Ref::every().filter(|value: &Ref<T>| slugs.iter().any(|slug| slug == value.get().slug())).collect()
}

#[cfg(test)]
mod tests {
    use content::taxonomy::Entry;

    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
    }

    fn form(fields: &[(&str, &str)]) -> WantedForm {
        let mut form = WantedForm::default();
        for (name, value) in fields {
            assert_eq!(form.take(name, (*value).to_owned()), None);
        }
        form
    }

    #[test]
    fn what_is_stored_is_what_was_ticked() {
        let form = form(&[
            ("opgave", "dyr"),
            ("opgave", "koekken"),
            ("opgave", "koekken"),
            ("opgave", "flyve"),
            ("hensyn", "nedsat-tid"),
            ("ordning", "smaajob"),
            ("timer", " 4 "),
            ("fra", "2027-01-04"),
            ("kommune", "rebild"),
        ]);
        let wanted = form.validate(today()).unwrap();
        assert_eq!(wanted.tasks.iter().map(|task| task.slug()).collect::<Vec<_>>(), ["koekken", "dyr"]);
        assert_eq!((wanted.hours, wanted.from), (Some(4), NaiveDate::from_ymd_opt(2027, 1, 4)));
        let json = serde_json::to_string(&wanted).unwrap();
        assert_eq!(serde_json::from_str::<Wanted>(&json).unwrap(), wanted, "{json}");
        let elsewhere = WantedForm { kommune: ELSEWHERE.to_owned(), ..WantedForm::default() };
        let elsewhere = elsewhere.validate(today()).unwrap();
        assert_eq!(elsewhere.municipality, Some(Home::Elsewhere));
        let json = serde_json::to_string(&elsewhere).unwrap();
        assert_eq!(serde_json::from_str::<Wanted>(&json).unwrap(), elsewhere, "{json}");
        assert!(WantedForm::default().validate(today()).unwrap().is_empty());
    }

    #[test]
    fn hours_are_of_a_week_and_the_first_day_is_to_come() {
        for (timer, fra, hours, from) in [
            ("0", "", true, None),
            ("38", "2026-11-21", true, Some(InvalidDay::Past)),
            ("fire", "snart", true, Some(InvalidDay::Malformed)),
            ("", "010190-1234", false, Some(InvalidDay::Malformed)),
            ("4", "2036-01-01", false, Some(InvalidDay::Malformed)),
        ] {
            let wrong = InvalidWanted { hours, from, other_kind: false };
            assert_eq!(
                form(&[("timer", timer), ("fra", fra)]).validate(today()),
                Err(wrong),
                "{timer} {fra}"
            );
        }
        assert!(form(&[("fra", "2026-11-22")]).validate(today()).is_ok());
        assert!(!WantedForm::shown("010190-1234").contains("1234"));
    }

    #[test]
    fn a_need_fills_the_fields_without_its_place() {
        let form =
            WantedForm::of(&Need::parse("opgave=dyr&hensyn=nedsat-tid&ordning=stu&timer=8&naer=Hobro"));
        assert_eq!((form.opgave, form.hensyn), (vec!["dyr".to_owned()], vec!["nedsat-tid".to_owned()]));
        assert_eq!((form.ordning, form.timer.as_str()), (vec!["stu".to_owned()], "8"));
        assert!(form.kommune.is_empty());
    }
}
