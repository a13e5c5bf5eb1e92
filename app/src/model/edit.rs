//! What an enterprise sells, as it edits it.

use content::Listing;
use serde::Deserialize;

use super::{InvalidText, without_cpr};

/// Most characters of the one line.
pub const MAX_LINE: usize = 140;
/// Most characters of a long text.
pub const MAX_LONG_TEXT: usize = 10_000;

/// The form.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct SalesForm {
    /// What it sells, in one line.
    #[serde(default)]
    pub linje: String,
    /// What it does.
    #[serde(default)]
    pub beskrivelse: String,
    /// Why buying there makes a difference.
    #[serde(default)]
    pub forskel: String,
    /// The version of the texts that was on the page when it was opened.
    #[serde(default)]
    pub udgave: String,
}

/// What is wrong with the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct InvalidSales {
    /// With the one line.
    pub one_line: Option<InvalidText>,
    /// With the description.
    pub description: Option<InvalidText>,
    /// With the difference.
    pub social_effect: Option<InvalidText>,
}

/// Texts that can be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sales {
    /// What it sells, in one line.
    pub one_line: String,
    /// What it does, as Markdown.
    pub description: String,
    /// Why buying there makes a difference, as Markdown.
    pub social_effect: String,
}

impl Sales {
    /// The texts of a listing, as the form would send them back.
    #[must_use]
    pub fn of(listing: &Listing) -> Self {
        Self {
            one_line: listing.one_line.clone(),
            description: tidy(&listing.description),
            social_effect: tidy(&listing.social_effect),
        }
    }

    /// The listing with these texts; one that says the same as before stays to the letter.
    #[must_use]
    pub fn put_into(self, listing: Listing) -> Listing {
        let before = Self::of(&listing);
        let or =
            |new: String, before: String, stored: &str| if new == before { stored.to_owned() } else { new };
        Listing {
            one_line: self.one_line,
            description: or(self.description, before.description, &listing.description),
            social_effect: or(self.social_effect, before.social_effect, &listing.social_effect),
            ..listing
        }
    }
}

impl SalesForm {
    /// The form filled with texts of a version.
    #[must_use]
    pub fn filled(sales: Sales, version: String) -> Self {
        Self {
            linje: sales.one_line,
            beskrivelse: sales.description,
            forskel: sales.social_effect,
            udgave: version,
        }
    }

    /// The texts without what browsers and hurry add.
    ///
    /// # Errors
    /// What is wrong with each field.
    pub fn validate(&self) -> Result<Sales, InvalidSales> {
        let one_line = self.linje.split_whitespace().collect::<Vec<_>>().join(" ");
        let (description, social_effect) = (tidy(&self.beskrivelse), tidy(&self.forskel));
        let missing = one_line.is_empty().then_some(InvalidText::Missing);
        let wrong = InvalidSales {
            one_line: missing.or_else(|| wrong(&one_line, MAX_LINE)),
            description: wrong(&description, MAX_LONG_TEXT),
            social_effect: wrong(&social_effect, MAX_LONG_TEXT),
        };
        if wrong == InvalidSales::default() {
            Ok(Sales { one_line, description, social_effect })
        } else {
            Err(wrong)
        }
    }
}

/// Line ends as they are stored, none at the end.
fn tidy(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}

fn wrong(text: &str, most: usize) -> Option<InvalidText> {
    if without_cpr(text).1 {
        Some(InvalidText::Cpr)
    } else {
        (text.chars().count() > most).then_some(InvalidText::TooLong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_says_the_same_is_no_change() {
        let listing: Listing = serde_json::from_value(serde_json::json!({
            "slug": "a", "name": "A", "state": "draft", "one_line": "Et", "description": "To\n"
        }))
        .unwrap();
        let form = SalesForm::filled(Sales::of(&listing), String::new());
        assert_eq!(form.validate().unwrap().put_into(listing.clone()), listing);
    }

    #[test]
    fn texts_are_tidied_and_checked() {
        let form = SalesForm {
            linje: " Frokost\r\n til firmaer ".into(),
            beskrivelse: "Et\r\n\r\nTo\r\n".into(),
            ..SalesForm::default()
        };
        let sales = form.validate().unwrap();
        assert_eq!(
            (sales.one_line.as_str(), sales.description.as_str()),
            ("Frokost til firmaer", "Et\n\nTo")
        );
        let wrong = SalesForm {
            linje: " ".into(),
            beskrivelse: "010190-1234".into(),
            forskel: "a".repeat(10_001),
            ..form
        };
        let wrong = wrong.validate().unwrap_err();
        assert_eq!(wrong.one_line, Some(InvalidText::Missing));
        assert_eq!(wrong.description, Some(InvalidText::Cpr));
        assert_eq!(wrong.social_effect, Some(InvalidText::TooLong));
    }
}
