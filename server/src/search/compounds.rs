//! Danish compounds by their parts.

use std::collections::{HashMap, HashSet};

/// Most parts of a compound.
const MOST: usize = 4;
/// Fewest letters of a part.
const SHORTEST: usize = 3;
/// Most letters an inflection adds: "erne", with a doubled consonant and a genitive.
const LONGEST_INFLECTION: usize = 6;
/// Fewest letters of a part behind something unknown.
const SHORTEST_ENDING: usize = 5;

/// The parts compounds are made of, from `parts` in `content/taxonomy/language.toml`.
#[derive(Debug, Default)]
pub struct Parts {
    /// Term by folded base form.
    bases: HashMap<String, String>,
    /// The same terms, to know an inflected last part by.
    terms: HashSet<String>,
    longest: usize,
}

impl Parts {
    /// Adds a folded spelling of a part.
    pub fn add(&mut self, spelling: String, term: String) {
        self.longest = self.longest.max(spelling.len());
        self.terms.insert(term.clone());
        self.bases.entry(spelling).or_insert(term);
    }

    /// Whether a term is that of a part.
    #[must_use]
    pub fn holds(&self, term: &str) -> bool {
        self.terms.contains(term)
    }

    /// Whether a folded word is a part with an ending of a few letters.
    #[must_use]
    pub fn may_begin(&self, folded: &str) -> bool {
        let ends = folded.len().saturating_sub(LONGEST_INFLECTION).max(SHORTEST - 1)..=folded.len();
        ends.into_iter().any(|end| folded.get(..end).is_some_and(|base| self.bases.contains_key(base)))
    }

    /// The term of the longest part a folded word ends in, however it begins: office computers
    /// are computers. None when the end is too short to be told from chance.
    #[must_use]
    pub fn ending(&self, folded: &str, terms: impl Fn(&str) -> Vec<String>) -> Option<String> {
        if !folded.is_ascii() {
            return None;
        }
        let starts = SHORTEST..=folded.len().saturating_sub(SHORTEST_ENDING);
        starts.into_iter().find_map(|start| self.last(&folded[start..], &terms))
    }

    /// The terms of the parts a folded word is made of, the fewest that cover every letter
    /// with a linking s or e between them; empty when it is no compound of known parts, or a part itself.
    /// Only the last part may be inflected: `terms` gives the terms it may have.
    #[must_use]
    pub fn split(&self, folded: &str, terms: impl Fn(&str) -> Vec<String>) -> Vec<String> {
        // A word that is a part itself is whole: "børnehave" is no garden.
        if !folded.is_ascii() || folded.len() < 2 * SHORTEST || self.last(folded, &terms).is_some() {
            return Vec::new();
        }
        for most in 2..=MOST {
            let mut found = Vec::with_capacity(most);
            if self.cover(folded, most, &terms, &mut found) {
                return found;
            }
        }
        Vec::new()
    }

    /// Covers the word with at most so many parts, longest first.
    fn cover(
        &self,
        word: &str,
        most: usize,
        terms: &impl Fn(&str) -> Vec<String>,
        found: &mut Vec<String>,
    ) -> bool {
        if !found.is_empty()
            && let Some(last) = self.last(word, terms)
        {
            found.push(last);
            return true;
        }
        if most < 2 {
            return false;
        }
        let longest = self.longest.min(word.len().saturating_sub(SHORTEST));
        for end in (SHORTEST..=longest).rev() {
            let Some(part) = self.bases.get(&word[..end]) else { continue };
            found.push(part.clone());
            let rest = &word[end..];
            let linked = rest.strip_prefix(['s', 'e']).filter(|rest| rest.len() >= SHORTEST);
            if self.cover(rest, most - 1, terms, found)
                || linked.is_some_and(|rest| self.cover(rest, most - 1, terms, found))
            {
                return true;
            }
            found.pop();
        }
        false
    }

    fn last(&self, word: &str, terms: &impl Fn(&str) -> Vec<String>) -> Option<String> {
        if word.len() < SHORTEST {
            return None;
        }
        let inflected = || terms(word).into_iter().find(|term| self.terms.contains(term));
        self.bases.get(word).cloned().or_else(inflected)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds_come_apart() {
        let mut parts = Parts::default();
        for part in ["have", "arbejde", "vindue", "polering", "kontor", "mad"] {
            parts.add(part.to_owned(), part.to_owned());
        }
        let split = |word: &str| parts.split(word, |rest| vec![rest.trim_end_matches('r').to_owned()]);
        assert_eq!(split("havearbejde"), ["have", "arbejde"]);
        assert_eq!(split("vinduespolering"), ["vindue", "polering"]);
        assert_eq!(split("madvinduer"), ["mad", "vindue"]);
        assert_eq!(split("kontorhavearbejde"), ["kontor", "have", "arbejde"]);
        assert_eq!(split("have"), [""; 0]);
        assert_eq!(split("havemand"), [""; 0]);
        assert_eq!(
            parts.ending("udkigsvinduer", |rest| vec![rest.trim_end_matches('r').to_owned()]),
            Some("vindue".to_owned())
        );
    }
}
