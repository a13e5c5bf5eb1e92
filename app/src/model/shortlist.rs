//! What a visitor wants to remember: slugs, in an order of their own.

use std::sync::Arc;

use content::Listing;
use content::taxonomy::is_slug;

/// Most listings of a list.
pub const MAX_LISTED: usize = 50;
/// Most listings beside each other.
pub const MAX_COMPARED: usize = 4;
/// Most bytes of a list as text; browsers take cookies of 4,096 with name and all.
const MAX_BYTES: usize = 3_800;
/// Between two slugs; no slug holds it, and a cookie may.
const SIGN: char = '.';

/// A list of slugs, none of them twice.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shortlist(Vec<String>);

/// There is no room for one more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Full;

impl Shortlist {
    /// Reads the text of a cookie; nonsense is left out.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self::of(text.split(SIGN))
    }

    /// A list of these; what is no slug, stands there already or has no room is left out.
    #[must_use]
    pub fn of<S: AsRef<str>>(slugs: impl IntoIterator<Item = S>) -> Self {
        let mut list = Self::default();
        for slug in slugs {
            if list.add(slug.as_ref()).is_err() {
                break;
            }
        }
        list
    }

    /// The slugs in order.
    #[must_use]
    pub fn slugs(&self) -> &[String] {
        &self.0
    }

    /// Whether it stands on the list.
    #[must_use]
    pub fn contains(&self, slug: &str) -> bool {
        self.0.iter().any(|listed| listed == slug)
    }

    /// Puts it last, unless it stands there already or is no slug.
    ///
    /// # Errors
    /// When the list is full.
    pub fn add(&mut self, slug: &str) -> Result<(), Full> {
        if !is_slug(slug) || self.contains(slug) {
            return Ok(());
        }
        if self.0.len() == MAX_LISTED || self.to_text().len() + slug.len() >= MAX_BYTES {
            return Err(Full);
        }
        self.0.push(slug.to_owned());
        Ok(())
    }

    /// Takes it off.
    pub fn remove(&mut self, slug: &str) {
        self.0.retain(|listed| listed != slug);
    }

    /// Changes places with the one before it.
    pub fn up(&mut self, slug: &str) {
        let at = self.0.iter().position(|listed| listed == slug);
        if let Some(at) = at.filter(|at| *at > 0) {
            self.0.swap(at, at - 1);
        }
    }

    /// Changes places with the one after it.
    pub fn down(&mut self, slug: &str) {
        let at = self.0.iter().position(|listed| listed == slug);
        if let Some(at) = at.filter(|at| at + 1 < self.0.len()) {
            self.0.swap(at, at + 1);
        }
    }

    /// As a cookie holds it.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.0.join(&SIGN.to_string())
    }
}

/// A list with what the catalogue knows of it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Those that visitors may see, closed ones too, in order.
    pub listings: Vec<Arc<Listing>>,
    /// How many more the list names that are not in the catalogue.
    pub unknown: usize,
    /// Whether it came by a link instead of being the visitor's own.
    pub received: bool,
    /// Whether one more was to be put on it, and there was no room.
    pub full: bool,
}

impl Listed {
    /// The slugs in order.
    #[must_use]
    pub fn slugs(&self) -> Vec<&str> {
        self.listings.iter().map(|listing| listing.slug.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_survives_its_text() {
        let list = Shortlist::of(["b", "a", "cafe-kox", "a"]);
        assert_eq!(list.to_text(), "b.a.cafe-kox");
        assert_eq!(Shortlist::parse(&list.to_text()), list);
    }

    #[test]
    fn nonsense_is_left_out() {
        for text in ["", "....", "A.b--c.<script>.%00", "../../etc", "æ"] {
            assert_eq!(Shortlist::parse(text), Shortlist::default(), "{text}");
        }
        assert_eq!(Shortlist::parse("a..NEJ.b").slugs(), ["a", "b"]);
    }

    #[test]
    fn there_is_an_end_to_it() {
        let mut list = Shortlist::of((0..60).map(|number| format!("a{number}")));
        assert_eq!(list.slugs().len(), MAX_LISTED);
        assert_eq!(list.add("a60"), Err(Full));
        assert_eq!(list.add("a7"), Ok(()), "it stands there");
        let long = Shortlist::of((0..50).map(|number| format!("{}{number}", "a".repeat(78))));
        assert!(long.slugs().len() > 40 && long.to_text().len() < MAX_BYTES);
    }

    #[test]
    fn the_order_is_ones_own() {
        let mut list = Shortlist::of(["a", "b", "c"]);
        list.up("c");
        list.up("a");
        list.down("b");
        list.down("nej");
        assert_eq!(list.slugs(), ["a", "c", "b"]);
        list.remove("c");
        assert_eq!(list.slugs(), ["a", "b"]);
    }
}
