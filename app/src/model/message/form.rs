//! The form that asks enterprises for something.

use chrono::{DateTime, Utc};

use super::Kind;
use super::Words;
use super::checks::{line, mail_address, receivers, typed, words};
use super::invalid::InvalidMessage;

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
            Ok(company),
            Ok(email),
            Ok(to),
            false,
        ) = (kind, what, amount, place, wanted_by, company, email, to, refused.too_quick)
        else {
            return Err(refused);
        };
        Ok(ValidMessage { words: Words { kind, what, amount, place, wanted_by, company, email }, to })
    }
}

#[cfg(test)]
mod tests {
    use super::super::invalid::{InvalidReceivers, InvalidWords};
    use super::*;
    use crate::model::InvalidEmail;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_000, 0).unwrap()
    }

    fn form() -> MessageForm {
        let fields = [
            ("art", "tilbud"),
            ("hvad", " Frokost\r\ntil møde "),
            ("firma", "Firma A/S"),
            ("email", "Indkoeb@Firma.example.dk"),
            ("dannet", "997"),
            ("v", "b"),
            ("v", "a"),
            ("v", "b"),
            ("andet", "x"),
        ];
        MessageForm::of(fields.map(|(name, value)| (name.to_owned(), value.to_owned())))
    }

    #[test]
    fn a_message_is_what_was_typed() {
        let valid = form().validate(now()).unwrap();
        assert_eq!((valid.words.kind, valid.words.what.as_str()), (Kind::Offer, "Frokost\ntil møde"));
        assert_eq!(
            (valid.words.company.as_str(), valid.words.email.as_str()),
            ("Firma A/S", "indkoeb@firma.example.dk")
        );
        assert_eq!(valid.to, ["a", "b"]);
    }

    #[test]
    fn characters_are_counted_and_not_bytes() {
        let long = |count: usize| MessageForm { hvad: "ø".repeat(count), ..form() }.validate(now());
        assert!(long(2_000).is_ok());
        assert_eq!(long(2_001).unwrap_err().what, Some(InvalidWords::TooLong(MAX_WHAT)));
        let lines = MessageForm { hvad: "a\r\n".repeat(1_000), ..form() };
        assert!(lines.validate(now()).is_ok(), "a line end is one character");
    }

    #[test]
    fn no_line_holds_another() {
        for sly in ["A\r\nBcc: b@example.dk", "A\n", "A\u{0}", "A\u{2028}B", "A\u{202e}B", "A\u{7f}"] {
            let sly = sly.to_owned();
            let form = MessageForm {
                maengde: sly.clone(),
                sted: sly.clone(),
                hvornaar: sly.clone(),
                firma: sly.clone(),
                email: format!("a@example.dk{sly}"),
                ..form()
            };
            let refused = form.validate(now()).unwrap_err();
            let lines = [refused.amount, refused.place, refused.wanted_by, refused.company];
            assert_eq!(lines, [Some(InvalidWords::Signs); 4], "{sly:?}");
            assert_eq!(refused.email, Some(InvalidEmail::Malformed));
        }
        let refused = MessageForm { hvad: "a\u{0}".to_owned(), ..form() }.validate(now()).unwrap_err();
        assert_eq!(refused.what, Some(InvalidWords::Signs));
    }

    #[test]
    fn a_person_takes_three_seconds_and_chooses_at_most_five() {
        for made in ["", "998", "1000", "2000", "x", "99999999999999999999"] {
            let form = MessageForm { dannet: made.to_owned(), ..form() };
            assert!(form.validate(now()).unwrap_err().too_quick, "{made}");
        }
        let to = |count: usize| MessageForm { v: (0..count).map(|n| format!("a{n}")).collect(), ..form() };
        assert_eq!(to(0).validate(now()).unwrap_err().receivers, Some(InvalidReceivers::None));
        assert!(to(5).validate(now()).is_ok());
        assert_eq!(to(6).validate(now()).unwrap_err().receivers, Some(InvalidReceivers::TooMany));
        assert_eq!(to(60).validate(now()).unwrap_err().receivers, Some(InvalidReceivers::TooMany));
    }
}
