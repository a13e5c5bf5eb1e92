//! The one chain from text to terms, for index and query alike.
//!
//! 1. Words are runs of letters and digits.
//! 2. Folding ([`content::folding`]): NFKC, lower case, å→aa, æ→ae, ø→oe, accents off; so
//!    "moebler" and "møbler" are one.
//! 3. Forms the stemmer does not bring together (`forms` in `content/taxonomy/language.toml`).
//! 4. Snowball's Danish stemmer until nothing more comes off: once leaves "plads" and
//!    "pladser" apart.
//!
//! What comes out is the word's *term*. A word of a listing is found by more than that,
//! for less (see [`Word::also`]): its looser spelling ("hjorring", "skanejob"), the verb
//! it is made of ("polering" by "polere"), and the parts of a compound ("havearbejde" by
//! "have"). A search looks for the same; what else it does with a word stands in
//! `reading.rs`.

use std::collections::{HashMap, HashSet};

use content::folding::{fold, fold_loosely};
use content::taxonomy::{Language, language};
use frostem::{Algorithm, Stemmer};
use unicode_normalization::char::is_combining_mark;

use super::compounds::Parts;

/// Most letters of a word that are looked at.
const MAX_WORD: usize = 60;
/// Fewest letters of a form that is recognised at the end of a longer word.
const SHORTEST_ENDING: usize = 4;

/// A word as it stands in a listing, and what it is found by.
#[derive(Debug, PartialEq, Eq)]
pub struct Word {
    /// As it stands there.
    pub surface: Box<str>,
    /// Its term.
    pub term: Box<str>,
    /// Terms that find it for less.
    pub also: Box<[String]>,
}

impl Word {
    /// All terms that find it.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        self.also.iter().map(String::as_str).chain([&*self.term])
    }
}

/// The term of a word that stands alone and not inside a compound: a smith, not a locksmith.
#[must_use]
pub fn whole(term: &str) -> String {
    format!("={term}")
}

/// Turns text into terms.
pub struct Analyser {
    stemmer: Stemmer,
    forms: HashMap<String, String>,
    parts: Parts,
    weak: HashSet<String>,
    stopwords: HashSet<String>,
}

impl Default for Analyser {
    fn default() -> Self {
        Self::new(language())
    }
}

impl Analyser {
    /// For a language as editors describe it.
    #[must_use]
    pub fn new(language: &Language) -> Self {
        let mut analyser = Self {
            stemmer: Stemmer::new(Algorithm::Danish),
            forms: HashMap::new(),
            parts: Parts::default(),
            weak: HashSet::new(),
            stopwords: language.stopwords.iter().map(|word| fold(word)).collect(),
        };
        // A loose spelling gives way to a word of its own: "kørt" is no "kort". Terms are not
        // stemmed: "bolig" would be "bolle".
        let parts: HashSet<String> = language.words.parts.iter().map(|part| fold(part)).collect();
        let forms =
            || language.words.forms.iter().flat_map(|forms| forms.words.iter().map(|form| (form, &forms.of)));
        analyser.forms.extend(forms().map(|(form, of)| (fold(form), fold(of))));
        for (form, of) in forms() {
            let loose = fold_loosely(form);
            if !parts.contains(&loose) {
                analyser.forms.entry(loose).or_insert_with(|| fold(of));
            }
        }
        analyser.weak = language.words.weak.iter().map(|word| analyser.term(word)).collect();
        for part in &language.words.parts {
            let term = analyser.term(part);
            for spelling in [fold(part), fold_loosely(part)] {
                analyser.parts.add(spelling, term.clone());
            }
        }
        analyser
    }

    /// The term of a word.
    #[must_use]
    pub fn term(&self, word: &str) -> String {
        self.folded_term(&fold(cut(word)))
    }

    /// A word as it is indexed.
    #[must_use]
    pub fn word(&self, surface: &str) -> Word {
        let folded = fold(cut(surface));
        let term = self.folded_term(&folded);
        let mut also: Vec<String> = Vec::new();
        let mut add = |other: String| {
            if other != term && !also.contains(&other) {
                also.push(other);
            }
        };
        if surface.contains(['å', 'ø', 'Å', 'Ø']) {
            add(self.folded_term(&fold_loosely(cut(surface))));
        }
        self.roots(&folded).into_iter().for_each(&mut add);
        if self.parts.holds(&term) && !self.is_weak(&term) {
            add(whole(&term));
        }
        for part in self.telling_parts(&folded) {
            self.roots(&part).into_iter().for_each(&mut add);
            add(part);
        }
        Word { surface: surface.into(), term: term.into(), also: also.into() }
    }

