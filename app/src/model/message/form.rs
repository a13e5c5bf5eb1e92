//! The form that asks enterprises for something.

use chrono::{DateTime, Utc};
use url::form_urlencoded;

use super::Kind;
use super::Words;
use super::checks::{line, mail_address, receivers, typed, words};
use super::invalid::InvalidMessage;
use super::wanted::{InvalidWanted, Wanted, WantedForm};
use crate::model::Need;

/// Most characters of what is asked for.
pub const MAX_WHAT: usize = 2_000;
/// Most characters of how much, where and when.
pub const MAX_WISH: usize = 200;
/// Most characters of the sender's own company.
pub const MAX_COMPANY: usize = 100;
/// Most enterprises a message goes to.
pub const MAX_RECEIVERS: usize = 5;
/// Hours within which a message is confirmed, or it is forgotten.
pub const MESSAGE_HOURS: i64 = 24;
/// Days a browser sends without confirming, if it is asked to.
pub const SENDER_DAYS: i64 = 180;
/// Fewest seconds in which a person fills the form in.
const LEAST_SECONDS: i64 = 3;

/// The form as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MessageForm {
    /// Slug of the kind.
    pub art: String,
    /// What is asked for.
    pub hvad: String,
    /// How much of it.
    pub maengde: String,
    /// Where.
    pub sted: String,
    /// When.
    pub hvornaar: String,
    /// What is looked for, if it is a place.
    pub wanted: WantedForm,
    /// The sender's own company.
    pub firma: String,
    /// The sender's mail address.
    pub email: String,
    /// What people do not see, and only programs fill in.
    pub website: String,
    /// Not empty once the sender was asked whether words of health belong there.
    pub helbred: String,
    /// When the form was made, in Unix seconds.
    pub dannet: String,
    /// Slugs of those it goes to.
    pub v: Vec<String>,
    /// Slugs of those there are to choose from.
    pub af: Vec<String>,
}

/// A message that can be noted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValidMessage {
    /// What is asked, and by whom.
    pub words: Words,
    /// Slugs of those it goes to, sorted.
    pub to: Vec<String>,
}

impl MessageForm {
    /// The form from the fields of a request; what it does not know is left out.
    #[must_use]
    pub fn of(fields: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut form = Self::default();
        for (name, value) in fields {
            let Some(value) = form.wanted.take(&name, value) else { continue };
            match name.as_str() {
                "art" => form.art = value,
                "hvad" => form.hvad = value,
                "maengde" => form.maengde = value,
                "sted" => form.sted = value,
                "hvornaar" => form.hvornaar = value,
                "firma" => form.firma = value,
                "email" => form.email = value,
                "website" => form.website = value,
                "helbred" => form.helbred = value,
                "dannet" => form.dannet = value,
                "v" => form.v.push(value),
                "af" => form.af.push(value),
                _ => {}
            }
        }
        form
    }

    /// The form that an address leads to: its kind, and what is looked for if it is a place.
    #[must_use]
    pub fn asked(query: &str) -> Self {
        let kinds = form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name == "art");
        let kind = kinds.filter_map(|(_, slug)| Kind::from_slug(&slug)).last();
        let art = kind.map(|kind| kind.slug().to_owned()).unwrap_or_default();
        let wanted = match kind {
            Some(Kind::Placement) => WantedForm::of(&Need::parse(query)),
            _ => WantedForm::default(),
        };
        Self { art, wanted, ..Self::default() }
    }

    /// Whether a program filled in what people do not see.
    #[must_use]
    pub fn is_trapped(&self) -> bool {
        !self.website.is_empty()
    }

    /// All that is said of what is wanted.
    #[must_use]
    pub fn wishes(&self) -> String {
        [&self.hvad, &self.maengde, &self.sted, &self.hvornaar].map(String::as_str).join("\n")
    }

    /// When the form was made, if that is long enough ago for a person to have typed it.
    #[must_use]
    pub fn made(&self, now: DateTime<Utc>) -> Option<i64> {
        self.dannet.parse().ok().filter(|made| now.timestamp().saturating_sub(*made) >= LEAST_SECONDS)
    }

    /// The message, with line ends as they are stored.
    ///
    /// # Errors
    /// What is wrong with each field.
    pub fn validate(&self, now: DateTime<Utc>) -> Result<ValidMessage, InvalidMessage> {
        let kind = Kind::from_slug(&self.art);
        let what = words(&self.hvad, MAX_WHAT);
        let [amount, place, wanted_by] =
            [&self.maengde, &self.sted, &self.hvornaar].map(|wish| line(wish, MAX_WISH));
        let wanted = self.wanted(kind, now);
        let company = line(&self.firma, MAX_COMPANY).and_then(typed);
        let email = mail_address(&self.email);
        let to = receivers(&self.v);
        let refused = InvalidMessage {
            receivers: to.as_ref().err().copied(),
            kind: kind.is_none(),
            what: what.as_ref().err().copied(),
            amount: amount.as_ref().err().copied(),
            place: place.as_ref().err().copied(),
            wanted_by: wanted_by.as_ref().err().copied(),
            wanted: wanted.as_ref().err().copied().unwrap_or_default(),
            company: company.as_ref().err().copied(),
            email: email.as_ref().err().copied(),
            too_quick: self.made(now).is_none(),
            health: false,
            too_often: None,
        };
        let (
            Some(kind),
            Ok(what),
            Ok(amount),
            Ok(place),
            Ok(wanted_by),
            Ok(wanted),
            Ok(company),
            Ok(email),
            Ok(to),
            false,
        ) = (kind, what, amount, place, wanted_by, wanted, company, email, to, refused.too_quick)
        else {
            return Err(refused);
        };
        Ok(ValidMessage { words: Words { kind, what, amount, place, wanted_by, wanted, company, email }, to })
    }

    /// What is looked for; refused in a message about something else, so that nothing is lost unseen.
    fn wanted(&self, kind: Option<Kind>, now: DateTime<Utc>) -> Result<Wanted, InvalidWanted> {
        match kind {
            Some(Kind::Placement) => self.wanted.validate(now.date_naive()),
            Some(_) if !self.wanted.is_empty() => {
                Err(InvalidWanted { other_kind: true, ..InvalidWanted::default() })
            }
            _ => Ok(Wanted::default()),
        }
    }
}

#[cfg(test)]
mod tests;
