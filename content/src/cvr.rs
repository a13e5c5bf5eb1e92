//! The Danish company number.

use serde::{Deserialize, Serialize};

/// A CVR number: eight digits whose weighted sum is divisible by eleven.
///
/// Source of the rule: Erhvervsstyrelsen, weights 2 7 6 5 4 3 2 1, modulus 11.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Cvr(String);

/// The text is no CVR number.
#[derive(Debug, thiserror::Error)]
#[error("not a CVR number: eight digits with a right check digit")]
pub struct InvalidCvr;

impl Cvr {
    /// The eight digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Cvr {
    type Error = InvalidCvr;

    fn try_from(text: String) -> Result<Self, InvalidCvr> {
        const WEIGHTS: [u32; 8] = [2, 7, 6, 5, 4, 3, 2, 1];
        let digits: Vec<u32> = text.chars().filter_map(|c| c.to_digit(10)).collect();
        let sum: u32 = digits.iter().zip(WEIGHTS).map(|(d, w)| d * w).sum();
        let right = text.len() == 8 && digits.len() == 8 && digits[0] > 0 && sum.is_multiple_of(11);
        right.then_some(Self(text)).ok_or(InvalidCvr)
    }
}

impl From<Cvr> for String {
    fn from(cvr: Cvr) -> Self {
        cvr.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_length_and_check_digit() {
        assert!(Cvr::try_from("37148334".to_owned()).is_ok());
        for wrong in ["37148335", "3714833", "371483340", "3714833a", "00000000", ""] {
            assert!(Cvr::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }
}