    /// The terms of the verb a folded word may be made of: "rengøring" of "rengøre", "pakning" of
    /// "pakke", "kørsel" of "køre", "vaskeri" of "vaske". Empty when it does not look like one.
    #[must_use]
    pub fn roots(&self, folded: &str) -> Vec<String> {
        let endings =
            ["eringer", "ationer", "ninger", "inger", "ering", "ation", "ning", "erier", "eri", "ing", "sel"];
        let found = endings.iter().find_map(|ending| Some((folded.strip_suffix(ending)?, *ending)));
        let Some((stem, ending)) = found.filter(|(stem, _)| stem.len() >= 3 && stem.is_ascii()) else {
            return Vec::new();
        };
        // "træning" is of "træne", not of "træ".
        let vowel = stem.ends_with(['a', 'e', 'i', 'o', 'u', 'y']);
        let stem = if ending.starts_with("ning") && vowel { format!("{stem}n") } else { stem.to_owned() };
        let last = &stem[stem.len() - 1..];
        let mut roots = vec![
            self.stem(&stem),
            self.folded_term(&format!("{stem}e")),
            self.folded_term(&format!("{stem}{last}e")),
        ];
        roots.sort_unstable();
        roots.dedup();
        roots
    }

    /// The terms of a compound's parts, without those that say nothing; empty for other words.
    #[must_use]
    pub fn telling_parts(&self, folded: &str) -> Vec<String> {
        let mut parts = self.parts.split(folded, |rest| self.part_terms(rest));
        parts.retain(|part| !self.is_weak(part));
        parts
    }

    /// The term of the part a folded word ends in, unless that says nothing.
    #[must_use]
    pub fn telling_ending(&self, folded: &str) -> Option<String> {
        self.parts.ending(folded, |rest| self.part_terms(rest)).filter(|term| !self.is_weak(term))
    }

    /// The terms a last part may be known by: its own, or that of its verb ("plukning": plukke).
    fn part_terms(&self, folded: &str) -> Vec<String> {
        let mut terms = self.roots(folded);
        // Stemming is dear: not for what cannot be an inflected part.
        if self.forms.contains_key(folded) || self.parts.may_begin(folded) {
            terms.push(self.folded_term(folded));
        }
        terms
    }

    /// Whether a folded word is made of known parts.
    #[must_use]
    pub fn is_compound(&self, folded: &str) -> bool {
        !self.parts.split(folded, |rest| self.part_terms(rest)).is_empty()
    }

    /// Whether a term is too general to be what is sought.
    #[must_use]
    pub fn is_weak(&self, term: &str) -> bool {
        self.weak.contains(term)
    }

    /// Whether a folded word says nothing at all.
    #[must_use]
    pub fn is_stopword(&self, folded: &str) -> bool {
        self.stopwords.contains(folded)
    }

    /// The term of a folded word.
    #[must_use]
    pub fn folded_term(&self, folded: &str) -> String {
        if let Some(term) = self.forms.get(folded) {
            return term.clone();
        }
        if folded.is_ascii() {
            for start in 2..folded.len().saturating_sub(SHORTEST_ENDING - 1) {
                if let Some(term) = self.forms.get(&folded[start..]) {
                    return format!("{}{term}", &folded[..start]);
                }
            }
        }
        self.stem(folded)
    }

    fn stem(&self, folded: &str) -> String {
        let once = self.stemmer.stem(folded);
        self.stemmer.stem(&once).into_owned()
    }
}

/// The words of a text, as they stand there.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && !is_combining_mark(letter))
        .filter(|word| word.chars().any(char::is_alphanumeric))
}

/// A word of bounded length.
fn cut(word: &str) -> &str {
    word.char_indices().nth(MAX_WORD).map_or(word, |(end, _)| &word[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meets(written: &str, typed: &str) -> bool {
        let analyser = Analyser::default();
        let typed = analyser.term(typed);
        analyser.word(written).terms().any(|term| term == typed)
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
        for (written, typed) in [
            ("kantiner", "kantine"),
            ("haverne", "have"),
            ("cykler", "cyklen"),
            ("praktikpladser", "praktikplads"),
            ("snedkere", "snedker"),
            ("snedkeri", "snedker"),
            ("kaffe", "kaffen"),
            ("rengøring", "rengøre"),
            ("polering", "polere"),
            ("pakning", "pakke"),
            ("kørsel", "køre"),
        ] {
            assert!(meets(written, typed), "{written} {typed}");
        }
        assert!(!meets("træning", "træ"));
    }

    #[test]
    fn compounds_meet_their_parts() {
        assert!(meets("havearbejde", "have"));
        assert!(meets("vinduespolering", "vindue"));
        assert!(!meets("havearbejde", "arbejde"), "a part that says nothing");
        assert!(!meets("have", "havn"));
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        let found: Vec<&str> = words("IT-udstyr, 100 % (§ 103) … 🎉").collect();
        assert_eq!(found, ["IT", "udstyr", "100", "103"]);
    }
}
