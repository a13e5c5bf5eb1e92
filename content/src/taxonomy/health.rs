//! Words that tell of somebody's health.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::Fault;
use crate::files::Folder;
use crate::folding::fold;

/// What Danish puts after a noun or an adjective.
const ENDINGS: [&str; 15] =
    ["", "e", "en", "er", "et", "ene", "erne", "s", "ens", "ers", "t", "n", "r", "ne", "rne"];

/// One or more words after each other.
#[derive(Debug)]
pub struct HealthWord(Vec<Part>);

/// One word of them, folded.
#[derive(Debug)]
enum Part {
    Exactly(String),
    Inflected(String),
    BeginsWith(String),
    Holds(String),
}

impl Part {
    /// As it is written in the file.
    fn parse(written: &str) -> Self {
        match (written.strip_prefix('='), written.strip_prefix('*'), written.strip_suffix('*')) {
            (Some(word), ..) => Self::Exactly(fold(word)),
            (_, Some(word), _) => Self::Holds(fold(word.trim_end_matches('*'))),
            (_, _, Some(word)) => Self::BeginsWith(fold(word)),
            _ => Self::Inflected(fold(written)),
        }
    }

    fn meets(&self, folded: &str) -> bool {
        match self {
            Self::Exactly(word) => folded == word,
            Self::Inflected(word) => {
                folded.strip_prefix(word.as_str()).is_some_and(|ending| ENDINGS.contains(&ending))
            }
            Self::BeginsWith(word) => folded.starts_with(word),
            Self::Holds(word) => folded.contains(word),
        }
    }
}

impl HealthWord {
    /// How many of the folded words are it, when the first ones are; 0 when they are not.
    #[must_use]
    pub fn length_in(&self, folded: &[String]) -> usize {
        let met =
            folded.len() >= self.0.len() && self.0.iter().zip(folded).all(|(part, word)| part.meets(word));
        if met { self.0.len() } else { 0 }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    words: Vec<String>,
}

/// All of them, from `health.toml` in `content/taxonomy/`.
///
/// # Panics
/// When the file has a mistake; the test of this module says so first.
#[must_use]
pub fn health() -> &'static [HealthWord] {
    static HEALTH: LazyLock<Vec<HealthWord>> = LazyLock::new(|| {
        let words = written().unwrap_or_else(|fault| panic!("{fault}"));
        words.iter().map(|word| HealthWord(word.split(' ').map(Part::parse).collect())).collect()
    });
    &HEALTH
}

fn written() -> Result<Vec<String>, Fault> {
    let (path, text) = Folder::Taxonomy.file("health.toml")?;
    let file: File = toml::from_str(text).map_err(|error| Fault::toml(&path, text, &error))?;
    Ok(file.words)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_word_is_lower_case_long_enough_and_stands_once() {
        let mut known = HashSet::new();
        for word in written().unwrap_or_else(|fault| panic!("{fault}")) {
            assert_eq!(word, word.trim().to_lowercase(), "“{word}” is not lower case");
            assert!(word.split(' ').all(|part| part.trim_matches(['*', '=']).len() >= 2), "“{word}”");
            assert!(known.insert(word.clone()), "“{word}” stands twice");
        }
        assert!(health().len() >= 80);
    }
}
