//! What the catalogue answers.

use std::ops::Index;
use std::sync::Arc;

use content::Listing;
use content::places::Place;
use content::taxonomy::{Municipality, Ref};

use super::{Facet, Filter};

/// Hits on one page.
pub const PAGE_SIZE: usize = 20;

/// The answer to a search.
#[derive(Debug, Clone)]
pub struct Results {
    /// Hits in all.
    pub total: usize,
    /// The page shown, from 0; never past the last.
    pub page: usize,
    /// Pages in all, at least 1.
    pub pages: usize,
    /// The hits of this page.
    pub hits: Vec<Hit>,
    /// How the text was read.
    pub reading: Reading,
    /// The place distances are measured from: the one asked for, else the one in the text.
    pub from: Option<&'static Place>,
    /// When few or none lie where the text says: what delivers there, then what lies
    /// nearest, at most [`NEARBY`]. Not among `hits` and not in `total`.
    pub nearby: Vec<Hit>,
    /// For every value of every facet: how many hits there would be with that value
    /// alone in its facet and all other facets as they are.
    pub counts: Counts,
    /// When there is no hit: what each part given up would bring; only parts that bring something.
    pub loosened: Vec<Loosened>,
    /// When there is no hit: municipalities that have some without the filters on place, nearest first.
    pub nearest: Vec<(Ref<Municipality>, usize)>,
}

/// Most listings shown for lying near.
pub const NEARBY: usize = 10;

/// How a search text was read, so that nothing happens behind the visitor's back.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// The part of the text that was taken for a place.
    pub place: Option<PlaceInText>,
    /// Words that were not known and what was searched for instead.
    pub corrected: Vec<Corrected>,
    /// Words of the text that no visible listing meets, as typed.
    pub unmet: Vec<String>,
}

/// A place named in the search text.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceInText {
    /// What the hits are limited to, as a visitor reads it: "i Aalborg Kommune",
    /// "i eller med levering til Aalborg Kommune", "højst 10 km fra Klarup".
    pub label: String,
    /// The place alone: "Aalborg Kommune", "Klarup".
    pub place: String,
    /// As typed: "aalborg".
    pub name: String,
    /// As typed, with the words that lead to it: "i aalborg".
    pub typed: String,
    /// The text without all that.
    pub rest: String,
}

/// A word that was read as another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrected {
    /// As typed.
    pub typed: String,
    /// As searched for.
    pub used: String,
}

/// A listing and why it was found.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The listing.
    pub listing: Arc<Listing>,
    /// The reasons, the words first.
    pub reasons: Vec<Reason>,
    /// Words that met the text as they stand anywhere in the listing, each once, to be marked.
    pub words: Vec<String>,
    /// Kilometres from the place measured from to its nearest address, where both are known.
    pub km: Option<f64>,
}

/// Why a listing was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Words of the listing that met the text, as they stand there.
    Words {
        /// Where they stand.
        field: Field,
        /// The words, each once.
        words: Vec<String>,
    },
    /// A chosen filter that it meets.
    Filter(Filter),
}

/// Where in a listing words were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Its name.
    Name,
    /// The line on what it sells.
    OneLine,
    /// Its offers.
    Offers,
    /// The services it counts as, with their search words.
    Services,
    /// Its trades, with their search words.
    Trades,
    /// Town, postcode, municipality.
    Place,
    /// Schemes, tasks, considerations and their search words.
    Placement,
    /// The longer texts.
    Description,
}

/// Part of a search that can be given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The text.
    Text,
    /// All values of one facet.
    Facet(Facet),
    /// The place named in the text.
    Place,
    /// The distance from the place asked for.
    Distance,
}

/// What giving up one part would bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loosened {
    /// The part.
    pub without: Part,
    /// Hits there would be.
    pub total: usize,
}

/// A number for every value of every facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts([Vec<usize>; 9]);

impl Counts {
    /// Counts every filter by a function.
    pub fn by(mut count: impl FnMut(Filter) -> usize) -> Self {
        Self(Facet::ALL.map(|facet| facet.filters().map(&mut count).collect()))
    }
}

impl Index<Filter> for Counts {
    type Output = usize;

    fn index(&self, filter: Filter) -> &usize {
        &self.0[filter.facet() as usize][filter.index()]
    }
}

/// The catalogue at a glance.
#[derive(Debug, Clone)]
pub struct Overview {
    /// Open listings in all.
    pub total: usize,
    /// Open listings by every value of every facet.
    pub counts: Counts,
}
