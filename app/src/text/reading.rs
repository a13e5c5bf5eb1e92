//! How a search text was read, in the visitor's own words.

use crate::model::{Corrected, Reading, SearchQuery};

/// The words that were searched for: the text without the place named in it.
#[must_use]
pub fn searched<'a>(query: &'a SearchQuery, reading: &'a Reading) -> &'a str {
    reading.place.as_ref().map_or(&query.text, |place| &place.rest)
}

/// The text with every corrected word as it was searched for.
#[must_use]
pub fn corrected(text: &str, corrected: &[Corrected]) -> String {
    let used = |word| {
        let found = corrected.iter().find(|corrected| alike(&corrected.typed, word));
        found.map_or(word, |corrected| corrected.used.as_str())
    };
    text.split_whitespace().map(used).collect::<Vec<_>>().join(" ")
}

/// Words in quotation marks, in a list: `“a”`, `“a” og “b”`.
#[must_use]
pub fn quoted<S: AsRef<str>>(words: &[S]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| quote(word.as_ref())).collect();
    super::listed(&quoted)
}

/// A visitor's words in quotation marks, cut where they are many.
#[must_use]
pub fn quote(words: &str) -> String {
    format!("“{}”", super::shortened(words, 60))
}

/// Whether two words are one, whatever their case and the punctuation around them.
fn alike(one: &str, other: &str) -> bool {
    let core = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    one == other || core(one) == core(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corrections_stand_where_the_words_stood() {
        let words = [Corrected { typed: "rengørring".into(), used: "rengøring".into() }];
        assert_eq!(corrected("Rengørring, i aalborg", &words), "rengøring i aalborg");
        assert_eq!(corrected("kantine", &words), "kantine");
    }

    #[test]
    fn words_are_quoted_one_by_one() {
        assert_eq!(quoted(&["a", "b"]), "“a” og “b”");
    }
}
