//! Text typed into a search.

use super::without_cpr;

/// Typed text fit for use.
pub(super) struct Plain {
    /// Without control characters, CPR numbers, and spaces beyond one.
    pub text: String,
    /// Whether it had to be cut.
    pub cut: bool,
    /// Whether it held what looked like a CPR number.
    pub had_cpr: bool,
}

/// The typed text, at most so many characters of it.
pub(super) fn plain(typed: &str, most: usize) -> Plain {
    let spaced: String =
        typed.chars().map(|c| if c.is_control() || c == '\u{fffd}' { ' ' } else { c }).collect();
    let (open, had_cpr) = without_cpr(&spaced);
    let words = open.split_whitespace().collect::<Vec<_>>().join(" ");
    let end = words.char_indices().nth(most).map_or(words.len(), |(index, _)| index);
    Plain { text: words[..end].trim_end().to_owned(), cut: end < words.len(), had_cpr }
}
