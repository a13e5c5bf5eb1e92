//! A form as it was typed.

use serde::Deserialize;

/// Names and values of a form, in their order; a name may stand several times.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Typed(Vec<(String, String)>);

impl Typed {
    /// Adds a value; an empty one says nothing and is left out.
    pub fn put(&mut self, name: impl Into<String>, value: impl Into<String>) {
        let value = value.into();
        if !value.is_empty() {
            self.0.push((name.into(), value));
        }
    }

    /// Adds one value for each.
    pub fn put_all<T: Into<String>>(&mut self, name: &str, values: impl IntoIterator<Item = T>) {
        for value in values {
            self.put(name, value);
        }
    }

    /// The first value of the name, or nothing.
    #[must_use]
    pub fn one(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    /// All values of the name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether the name has this value, as a ticked box has.
    #[must_use]
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|known| known == value)
    }

    /// How many blocks of fields there are of names such as `tilbud-0-titel`.
    #[must_use]
    pub fn blocks(&self, prefix: &str) -> usize {
        let number = |name: &str| -> Option<usize> {
            name.strip_prefix(prefix)?.strip_prefix('-')?.split('-').next()?.parse().ok()
        };
        self.0.iter().filter_map(|(name, _)| number(name)).max().map_or(0, |last| last + 1)
    }

    /// The same with one more block of fields of names such as `tilbud-0-titel`.
    #[must_use]
    pub fn with_block(&self, prefix: &str) -> Self {
        let mut more = self.clone();
        more.0.push((format!("{prefix}-{}-ny", self.blocks(prefix).max(1)), String::new()));
        more
    }

    /// Every name with its value, in the order of the form.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_counted_by_their_numbers() {
        let mut typed = Typed::default();
        assert_eq!(typed.blocks("tilbud"), 0);
        typed.put("tilbud-2-titel", "Frokost");
        typed.put("tilbud-x-titel", "Frokost");
        typed.put("tilbudt-7-titel", "Frokost");
        assert_eq!(typed.blocks("tilbud"), 3);
    }
}
