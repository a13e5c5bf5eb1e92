//! Saying that a listing is one's own.

use chrono::NaiveDate;
use serde::Deserialize;

use super::without_cpr;
use super::{InvalidEmail, SignInForm};

/// Hours the link of a claim works.
pub const CLAIM_HOURS: i64 = 24;
/// Most characters of a name or a role.
const LONGEST: usize = 100;

/// The form.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct ClaimForm {
    /// Who they are.
    #[serde(default)]
    pub navn: String,
    /// What they do there.
    #[serde(default)]
    pub rolle: String,
    /// Where they can be written to.
    #[serde(default)]
    pub email: String,
}

/// What is wrong with the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct InvalidClaim {
    /// With the name.
    pub name: Option<InvalidText>,
    /// With the role.
    pub role: Option<InvalidText>,
    /// With the mail address.
    pub email: Option<InvalidEmail>,
    /// Nothing; it was sent too often for now.
    pub too_often: bool,
}

/// What is wrong with a short text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidText {
    /// Nothing was typed.
    Missing,
    /// It is too long.
    TooLong,
    /// It holds what looks like a CPR number.
    Cpr,
}

/// A claim that can be noted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValidClaim {
    /// Who they are.
    pub name: String,
    /// What they do there.
    pub role: String,
    /// Where they can be written to, in lower case.
    pub email: String,
}

impl ClaimForm {
    /// The form without spaces around its texts.
    ///
    /// # Errors
    /// What is wrong with each field.
    pub fn validate(&self) -> Result<ValidClaim, InvalidClaim> {
        let (name, role) = (short(&self.navn), short(&self.rolle));
        let email = SignInForm { email: self.email.clone(), til: String::new() }.validate();
        match (name, role, email) {
            (Ok(name), Ok(role), Ok(email)) => Ok(ValidClaim { name, role, email }),
            (name, role, email) => {
                let too_often = false;
                Err(InvalidClaim { name: name.err(), role: role.err(), email: email.err(), too_often })
            }
        }
    }
}

fn short(text: &str) -> Result<String, InvalidText> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    if text.is_empty() {
        Err(InvalidText::Missing)
    } else if without_cpr(&text).1 {
        Err(InvalidText::Cpr)
    } else if text.chars().count() > LONGEST {
        Err(InvalidText::TooLong)
    } else {
        Ok(text)
    }
}

/// A claim that waits for an editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingClaim {
    /// Its number.
    pub id: i64,
    /// Slug of the listing.
    pub slug: String,
    /// Name of the listing.
    pub listing: String,
    /// Who they say they are.
    pub name: String,
    /// What they say they do there.
    pub role: String,
    /// Their mail address, confirmed.
    pub email: String,
    /// The day.
    pub day: NaiveDate,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_checked() {
        let form = ClaimForm { navn: " Anne\r\n B ".into(), rolle: "leder".into(), email: "A@b.dk".into() };
        let valid = ValidClaim { name: "Anne B".into(), role: "leder".into(), email: "a@b.dk".into() };
        assert_eq!(form.validate(), Ok(valid));
        let wrong = ClaimForm { navn: String::new(), rolle: "leder 010190-1234".into(), email: "a".into() };
        let wrong = wrong.validate().unwrap_err();
        assert_eq!(wrong.name, Some(InvalidText::Missing));
        assert_eq!(wrong.role, Some(InvalidText::Cpr));
        assert_eq!(wrong.email, Some(InvalidEmail::Malformed));
        let long = ClaimForm { navn: "a".repeat(101), ..form };
        assert_eq!(long.validate().unwrap_err().name, Some(InvalidText::TooLong));
    }
}
