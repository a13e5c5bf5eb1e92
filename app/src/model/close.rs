//! Closing a listing.

use serde::Deserialize;

use super::{InvalidText, without_cpr};

/// Most characters of the reason.
pub const MAX_REASON: usize = 200;

/// The form.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct CloseForm {
    /// Why, in one sentence.
    #[serde(default)]
    pub grund: String,
}

impl CloseForm {
    /// The reason on one line.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn validate(&self) -> Result<String, InvalidText> {
        let reason = self.grund.split_whitespace().collect::<Vec<_>>().join(" ");
        if reason.is_empty() {
            Err(InvalidText::Missing)
        } else if without_cpr(&reason).1 {
            Err(InvalidText::Cpr)
        } else if reason.chars().count() > MAX_REASON {
            Err(InvalidText::TooLong)
        } else {
            Ok(reason)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_one_line_and_never_a_cpr_number() {
        let validated = |text: &str| CloseForm { grund: text.to_owned() }.validate();
        assert_eq!(validated(" Vi holder\r\n op. "), Ok("Vi holder op.".to_owned()));
        assert_eq!(validated(" \n"), Err(InvalidText::Missing));
        assert_eq!(validated("Ring 010190-1234."), Err(InvalidText::Cpr));
        assert_eq!(validated(&"ø".repeat(200)).map(|text| text.chars().count()), Ok(200));
        assert_eq!(validated(&"ø".repeat(201)), Err(InvalidText::TooLong));
    }
}
