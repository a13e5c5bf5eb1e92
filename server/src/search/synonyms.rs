//! Words that find each other, as terms, from `content/taxonomy/synonyms.toml`.

use std::collections::HashMap;

use content::{Fault, taxonomy};

use super::analysis::{Analyser, words};

/// For a term, the terms that are to be found as well.
#[derive(Debug)]
pub struct Synonyms(HashMap<String, Vec<String>>);

impl Synonyms {
    /// Reads the synonyms. Only those of one word can stand for a word of a search.
    ///
    /// # Errors
    /// The first mistake in the file.
    pub fn load(analyser: &Analyser) -> Result<Self, Fault> {
        let file = taxonomy::synonyms()?;
        let mut found = Self(HashMap::new());
        for group in &file.group {
            for from in &group.words {
                found.add(analyser, from, &group.words);
            }
        }
        for oneway in &file.oneway {
            found.add(analyser, &oneway.from, &oneway.to);
        }
        Ok(found)
    }

    fn add(&mut self, analyser: &Analyser, from: &str, to: &[String]) {
        let single = |text: &str| match words(text).collect::<Vec<_>>()[..] {
            [word] => Some(analyser.term(word)),
            _ => None,
        };
        let Some(from) = single(from) else { return };
        let others = self.0.entry(from.clone()).or_default();
        for term in to.iter().filter_map(|word| single(word)).filter(|term| *term != from) {
            if !others.contains(&term) {
                others.push(term);
            }
        }
    }

    /// The terms a term finds beside itself.
    pub fn of(&self, term: &str) -> &[String] {
        self.0.get(term).map_or(&[], Vec::as_slice)
    }
}
