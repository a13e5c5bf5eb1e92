//! The vocabularies: closed lists of values that editors keep in `content/taxonomy/`.
//!
//! A value is referred to by [`Ref`], which can only be made from a slug that
//! exists, so a listing that parses holds no unknown value.

mod health;
mod language;
mod reference;
mod terms;

pub use health::{HealthWord, health};
pub use language::{Forms, Language, SynonymGroup, Synonyms, Words, language};
pub use reference::{Ref, UnknownTerm};
pub use terms::{Consideration, Cooperation, Municipality, Scheme, Service, Task, Trade};

use std::collections::HashSet;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::Fault;
use crate::files::Folder;

/// What every value of every vocabulary has.
pub trait Entry: Sync {
    /// The name in addresses and files: lower-case ASCII.
    fn slug(&self) -> &str;
    /// The name a visitor reads.
    fn label(&self) -> &str;
    /// One plain line that explains it.
    fn help(&self) -> &str;
    /// Words people type when they mean it.
    fn search(&self) -> &[String];
}

/// A vocabulary: a Rust type for one file of `content/taxonomy/`.
pub trait Term: Entry + DeserializeOwned + Sized + Send + 'static {
    /// The file the values stand in.
    const FILE: &'static str;
    /// All values in the order of the file.
    fn all() -> &'static [Self];
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<T> {
    term: Vec<T>,
}

/// Reads one vocabulary from the embedded folder.
///
/// # Errors
/// The first mistake in the file.
pub fn load<T: Term>() -> Result<Vec<T>, Fault> {
    let (path, text) = Folder::Taxonomy.file(T::FILE)?;
    parse(&path, text)
}

fn parse<T: Term>(path: &str, text: &str) -> Result<Vec<T>, Fault> {
    let terms = toml::from_str::<File<T>>(text).map_err(|error| Fault::toml(path, text, &error))?.term;
    let mut slugs = HashSet::new();
    let mut labels = HashSet::new();
    for term in &terms {
        let fault = |message: String| {
            let slug_line = format!("slug = \"{}\"", term.slug());
            Fault::at(path, text, &slug_line, message)
        };
        if !is_slug(term.slug()) {
            return Err(fault(format!("“{}” is not a slug", term.slug())));
        }
        if !slugs.insert(term.slug()) {
            return Err(duplicate(path, text, "slug", term.slug()));
        }
        if !labels.insert(term.label().to_lowercase()) {
            return Err(duplicate(path, text, "label", term.label()));
        }
        for (name, value) in [("label", term.label()), ("help", term.help())] {
            if value.trim().is_empty() {
                return Err(fault(format!("“{}” has an empty {name}", term.slug())));
            }
        }
        if term.search().is_empty() {
            return Err(fault(format!("“{}” has no search words", term.slug())));
        }
    }
    Ok(terms)
}

/// Names the second line that holds the value.
fn duplicate(path: &str, text: &str, key: &str, value: &str) -> Fault {
    let needle = format!("{key} = \"{value}\"");
    let line = text
        .lines()
        .enumerate()
        .filter(|(_, line)| line.contains(&needle))
        .nth(1)
        .map_or(0, |(index, _)| index + 1);
    Fault::new(path, line, format!("duplicate {key} “{value}”"))
}

/// Lower-case ASCII letters, digits and single hyphens.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 80
        && text.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests;
