//! Addresses of a plan for keeping contact, and of what to talk about.

use super::{AFTERCARE, AFTERCARE_CALENDAR, METHODS};
use crate::model::{Aftercare, AftercareStep as Step};

/// The plan.
#[must_use]
pub fn aftercare(aftercare: &Aftercare) -> String {
    format!("{AFTERCARE}?{}", aftercare.to_query_string())
}

/// The plan as a calendar.
#[must_use]
pub fn aftercare_calendar(aftercare: &Aftercare) -> String {
    format!("{AFTERCARE_CALENDAR}?{}", aftercare.to_query_string())
}

/// What to talk about at a step.
#[must_use]
pub fn guide(step: Step) -> String {
    let place = match step {
        Step::OneWeek => "samtaler-i-de-foerste-uger#efter-en-uge",
        Step::TwoWeeks => "samtaler-i-de-foerste-uger#efter-to-uger",
        Step::OneMonth => "samtalen-efter-en-maaned#efter-en-maaned",
        Step::ThreeMonths => "samtaler-paa-laengere-sigt#efter-tre-maaneder",
        Step::SixMonths => "samtaler-paa-laengere-sigt#efter-et-halvt-aar",
        Step::TwelveMonths => "samtaler-paa-laengere-sigt#efter-et-aar",
    };
    format!("{METHODS}/{place}")
}
