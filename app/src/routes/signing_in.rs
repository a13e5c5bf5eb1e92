//! Signing in.

use super::{Document, own};
use crate::model::{Enrolment, InvalidEmail, SignInForm};
use crate::pages;

/// The form that asks for a sign-in link, or the same again with what was wrong.
#[must_use]
pub fn sign_in(base_url: &str, form: &SignInForm, refused: Option<InvalidEmail>) -> Document {
    let status = if refused.is_some() { 422 } else { 200 };
    own(base_url, status, &pages::sign_in::page(form, refused, false))
}

/// The same when it was sent too often for now, with what was typed.
#[must_use]
pub fn sign_in_later(base_url: &str, form: &SignInForm) -> Document {
    own(base_url, 429, &pages::sign_in::page(form, None, true))
}

/// Says that the link was sent.
#[must_use]
pub fn link_sent(base_url: &str) -> Document {
    own(base_url, 200, &pages::sign_in::sent())
}

/// Asks whoever followed the link to sign in.
#[must_use]
pub fn confirm_sign_in(base_url: &str, key: &str, to: &str) -> Document {
    own(base_url, 200, &pages::sign_in::confirm(key, to))
}

/// Says that the link is used up.
#[must_use]
pub fn link_expired(base_url: &str) -> Document {
    own(base_url, 410, &pages::sign_in::expired())
}

/// Asks whoever followed the link of a claim to go on.
#[must_use]
pub fn confirm_claim(base_url: &str, key: &str) -> Document {
    own(base_url, 200, &pages::sign_in::confirm_claim(key))
}

/// Asks whoever followed the link of an invitation to go on.
#[must_use]
pub fn confirm_invitation(base_url: &str, key: &str) -> Document {
    own(base_url, 200, &pages::sign_in::confirm_invitation(key))
}

/// Says that an invitation no longer works.
#[must_use]
pub fn invitation_expired(base_url: &str) -> Document {
    own(base_url, 410, &pages::sign_in::invitation_expired())
}

/// Asks an editor for a code, or for another one.
#[must_use]
pub fn second_factor(base_url: &str, refused: bool) -> Document {
    own(base_url, if refused { 422 } else { 200 }, &pages::second_factor::page(refused))
}

/// Has an editor set up the app for codes.
#[must_use]
pub fn new_second_factor(base_url: &str, enrolment: &Enrolment, refused: bool) -> Document {
    own(base_url, if refused { 422 } else { 200 }, &pages::second_factor::enrol(enrolment, refused))
}

/// Shows an editor the codes to keep on paper.
#[must_use]
pub fn recovery_codes(base_url: &str, codes: &[String]) -> Document {
    own(base_url, 200, &pages::second_factor::recovery(codes))
}
