//! Whether a field of a message can be taken.

use super::form::MAX_RECEIVERS;
use super::invalid::{InvalidReceivers, InvalidWords};
use crate::model::{InvalidEmail, Shortlist, SignInForm, without_cpr};

/// At most so many as one may write to, sorted.
pub(super) fn receivers(slugs: &[String]) -> Result<Vec<String>, InvalidReceivers> {
    let mut to = Shortlist::of(slugs).slugs().to_vec();
    to.sort_unstable();
    match to.len() {
        0 => Err(InvalidReceivers::None),
        1..=MAX_RECEIVERS => Ok(to),
        _ => Err(InvalidReceivers::TooMany),
    }
}

/// A mail address without a CPR number, and nothing after it.
pub(super) fn mail_address(text: &str) -> Result<String, InvalidEmail> {
    if text.chars().any(char::is_control) {
        return Err(InvalidEmail::Malformed);
    }
    if without_cpr(text).1 {
        return Err(InvalidEmail::Cpr);
    }
    SignInForm { email: text.to_owned(), til: String::new() }.validate()
}

/// Several lines; browsers end them in two signs.
pub(super) fn words(text: &str, longest: usize) -> Result<String, InvalidWords> {
    let text = text.replace("\r\n", "\n");
    if text.chars().any(|sign| hides(sign) || sign.is_control() && !matches!(sign, '\n' | '\t')) {
        return Err(InvalidWords::Signs);
    }
    checked(&text, longest).and_then(typed)
}

/// One line: nothing in it ends a line of a mail's head.
pub(super) fn line(text: &str, longest: usize) -> Result<String, InvalidWords> {
    if text.chars().any(|sign| hides(sign) || sign.is_control()) {
        return Err(InvalidWords::Signs);
    }
    checked(text, longest)
}

fn checked(text: &str, longest: usize) -> Result<String, InvalidWords> {
    let text = text.trim();
    if without_cpr(text).1 {
        Err(InvalidWords::Cpr)
    } else if text.chars().count() > longest {
        Err(InvalidWords::TooLong(longest))
    } else {
        Ok(text.to_owned())
    }
}

/// The text, if there is any.
pub(super) fn typed(text: String) -> Result<String, InvalidWords> {
    if text.is_empty() { Err(InvalidWords::Missing) } else { Ok(text) }
}

/// Whether the sign ends a line or turns the way of reading, unseen.
fn hides(sign: char) -> bool {
    matches!(sign, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
