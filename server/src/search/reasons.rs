//! Why a listing was found: the words it met and the filters it meets.

use std::collections::HashSet;

use app::model::{Field, Filter, Reason};

use super::snapshot::Row;

/// Most places named.
const FIELDS: usize = 2;
/// Most words named of one place.
const WORDS: usize = 3;
/// Most words marked.
const MARKED: usize = 20;

/// The reasons of one hit: places of words in order of weight, then those of the filters it meets.
pub fn reasons(
    row: &Row,
    terms: Option<&HashSet<u64>>,
    filters: impl Iterator<Item = Filter>,
) -> Vec<Reason> {
    let mut found: Vec<(Field, Vec<String>)> = Vec::new();
    for (field, word) in met(row, terms) {
        remember(&mut found, field, word);
    }
    let words = found.into_iter().take(FIELDS).map(|(field, words)| Reason::Words { field, words });
    let filters = filters.filter(|filter| row.filters.binary_search(filter).is_ok());
    words.chain(filters.map(Reason::Filter)).collect()
}

/// The words of a listing that meet the search, each once.
pub fn words(row: &Row, terms: Option<&HashSet<u64>>) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for (_, word) in met(row, terms) {
        if words.len() < MARKED && !known(&words, word) {
            words.push(word.to_owned());
        }
    }
    words
}

fn met<'a>(row: &'a Row, terms: Option<&'a HashSet<u64>>) -> impl Iterator<Item = (Field, &'a str)> {
    let found = row.words.iter().filter(move |(_, word)| terms.is_some_and(|terms| word.meets(terms)));
    found.map(|(field, word)| (*field, &*word.surface))
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
    words.iter().any(|known| known.to_lowercase() == word.to_lowercase())
}
