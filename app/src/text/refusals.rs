//! What to do about a field that was refused.

use crate::model::{InvalidEmail, InvalidText};

/// About a mail address.
#[must_use]
pub fn invalid_email(refused: InvalidEmail) -> &'static str {
    match refused {
        InvalidEmail::Missing => "Skriv jeres mailadresse.",
        InvalidEmail::Malformed => "Skriv en hel mailadresse, for eksempel kontakt@example.dk.",
    }
}

/// About a short text; `missing` says what to write.
#[must_use]
pub fn invalid_text(refused: InvalidText, missing: &'static str) -> &'static str {
    match refused {
        InvalidText::Missing => missing,
        InvalidText::TooLong => "Skriv det kortere: højst 100 tegn.",
        InvalidText::Cpr => "Det ligner et CPR-nummer. Dem tager vi ikke imod. Skriv det uden nummeret.",
    }
}
