//! Words and phrases that find each other, as terms, from `content/taxonomy/synonyms.toml`.

use std::collections::HashMap;

use content::folding::{fold, fold_loosely};
use content::taxonomy::{self, language};

use super::analysis::{Analyser, words};

/// For a phrase, what is to be found as well.
#[derive(Debug, Default)]
pub struct Synonyms {
    /// By the terms of all its words with a space between them: lists of telling terms.
    others: HashMap<String, Vec<Vec<String>>>,
    longest: usize,
}

impl Synonyms {
    /// The synonyms as editors keep them.
    #[must_use]
    pub fn load(analyser: &Analyser) -> Self {
        let taxonomy::Synonyms { group, oneway } = &language().synonyms;
        let mut found = Self::default();
        for group in group {
            for from in &group.words {
                found.add(analyser, from, &group.words);
            }
        }
        for (from, to) in oneway {
            found.add(analyser, from, to);
        }
        found
    }

    fn add(&mut self, analyser: &Analyser, from: &str, to: &[String]) {
        for folded in [fold(from), fold_loosely(from)] {
            let key: Vec<String> = words(&folded).map(|word| analyser.folded_term(word)).collect();
            self.longest = self.longest.max(key.len());
            let others = self.others.entry(key.join(" ")).or_default();
            for word in to.iter().filter(|word| *word != from) {
                let terms = telling_terms(analyser, word);
                if terms != key && !others.contains(&terms) {
                    others.push(terms);
                }
            }
        }
    }

    /// What a phrase of these terms finds beside itself: each a list of terms that go together.
    #[must_use]
    pub fn of(&self, terms: &[String]) -> &[Vec<String>] {
        match terms {
            [term] => self.others.get(term),
            terms if terms.len() <= self.longest => self.others.get(&terms.join(" ")),
            _ => None,
        }
        .map_or(&[], Vec::as_slice)
    }

    /// Words of the longest phrase.
    #[must_use]
    pub fn longest(&self) -> usize {
        self.longest
    }
}

/// The terms of a phrase without its stop words, unless it has no others.
fn telling_terms(analyser: &Analyser, phrase: &str) -> Vec<String> {
    let folded = fold(phrase);
    let telling: Vec<&str> = words(&folded).filter(|word| !analyser.is_stopword(word)).collect();
    let chosen = if telling.is_empty() { words(&folded).collect() } else { telling };
    chosen.into_iter().map(|word| analyser.folded_term(word)).collect()
}
