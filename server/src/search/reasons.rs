//! Why a listing was found: the words it met and the filters it meets.

use app::model::{Field, Reason, SearchQuery};

use super::snapshot::Row;

/// Most places named.
const FIELDS: usize = 2;
/// Most words named of one place.
const WORDS: usize = 3;

/// The reasons of one hit: places of words in order of weight, then filters.
pub fn reasons(row: &Row, terms: &[String], query: &SearchQuery) -> Vec<Reason> {
    let mut found: Vec<(Field, Vec<String>)> = Vec::new();
    for (field, word) in row.words.iter().filter(|(_, word)| word.meets(terms)) {
        remember(&mut found, *field, &word.surface);
    }
    let words = found.into_iter().take(FIELDS).map(|(field, words)| Reason::Words { field, words });
    let filters = query.filters.iter().filter(|filter| row.filters.binary_search(filter).is_ok());
    words.chain(filters.copied().map(Reason::Filter)).collect()
}

fn remember(found: &mut Vec<(Field, Vec<String>)>, field: Field, word: &str) {
    let place = found.iter().position(|(known, _)| *known == field);
    let place = place.unwrap_or_else(|| {
        found.push((field, Vec::new()));
        found.len() - 1
    });
    let words = &mut found[place].1;
    let known = words.iter().any(|known| known.to_lowercase() == word.to_lowercase());
    if place < FIELDS && !known && words.len() < WORDS {
        words.push(word.to_owned());
    }
}
