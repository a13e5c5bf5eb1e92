//! Reporting an error in a listing.

use chrono::NaiveDate;
use serde::Deserialize;

use super::{InvalidText, without_cpr};

/// Most characters of the text.
pub const MAX_REPORT: usize = 1000;

/// What is wrong with a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It is no longer in business.
    Closed,
    /// Address, telephone, mail or website.
    Contact,
    /// What it sells, or where it delivers.
    Offers,
    /// Places for people.
    Placement,
    /// A private person is named.
    Person,
    /// Something else, which the text says.
    Other,
}

impl Reason {
    /// All of them, in the order they are asked.
    pub const ALL: [Self; 6] =
        [Self::Closed, Self::Contact, Self::Offers, Self::Placement, Self::Person, Self::Other];

    /// As it stands in the form and in the store.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Closed => "lukket",
            Self::Contact => "kontakt",
            Self::Offers => "tilbud",
            Self::Placement => "pladser",
            Self::Person => "person",
            Self::Other => "andet",
        }
    }

    /// The reason with this slug.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.slug() == slug)
    }
}

/// The form.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct ReportForm {
    /// Slug of the reason.
    #[serde(default)]
    pub grund: String,
    /// In the visitor's words.
    #[serde(default)]
    pub tekst: String,
}

/// What is wrong with the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct InvalidReport {
    /// No reason was chosen.
    pub reason: bool,
    /// With the text.
    pub text: Option<InvalidText>,
    /// Nothing; it was sent too often for now.
    pub too_often: bool,
}

impl ReportForm {
    /// The reason and the text. Only “something else” must say what.
    ///
    /// # Errors
    /// What is wrong with each field.
    pub fn validate(&self) -> Result<(Reason, String), InvalidReport> {
        let reason = Reason::from_slug(&self.grund);
        let text = self.tekst.trim();
        let wrong = if without_cpr(text).1 {
            Some(InvalidText::Cpr)
        } else if text.chars().count() > MAX_REPORT {
            Some(InvalidText::TooLong)
        } else if text.is_empty() && reason == Some(Reason::Other) {
            Some(InvalidText::Missing)
        } else {
            None
        };
        match (reason, wrong) {
            (Some(reason), None) => Ok((reason, text.to_owned())),
            (reason, text) => Err(InvalidReport { reason: reason.is_none(), text, too_often: false }),
        }
    }
}

/// An error that was reported and is not mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenReport {
    /// Its number.
    pub id: i64,
    /// Slug of the listing.
    pub slug: String,
    /// Name of the listing.
    pub listing: String,
    /// What is wrong.
    pub reason: Reason,
    /// In the visitor's words; may be empty.
    pub text: String,
    /// The day.
    pub day: NaiveDate,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn something_else_must_be_said_and_never_a_cpr_number() {
        let validated = |grund: &str, tekst: &str| {
            ReportForm { grund: grund.to_owned(), tekst: tekst.to_owned() }.validate()
        };
        assert_eq!(validated("lukket", " "), Ok((Reason::Closed, String::new())));
        assert_eq!(validated("andet", "").unwrap_err().text, Some(InvalidText::Missing));
        assert!(validated("", "").unwrap_err().reason);
        assert_eq!(validated("andet", "010190-1234").unwrap_err().text, Some(InvalidText::Cpr));
        assert_eq!(validated("lukket", &"a".repeat(1001)).unwrap_err().text, Some(InvalidText::TooLong));
    }
}
