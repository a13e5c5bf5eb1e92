//! Names of listings, as people type them.

use std::collections::HashSet;

use content::folding::{fold, fold_loosely};
use tantivy::TantivyError;

use super::analysis::words;
use super::index::Searchable;

/// Most listings with the first word of a text in their name that are looked at.
const MOST: usize = 200;

/// The spellings a name is known by: its words folded, and folded loosely where that differs.
pub fn spellings(name: &str) -> Box<[Box<str>]> {
    let joined = |folded: String| words(&folded).collect::<Vec<_>>().join(" ").into_boxed_str();
    let (strict, loose) = (joined(fold(name)), joined(fold_loosely(name)));
    if loose == strict { [strict].into() } else { [strict, loose].into() }
}

impl Searchable {
    /// Whether a folded text of several words is the whole name of a listing, stop words aside.
    ///
    /// # Errors
    /// When tantivy cannot read its index.
    pub fn is_name(&self, folded: &str, is_stopword: impl Fn(&str) -> bool) -> Result<bool, TantivyError> {
        let telling: HashSet<&str> = words(folded).filter(|word| !is_stopword(word)).collect();
        let Some(rarest) = telling.iter().max_by_key(|word| word.len()).filter(|_| telling.len() > 1) else {
            return Ok(false);
        };
        let mut rows = Vec::new();
        self.names.each(rarest, |row, _| {
            if rows.len() < MOST {
                rows.push(row);
            }
        })?;
        let is_it =
            |name: &str| name.split(' ').filter(|word| !is_stopword(word)).collect::<HashSet<_>>() == telling;
        let mut rows = rows.into_iter().filter_map(|row| self.snapshot.row(row));
        Ok(rows.any(|row| row.spellings.iter().any(|name| is_it(name))))
    }
}
