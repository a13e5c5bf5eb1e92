//! What to do about a field that was refused.

use crate::model::{InvalidEmail, InvalidText, Refusal};

/// What to do about a number that looks like a CPR number.
pub(super) const CPR: &str = "Det ligner et CPR-nummer. Dem tager vi ikke imod. Skriv det uden nummeret.";

/// About a mail address.
#[must_use]
pub fn invalid_email(refused: InvalidEmail) -> &'static str {
    match refused {
        InvalidEmail::Missing => "Skriv jeres mailadresse.",
        InvalidEmail::Malformed => "Skriv en hel mailadresse, for eksempel kontakt@example.dk.",
        InvalidEmail::Cpr => CPR,
    }
}

/// About a short text; `missing` says what to write.
#[must_use]
pub fn invalid_text(refused: InvalidText, missing: &'static str) -> &'static str {
    match refused {
        InvalidText::Missing => missing,
        InvalidText::TooLong => "Skriv det kortere: højst 100 tegn.",
        InvalidText::Cpr => CPR,
    }
}

/// About a field of the form a listing is edited with.
#[must_use]
pub fn refusal(refused: &Refusal) -> String {
    match refused {
        Refusal::Missing => "Det skal udfyldes.".to_owned(),
        Refusal::TooLong(most) => format!("Skriv det kortere: højst {} tegn.", super::number(*most)),
        Refusal::Cpr => CPR.to_owned(),
        Refusal::NotBetween(least, most) => format!("Skriv et tal fra {least} til {most}."),
        Refusal::NotDate => "Skriv en dato, for eksempel 31-12-2026.".to_owned(),
        Refusal::NotDigits(count) => format!("Skriv {count} cifre."),
        Refusal::NotCvr => {
            "Tjek nummeret: et CVR-nummer har 8 cifre, og de her passer ikke sammen.".to_owned()
        }
        Refusal::NotWebsite => "Skriv en adresse som example.dk.".to_owned(),
        Refusal::NotMail => "Skriv en hel mailadresse, for eksempel kontakt@example.dk.".to_owned(),
        Refusal::NotPhone => "Skriv et telefonnummer med mindst 8 cifre.".to_owned(),
        Refusal::NotPoint => {
            "Skriv bredde og længde, for eksempel 57.05, 9.92. Punktet skal ligge i Nordjylland.".to_owned()
        }
        Refusal::NotListed(Some(like)) => format!("Den ydelse er ikke på listen. Mener I “{like}”?"),
        Refusal::NotListed(None) => {
            "Den ydelse er ikke på listen. Vælg en, der ligner, og skriv jeres egne ord i tilbuddet."
                .to_owned()
        }
        Refusal::UnknownPlace => "Vi kender ikke byen. Vælg kommunen her.".to_owned(),
        Refusal::WrongOrder => "Det første tal skal være det mindste.".to_owned(),
        Refusal::InBoth(labels) => {
            format!("{} står begge steder. Vælg det ene.", super::quoted(labels))
        }
    }
}
