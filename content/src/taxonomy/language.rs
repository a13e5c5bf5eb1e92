//! What editors teach the search about Danish: synonyms, stop words, parts of compounds.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::Fault;
use crate::files::Folder;

/// All of it, from `synonyms.toml`, `stopwords.toml` and `language.toml` in `content/taxonomy/`.
#[derive(Debug)]
pub struct Language {
    /// Words that find each other.
    pub synonyms: Synonyms,
    /// Words that say nothing about what is sought, in lower case.
    pub stopwords: HashSet<String>,
    /// How words are built.
    pub words: Words,
}

/// Words that find each other.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Synonyms {
    /// Groups in which each word finds all the others.
    pub group: Vec<SynonymGroup>,
    /// Narrower, older or foreign words with what they should find; they are not found by it.
    pub oneway: BTreeMap<String, Vec<String>>,
}

/// Words or short phrases of the same meaning.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SynonymGroup {
    /// The words.
    pub words: Vec<String>,
}

/// How Danish words of this field are built.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// What compounds are made of, as base forms.
    pub parts: Vec<String>,
    /// Words too general to be what is sought: "firma", "opgave", "god".
    pub weak: Vec<String>,
    /// Words whose forms the stemmer does not bring together.
    pub forms: Vec<Forms>,
}

/// The forms of one word.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forms {
    /// The word they are forms of.
    pub of: String,
    /// All forms, the word itself among them.
    pub words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stopwords {
    words: HashSet<String>,
}

/// The language of the search.
///
/// # Panics
/// When a file has a mistake; the test of this module says so first.
#[must_use]
pub fn language() -> &'static Language {
    static LANGUAGE: LazyLock<Language> =
        LazyLock::new(|| load_language().unwrap_or_else(|fault| panic!("{fault}")));
    &LANGUAGE
}

fn load_language() -> Result<Language, Fault> {
    Ok(Language {
        synonyms: file("synonyms.toml")?,
        stopwords: file::<Stopwords>("stopwords.toml")?.words,
        words: file("language.toml")?,
    })
}

fn file<T: DeserializeOwned>(name: &str) -> Result<T, Fault> {
    let (path, text) = Folder::Taxonomy.file(name)?;
    toml::from_str(text).map_err(|error| Fault::toml(&path, text, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn twice<'a>(words: impl Iterator<Item = &'a String>) -> Vec<&'a String> {
        let mut known = HashSet::new();
        words.filter(|word| !known.insert(*word)).collect()
    }

    #[test]
    fn every_word_is_lower_case_and_stands_once() {
        let language = load_language().unwrap_or_else(|fault| panic!("{fault}"));
        let groups = || language.synonyms.group.iter().flat_map(|group| &group.words);
        let forms = || language.words.forms.iter().flat_map(|forms| &forms.words);
        assert_eq!(twice(groups()), [""; 0], "in two groups of synonyms.toml");
        assert_eq!(twice(language.words.parts.iter()), [""; 0], "twice in parts of language.toml");
        assert_eq!(twice(language.words.weak.iter()), [""; 0], "twice in weak of language.toml");
        assert_eq!(twice(forms()), [""; 0], "in two forms of language.toml");
        let all = groups().chain(language.synonyms.oneway.keys()).chain(forms());
        for word in all.chain(&language.stopwords).chain(&language.words.parts).chain(&language.words.weak) {
            assert_eq!(*word, word.trim().to_lowercase(), "“{word}” is not lower case");
        }
        for forms in &language.words.forms {
            assert!(forms.words.contains(&forms.of), "“{}” is not among its own forms", forms.of);
        }
        for part in &language.words.parts {
            assert!(part.chars().count() >= 3, "“{part}” is too short to be told from chance");
        }
    }
}
