//! Why a listing was found: the words it met and the filters it meets.

use app::model::{Field, Filter, Reason};
use fixedbitset::FixedBitSet;

use super::lexicon::Vocabulary;
use super::snapshot::Row;

/// Most places named.
const FIELDS: usize = 2;
/// Most words named of one place.
const WORDS: usize = 3;
/// Most words marked.
const MARKED: usize = 20;

/// The words of a listing that meet the search and where they stand, in order of weight.
pub fn met<'a>(row: &Row, searched: &FixedBitSet, vocabulary: &'a Vocabulary) -> Vec<(Field, &'a str)> {
    let found = row.words.iter().filter(|(_, number)| searched.contains(*number as usize));
    found.map(|(field, number)| (*field, vocabulary.surface(*number))).collect()
}

/// The reasons of one hit: places of words in order of weight, then those of the filters it meets.
pub fn reasons(row: &Row, met: &[(Field, &str)], filters: impl Iterator<Item = Filter>) -> Vec<Reason> {
    let mut found: Vec<(Field, Vec<String>)> = Vec::new();
    for (field, word) in met {
        remember(&mut found, *field, word);
    }
    let words = found.into_iter().take(FIELDS).map(|(field, words)| Reason::Words { field, words });
    let filters = filters.filter(|filter| row.filters.binary_search(filter).is_ok());
    words.chain(filters.map(Reason::Filter)).collect()
}

/// The words to mark, each once.
pub fn words(met: &[(Field, &str)]) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for (_, word) in met {
        if words.len() < MARKED && !known(&words, word) {
            words.push((*word).to_owned());
        }
    }
    words
}

fn remember(found: &mut Vec<(Field, Vec<String>)>, field: Field, word: &str) {
    let place = found.iter().position(|(known, _)| *known == field);
    let place = place.unwrap_or_else(|| {
        found.push((field, Vec::new()));
        found.len() - 1
    });
    let words = &mut found[place].1;
    if place < FIELDS && words.len() < WORDS && !known(words, word) {
        words.push(word.to_owned());
    }
}

fn known(words: &[String], word: &str) -> bool {
    let same =
        |known: &String| known.eq_ignore_ascii_case(word) || known.to_lowercase() == word.to_lowercase();
    words.iter().any(same)
}
