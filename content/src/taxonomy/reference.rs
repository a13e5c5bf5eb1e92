//! A value of a vocabulary, by its place in the file.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Deref;

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use super::Term;

/// A value that exists in the vocabulary `T`; written as its slug.
pub struct Ref<T>(u16, PhantomData<fn() -> T>);

/// No value of the vocabulary has this slug.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{slug}” is not a slug in content/taxonomy/{file}")]
pub struct UnknownTerm {
    /// What was asked for.
    pub slug: String,
    /// Where it was looked for.
    pub file: &'static str,
}

impl<T: Term> Ref<T> {
    /// The value with this slug.
    ///
    /// # Errors
    /// [`UnknownTerm`] when the vocabulary has no such slug.
    pub fn parse(slug: &str) -> Result<Self, UnknownTerm> {
        T::all()
            .iter()
            .position(|term| term.slug() == slug)
            .map(Self::at)
            .ok_or_else(|| UnknownTerm { slug: slug.to_owned(), file: T::FILE })
    }

    /// Every value in the order of the file.
    pub fn every() -> impl ExactSizeIterator<Item = Self> {
        (0..T::all().len()).map(Self::at)
    }

    /// Place in the file, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The value itself, for as long as the program runs.
    #[must_use]
    pub fn get(self) -> &'static T {
        &T::all()[self.index()]
    }

    fn at(index: usize) -> Self {
        Self(u16::try_from(index).unwrap_or(u16::MAX), PhantomData)
    }
}

impl<T: Term> Deref for Ref<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.get()
    }
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Ref<T> {}
impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Ref<T> {}
impl<T> PartialOrd for Ref<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Ref<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> Hash for Ref<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T: Term> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}
impl<T: Term> Serialize for Ref<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.slug())
    }
}
impl<'de, T: Term> Deserialize<'de> for Ref<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let slug = String::deserialize(deserializer)?;
        Self::parse(&slug).map_err(D::Error::custom)
    }
}
