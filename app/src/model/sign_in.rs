//! Signing in by mail.

use chrono::NaiveDate;
use content::Listing;
use content::mail_address::is_mail_address;
use serde::Deserialize;

use super::{OpenReport, WaitingClaim};

/// Minutes a sign-in link works.
pub const LINK_MINUTES: i64 = 15;

/// The form that asks for a link.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct SignInForm {
    /// Mail address as typed.
    #[serde(default)]
    pub email: String,
    /// Where to go once signed in; a path, or nothing.
    #[serde(default)]
    pub til: String,
}

/// What is wrong with a typed mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidEmail {
    /// Nothing was typed.
    Missing,
    /// It is no mail address.
    Malformed,
    /// It holds what looks like a CPR number.
    Cpr,
}

impl SignInForm {
    /// The address in lower case and without spaces around it.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn validate(&self) -> Result<String, InvalidEmail> {
        let email = self.email.trim().to_lowercase();
        if email.is_empty() {
            Err(InvalidEmail::Missing)
        } else if is_mail_address(&email) {
            Ok(email)
        } else {
            Err(InvalidEmail::Malformed)
        }
    }
}

/// A browser that is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// Its number; no secret.
    pub id: i64,
    /// What it calls itself, such as "Firefox på Windows".
    pub device: String,
    /// The day it was signed in.
    pub since: NaiveDate,
    /// The day it was last seen.
    pub seen: NaiveDate,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// What a member sees of their account.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// Mail address they sign in with.
    pub email: String,
    /// Whether they are an editor.
    pub editor: bool,
    /// The listings they keep, by name.
    pub listings: Vec<Listing>,
    /// What they have asked for and nobody has answered.
    pub waiting: Vec<WaitingClaim>,
    /// Errors reported in their listings, the oldest first.
    pub reports: Vec<OpenReport>,
    /// Today in Denmark.
    pub today: NaiveDate,
    /// Where they are signed in, the latest seen first.
    pub signed_in: Vec<SignedIn>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_tidied_and_checked() {
        let validated = |email: &str| SignInForm { email: email.to_owned(), til: String::new() }.validate();
        assert_eq!(validated(" Kontakt@Example.DK "), Ok("kontakt@example.dk".to_owned()));
        assert_eq!(validated("  "), Err(InvalidEmail::Missing));
        assert_eq!(validated("kontakt"), Err(InvalidEmail::Malformed));
    }
}
