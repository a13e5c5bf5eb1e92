//! The lists of the editors' room.

use chrono::{NaiveDate, NaiveTime};
use content::listing::State;
use content::taxonomy::{Municipality, Ref, Trade};

use super::Lacking;

/// What people did not find, with where it belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LackingLine {
    /// The words, the place and how often.
    pub gap: Lacking,
    /// The one municipality the place lies in; none for none or several.
    pub municipality: Option<Ref<Municipality>>,
    /// The trade the vocabulary knows the words of.
    pub trade: Option<Ref<Trade>>,
}

/// Which part of a long list is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leaf {
    /// From 0.
    pub page: usize,
    /// Pages in all, at least 1.
    pub pages: usize,
}

impl Leaf {
    /// The page asked for, of a list with so many lines, so many a page; never past the last.
    #[must_use]
    pub fn new(page: usize, lines: usize, size: usize) -> Self {
        let pages = lines.div_ceil(size).max(1);
        Self { page: page.min(pages - 1), pages }
    }
}

/// A part of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Words as they are.
    Words(String),
    /// A listing: its slug and its name.
    Listing(String, String),
}

/// Something an editor did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeedLine {
    /// Mail address of the editor.
    pub editor: String,
    /// What, as the rest of the sentence.
    pub said: Vec<Said>,
    /// The day.
    pub day: NaiveDate,
    /// The time of the day.
    pub time: NaiveTime,
}

/// Somebody with an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeeperLine {
    /// Number of the account.
    pub id: i64,
    /// Mail address.
    pub email: String,
    /// Whether they are an editor too.
    pub editor: bool,
    /// Slug and name of each listing they keep.
    pub listings: Vec<(String, String)>,
    /// The day they were last seen; none when they are signed in nowhere.
    pub seen: Option<NaiveDate>,
}

/// A listing in the editors' list of all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListingLine {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub state: State,
    /// Whether it is closed, and edited by nobody.
    pub closed: bool,
    /// The municipality; empty when it is not known.
    pub municipality: &'static str,
}
