//! The one chain from text to terms, for index and query alike.
//!
//! 1. Unicode NFKC, lower case; words are runs of letters and digits.
//! 2. Folding: å→aa, æ→ae, ø→oe (so "moebler" and "møbler" are one), accents off.
//! 3. Snowball's Danish stemmer on the folded word.
//!
//! The index also holds the looser spelling of words with å and ø (a, o), so that
//! "hjorring" and "skanejob" find theirs. Stop words are passed over when a search is read,
//! not when a listing is; synonyms are found beside a word (see `synonyms.rs`).

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use frostem::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Most letters of a word that are looked at.
const MAX_WORD: usize = 60;

/// A word as it stands in a listing, and what it is found by.
#[derive(Debug, PartialEq, Eq)]
pub struct Word {
    /// As it stands there.
    pub surface: Box<str>,
    /// Its term.
    pub term: Box<str>,
    /// The term of its looser spelling, if that is another.
    pub loose: Option<Box<str>>,
}

impl Word {
    /// Whether one of the terms of a search finds it.
    #[must_use]
    pub fn meets(&self, terms: &[String]) -> bool {
        let found = |term: &str| terms.iter().any(|wanted| wanted == term);
        found(&self.term) || self.loose.as_deref().is_some_and(found)
    }
}

/// Turns text into terms.
pub struct Analyser {
    stemmer: Stemmer,
}

impl Default for Analyser {
    fn default() -> Self {
        Self { stemmer: Stemmer::new(Algorithm::Danish) }
    }
}

impl Analyser {
    /// The term of a word as it is searched for.
    #[must_use]
    pub fn term(&self, word: &str) -> String {
        self.stem(fold(word, false))
    }

    /// A word as it is indexed.
    #[must_use]
    pub fn word(&self, surface: &str) -> Word {
        let term = self.term(surface).into_boxed_str();
        let loose = surface.contains(['å', 'ø', 'Å', 'Ø']).then(|| self.stem(fold(surface, true)));
        let loose = loose.filter(|loose| **loose != *term).map(String::into_boxed_str);
        Word { surface: surface.into(), term, loose }
    }

    fn stem(&self, word: String) -> String {
        match self.stemmer.stem(&word) {
            Cow::Borrowed(stem) if stem.len() == word.len() => word,
            stem => stem.into_owned(),
        }
    }
}

/// The words of all listings, each analysed once: a catalogue says the same words again and again.
#[derive(Default)]
pub struct Lexicon {
    analyser: Analyser,
    known: HashMap<Box<str>, Arc<Word>>,
}

impl Lexicon {
    /// The word, analysed now or before.
    pub fn word(&mut self, surface: &str) -> Arc<Word> {
        if let Some(word) = self.known.get(surface) {
            return word.clone();
        }
        let word = Arc::new(self.analyser.word(surface));
        self.known.insert(surface.into(), word.clone());
        word
    }
}

/// The words of a text, as they stand there.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && !is_combining_mark(letter))
        .filter(|word| word.chars().any(char::is_alphanumeric))
}

/// Lower case, one spelling, no accents.
fn fold(word: &str, loose: bool) -> String {
    let mut folded = String::with_capacity(word.len() + 4);
    if word.is_ascii() {
        folded.extend(word.chars().take(MAX_WORD).map(|letter| letter.to_ascii_lowercase()));
        return folded;
    }
    for letter in word.nfkc().take(MAX_WORD).flat_map(char::to_lowercase) {
        match letter {
            'å' => folded.push_str(if loose { "a" } else { "aa" }),
            'æ' | 'ä' => folded.push_str("ae"),
            'ø' | 'ö' => folded.push_str(if loose { "o" } else { "oe" }),
            letter if letter.is_ascii() => folded.push(letter),
            letter => folded.extend(letter.nfd().filter(|part| !is_combining_mark(*part))),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meets(written: &str, typed: &str) -> bool {
        let analyser = Analyser::default();
        analyser.word(written).meets(&[analyser.term(typed)])
    }

    #[test]
    fn spellings_meet() {
        for (written, typed) in [
            ("Møbler", "moebler"),
            ("Møbler", "mobler"),
            ("Hjørring", "Hjoerring"),
            ("Hjørring", "hjorring"),
            ("Aalborg", "Ålborg"),
            ("skånejob", "skanejob"),
            ("købmand", "koebmand"),
            ("Café", "cafe"),
            ("Cafe\u{301}", "café"),
            ("ＩＴ", "it"),
        ] {
            assert!(meets(written, typed), "{written} {typed}");
        }
    }

    #[test]
    fn inflections_meet() {
        for (written, typed) in [("kantiner", "kantine"), ("haverne", "have"), ("cykler", "cyklen")] {
            assert!(meets(written, typed), "{written} {typed}");
        }
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        let found: Vec<&str> = words("IT-udstyr, 100 % (§ 103) … 🎉").collect();
        assert_eq!(found, ["IT", "udstyr", "100", "103"]);
    }
}
