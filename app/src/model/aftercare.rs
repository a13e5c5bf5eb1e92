//! A plan for keeping contact after somebody has begun, to and from an address. Never who it is about: an
//! aftercare holds a date and choices from closed lists, no free text.

mod choices;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use url::form_urlencoded;

use super::workdays::{after_workdays, is_workday};

pub use choices::{Step, Taker, With};

/// Most plans that are told apart.
pub const MOST_PLANS: u8 = 9;
/// Years in which somebody can begin.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;
/// How a day is written: as browsers send it, and as Danes type it where a browser shows a plain field.
const WRITTEN: [&str; 4] = ["%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y"];

/// Why a day of beginning cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidStart {
    /// It is no day.
    Unreadable,
    /// It lies before 2000 or after 2100.
    FarAway,
}

/// With whom, and who takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Talk {
    /// With whom.
    pub with: With,
    /// Who takes it.
    pub taker: Taker,
}

/// What one step has of its own; the rest is as for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OwnTalk {
    /// With whom.
    pub with: Option<With>,
    /// Who takes it.
    pub taker: Option<Taker>,
}

/// What is chosen of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Aftercare {
    /// The day somebody begins, when one was given.
    pub start: Option<NaiveDate>,
    /// What was wrong with the day that was given. What was typed is not kept.
    pub refused: Option<InvalidStart>,
    /// The steps chosen; none means [`Step::USUAL`].
    pub chosen: BTreeSet<Step>,
    /// With whom and who takes it, for all steps.
    pub all: Talk,
    /// What is otherwise for one step.
    pub own: BTreeMap<Step, OwnTalk>,
    /// From 2: tells it in a calendar from other plans of the same day, without saying whose it is.
    pub number: Option<u8>,
}

/// A step with its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    /// The step.
    pub step: Step,
    /// The day it would be.
    pub target: NaiveDate,
    /// The working day it is: that day or the first after it.
    pub day: NaiveDate,
    /// With whom and who takes it.
    pub talk: Talk,
}

impl Planned {
    /// Whether its day had to be moved.
    #[must_use]
    pub fn is_moved(&self) -> bool {
        self.day != self.target
    }
}

impl Aftercare {
    /// Reads the query part of an address. What is not understood is ignored, but for the day.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        let mut aftercare = Self::default();
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            match key.as_ref() {
                "start" => (aftercare.start, aftercare.refused) = start(value.trim()),
                "trin" => aftercare.chosen.extend(Step::from_slug(&value)),
                "med" => aftercare.all.with = With::from_slug(&value).unwrap_or_default(),
                "nr" => {
                    aftercare.number = value.parse().ok().filter(|number| (2..=MOST_PLANS).contains(number));
                }
                "hvem" => aftercare.all.taker = Taker::from_slug(&value).unwrap_or_default(),
                key => aftercare.read_own(key, &value),
            }
        }
        aftercare.own.retain(|_, own| *own != OwnTalk::default());
        aftercare
    }

    fn read_own(&mut self, key: &str, value: &str) {
        let Some((name, step)) = key.split_once('-') else { return };
        let Some(step) = Step::from_slug(step) else { return };
        let own = self.own.entry(step).or_default();
        match name {
            "med" => own.with = With::from_slug(value),
            "hvem" => own.taker = Taker::from_slug(value),
            _ => {}
        }
    }

    /// The steps of the plan, the first first.
    pub fn steps(&self) -> impl Iterator<Item = Step> {
        let usual = self.chosen.is_empty();
        Step::ALL
            .into_iter()
            .filter(move |step| if usual { Step::USUAL.contains(step) } else { self.chosen.contains(step) })
    }

    /// With whom a step is and who takes it.
    #[must_use]
    pub fn talk(&self, step: Step) -> Talk {
        let own = self.own.get(&step).copied().unwrap_or_default();
        Talk { with: own.with.unwrap_or(self.all.with), taker: own.taker.unwrap_or(self.all.taker) }
    }

    /// The steps with their days in order; none without a day to count from.
    #[must_use]
    pub fn plan(&self) -> Vec<Planned> {
        let Some(start) = self.start else { return Vec::new() };
        let planned = self.steps().filter_map(|step| {
            let target = step.after(start)?;
            let day = if is_workday(target) { target } else { after_workdays(target, 1) };
            Some(Planned { step, target, day, talk: self.talk(step) })
        });
        planned.collect()
    }

    /// The query part of its address. Always in the same order, so that equal plans have equal addresses.
    #[must_use]
    pub fn to_query_string(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if let Some(start) = self.start {
            query.append_pair("start", &start.to_string());
        }
        for step in &self.chosen {
            query.append_pair("trin", step.slug());
        }
        if self.all.with != With::default() {
            query.append_pair("med", self.all.with.slug());
        }
        if self.all.taker != Taker::default() {
            query.append_pair("hvem", self.all.taker.slug());
        }
        for (step, own) in &self.own {
            if let Some(with) = own.with {
                query.append_pair(&format!("med-{}", step.slug()), with.slug());
            }
            if let Some(taker) = own.taker {
                query.append_pair(&format!("hvem-{}", step.slug()), taker.slug());
            }
        }
        if let Some(number) = self.number {
            query.append_pair("nr", &number.to_string());
        }
        query.finish()
    }
}

/// The day that was typed, or what was wrong with it; neither when nothing was typed.
fn start(typed: &str) -> (Option<NaiveDate>, Option<InvalidStart>) {
    if typed.is_empty() {
        return (None, None);
    }
    match WRITTEN.iter().find_map(|form| NaiveDate::parse_from_str(typed, form).ok()) {
        Some(day) if YEARS.contains(&day.year()) => (Some(day), None),
        Some(_) => (None, Some(InvalidStart::FarAway)),
        None => (None, Some(InvalidStart::Unreadable)),
    }
}

#[cfg(test)]
mod tests;
