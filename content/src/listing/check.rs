//! What must hold of a listing beyond its types.

use std::collections::HashSet;
use std::hash::Hash;

use super::{CONFIRM_MONTHS, Listing, MAX_ALT, MAX_PICTURES, State};
use crate::mail_address::is_mail_address;
use crate::taxonomy::{Entry, is_slug};

/// Most characters of the one line.
const ONE_LINE: usize = 140;
/// Most characters of a long text.
const LONG_TEXT: usize = 10_000;

/// One thing wrong with a listing: which key and what about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {message}")]
pub struct Problem {
    /// The key as it stands in a seed file or import line.
    pub field: &'static str,
    /// What is wrong.
    pub message: String,
}

impl Listing {
    /// Everything wrong with the listing; empty when it may be saved.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut found = Problems(Vec::new());
        self.check_identity(&mut found);
        self.check_state(&mut found);
        self.check_trade(&mut found);
        self.check_placement(&mut found);
        self.check_pictures(&mut found);
        found.0
    }

    fn check_identity(&self, found: &mut Problems) {
        found.unless(is_slug(&self.slug), "slug", "is not a slug");
        found.unless(!self.name.trim().is_empty(), "name", "is empty");
        found.unless(self.name.chars().count() <= 120, "name", "is longer than 120 characters");
        found.unless(digits(self.p_number.as_deref(), 10), "p_number", "is not ten digits");
        found.unless(digits(self.ean.as_deref(), 13), "ean", "is not thirteen digits");
        found.unless(
            self.parent.is_none() || self.parent_slug.is_none(),
            "parent",
            "stands beside parent_slug; use one of them",
        );
        found.unless(self.email.as_deref().is_none_or(is_mail_address), "email", "is not a mail address");
        for address in &self.addresses {
            found.unless(!address.town.trim().is_empty(), "town", "is empty");
            found.unless(digits(address.postcode.as_deref(), 4), "postcode", "is not four digits");
            found.unless(
                address.point.is_none_or(|point| point.lat.abs() <= 90.0 && point.lon.abs() <= 180.0),
                "point",
                "is not on the earth",
            );
        }
    }

    fn check_state(&self, found: &mut Problems) {
        let closed = self.state == State::Closed;
        found.unless(closed == self.closed.is_some(), "closed", "goes with state = \"closed\" only");
        let months = self.confirm_months;
        found.unless(
            months.is_none_or(|months| CONFIRM_MONTHS.contains(&months)),
            "confirm_months",
            "is none of 3, 6 and 12",
        );
        let moved_to = self.moved_to();
        found.unless(
            moved_to.is_none_or(|slug| is_slug(slug) && slug != self.slug),
            "moved_to",
            "is not the slug of another listing",
        );
        if self.is_visible() && !closed {
            found.unless(!self.one_line.trim().is_empty(), "one_line", "is empty");
            found.unless(!self.trades.is_empty(), "trades", "is empty");
            found.unless(self.municipality.is_some(), "municipality", "is missing");
            found.unless(
                self.confirmed.is_some() || self.source.is_some(),
                "source",
                "is missing, and the listing is not confirmed",
            );
        }
    }

    fn check_trade(&self, found: &mut Problems) {
        let length = self.one_line.chars().count();
        found.unless(length <= ONE_LINE, "one_line", "is longer than 140 characters");
        for (field, text) in [("description", &self.description), ("social_effect", &self.social_effect)] {
            found.unless(text.chars().count() <= LONG_TEXT, field, "is longer than 10,000 characters");
        }
        found.unless(distinct(&self.trades), "trades", "holds a value twice");
        found.unless(distinct(&self.cooperation), "cooperation", "holds a value twice");
        for offer in &self.offers {
            found.unless(!offer.title.trim().is_empty(), "title", "is empty");
            for service in &offer.services {
                if !self.trades.contains(&service.trade) {
                    found.push(
                        "services",
                        format!(
                            "“{}” belongs to “{}”, which is not among trades",
                            service.slug(),
                            service.trade.slug()
                        ),
                    );
                }
            }
        }
    }

    fn check_placement(&self, found: &mut Problems) {
        let Some(placement) = &self.placement else { return };
        found.unless(distinct(&placement.schemes), "schemes", "holds a value twice");
        found.unless(distinct(&placement.tasks), "tasks", "holds a value twice");
        found.unless(distinct(&placement.considerations), "considerations", "holds a value twice");
        found.unless(distinct(&placement.ruled_out), "ruled_out", "holds a value twice");
        found.unless(
            placement.ruled_out.iter().all(|value| !placement.considerations.contains(value)),
            "ruled_out",
            "holds a value of considerations",
        );
        if let (Some(from), Some(to)) = (placement.hours_from, placement.hours_to) {
            found.unless(from <= to, "hours_from", "is more than hours_to");
        }
        found.unless(
            placement.hours_to.is_none_or(|hours| hours <= 37),
            "hours_to",
            "is more than 37 hours a week",
        );
    }

    fn check_pictures(&self, found: &mut Problems) {
        found.unless(self.pictures.len() <= MAX_PICTURES, "pictures", "are more than 8");
        let all: Vec<_> = self.pictures.iter().chain(&self.logo).collect();
        let ids: Vec<_> = all.iter().map(|picture| &picture.id).collect();
        found.unless(distinct(&ids), "pictures", "holds an id twice");
        for picture in all {
            found.unless(is_slug(&picture.id), "id", "of a picture is not a slug");
            found.unless(!picture.alt.trim().is_empty(), "alt", "is empty");
            found.unless(picture.alt.chars().count() <= MAX_ALT, "alt", "is longer than 300 characters");
            found.unless(picture.width > 0 && picture.height > 0, "width", "or height is 0");
            let focus = picture.focus_x.max(picture.focus_y);
            found.unless(focus <= 100, "focus_x", "or focus_y is more than 100 per cent");
        }
    }
}

struct Problems(Vec<Problem>);

impl Problems {
    fn push(&mut self, field: &'static str, message: String) {
        self.0.push(Problem { field, message });
    }

    fn unless(&mut self, holds: bool, field: &'static str, message: &str) {
        if !holds {
            self.push(field, message.to_owned());
        }
    }
}

/// Missing, or exactly `count` digits.
fn digits(text: Option<&str>, count: usize) -> bool {
    text.is_none_or(|text| text.len() == count && text.bytes().all(|b| b.is_ascii_digit()))
}

fn distinct<T: Eq + Hash>(values: &[T]) -> bool {
    let mut seen = HashSet::new();
    values.iter().all(|value| seen.insert(value))
}
