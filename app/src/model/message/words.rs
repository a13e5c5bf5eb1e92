//! What is asked of an enterprise, from the form to the mail.

use super::{Kind, Wanted};

/// What was asked, word for word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// What it is about.
    pub kind: Kind,
    /// What is wanted.
    pub what: String,
    /// How much of it; may be empty, as the next two.
    pub amount: String,
    /// Where.
    pub place: String,
    /// When.
    pub wanted_by: String,
    /// What is looked for, of a message about a place.
    pub wanted: Wanted,
    /// Who asks.
    pub company: String,
    /// Their mail address, in lower case.
    pub email: String,
}
