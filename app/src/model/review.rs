//! What an editor answers to those who keep a listing, and they to the editor.

use serde::Deserialize;

use super::{InvalidText, without_cpr};

/// Most characters of a text between the two.
pub const MAX_ANSWER: usize = 1_000;

/// An editor's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// It goes into the catalogue.
    Godkend,
    /// Something is asked back.
    Spoerg,
    /// It does not.
    Afvis,
}

/// The form of an answer.
#[derive(Debug, Clone, Deserialize)]
pub struct ReviewForm {
    /// Slug of the listing.
    pub slug: String,
    /// The version the editor saw.
    pub udgave: String,
    /// The answer.
    pub svar: Verdict,
    /// What is asked, or why not.
    #[serde(default)]
    pub tekst: String,
}

impl ReviewForm {
    /// The words that go with the answer; none are needed for a yes.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn validate(&self) -> Result<String, InvalidText> {
        match words(&self.tekst)? {
            text if text.is_empty() && self.svar != Verdict::Godkend => Err(InvalidText::Missing),
            text => Ok(text),
        }
    }
}

/// An editor's answer that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedAnswer {
    /// Slug of the listing.
    pub slug: String,
    /// The words that were typed.
    pub typed: String,
    /// Why.
    pub why: WhyRefused,
}

/// Why an editor's answer was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyRefused {
    /// The words.
    Words(InvalidText),
    /// What waits is no longer what the editor saw.
    Changed,
    /// The listing lacks what visitors must know.
    Lacking,
}

/// What those who keep a listing answer an editor.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct AnswerForm {
    /// The words.
    #[serde(default)]
    pub tekst: String,
}

impl AnswerForm {
    /// The words; none are needed.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn validate(&self) -> Result<String, InvalidText> {
        words(&self.tekst)
    }
}

fn words(text: &str) -> Result<String, InvalidText> {
    let text = text.replace("\r\n", "\n").trim().to_owned();
    if without_cpr(&text).1 {
        Err(InvalidText::Cpr)
    } else if text.chars().count() > MAX_ANSWER {
        Err(InvalidText::TooLong)
    } else {
        Ok(text)
    }
}
