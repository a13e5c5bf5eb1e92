//! A mistake in a content file, told so that an editor finds the place.

use std::fmt;

/// One mistake: which file, which line (from 1; 0 when the whole file is meant) and what is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Path inside `content/`.
    pub file: String,
    /// Line counted from 1, or 0 for the file as a whole.
    pub line: usize,
    /// What is wrong, as one sentence.
    pub message: String,
}

impl Fault {
    /// A mistake on a known line.
    pub fn new(file: impl Into<String>, line: usize, message: impl Into<String>) -> Self {
        Self { file: file.into(), line, message: message.into() }
    }

    /// A mistake at the first line of `text` that holds `needle`, or in the file as a whole.
    pub fn at(file: &str, text: &str, needle: &str, message: impl Into<String>) -> Self {
        let line = text.lines().position(|line| line.contains(needle)).map_or(0, |index| index + 1);
        Self::new(file, line, message)
    }

    /// A TOML error, whose byte span becomes a line.
    pub(crate) fn toml(file: &str, text: &str, error: &toml::de::Error) -> Self {
        let line = error.span().map_or(0, |span| line_of(text, span.start));
        Self::new(file, line, error.message().replace('\n', " "))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "content/{}:{}: {}", self.file, self.line, self.message)
    }
}

impl std::error::Error for Fault {}

/// The line (from 1) that byte `offset` of `text` lies on.
fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}
