//! The second factor of an editor.

use serde::Deserialize;

/// What an editor's app is to be told.
#[derive(Debug, Clone)]
pub struct Enrolment {
    /// The secret in base 32.
    pub secret: String,
    /// The same as a drawing the app reads.
    pub drawing: String,
}

/// A code as typed.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct CodeForm {
    /// From the app, or from paper.
    #[serde(default)]
    pub kode: String,
    /// The secret the code proves, when the app is new.
    #[serde(default)]
    pub hemmelighed: String,
}
