//! What a loader is given and what it gives back.

use chrono::NaiveDate;
use leptos::prelude::RenderHtml;

use crate::catalogue::{Catalogue, Unavailable};
use crate::model::{AsOf, Reading, SearchQuery};

/// A GET for a page.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// Path, beginning with `/`.
    pub path: &'a str,
    /// What stands after `?`, or nothing.
    pub query: &'a str,
    /// Scheme and host of the site, without a last slash.
    pub base_url: &'a str,
    /// Today in Denmark.
    pub today: NaiveDate,
    /// The catalogue.
    pub catalogue: &'a dyn Catalogue,
}

impl Request<'_> {
    /// What is known of listings today beside what stands in them.
    #[must_use]
    pub fn as_of(&self) -> AsOf {
        self.catalogue.as_of(self.today)
    }
}

/// A page without its frame.
pub struct Page {
    /// Window title, without the name of the site.
    pub title: String,
    /// For search engines and previews; at most 155 characters.
    pub description: String,
    /// Path and query of its one true address, where it has one.
    pub canonical: Option<String>,
    /// Whether search engines may list it.
    pub indexed: bool,
    /// Part of the header to mark as current.
    pub section: Option<Section>,
    /// Facts for search engines.
    pub json_ld: Option<serde_json::Value>,
    /// Public files with the modules that quicken it.
    pub scripts: &'static [&'static str],
    /// Whether it may be kept and given to the next who asks the same; not when asking is counted.
    pub kept: bool,
    /// What is counted when it is given to a visitor.
    pub told: Option<Told>,
    /// The content of `<main>` as HTML.
    pub body: String,
}

/// What a page tells a visitor of listings, to be counted; nothing of who it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// The page of the listing with this slug.
    Listing(String),
    /// The first hits of a search.
    Search {
        /// What was asked.
        query: Box<SearchQuery>,
        /// How its text was read.
        reading: Reading,
        /// Slugs of the hits in order.
        slugs: Vec<String>,
    },
}

impl Page {
    /// A page that search engines may list; `path` is its one true address.
    #[must_use]
    pub fn new(
        title: impl Into<String>,
        description: impl Into<String>,
        path: impl Into<String>,
        view: impl RenderHtml,
    ) -> Self {
        Self {
            title: title.into(),
            description: description.into(),
            canonical: Some(path.into()),
            indexed: true,
            section: None,
            json_ld: None,
            scripts: &[],
            kept: true,
            told: None,
            body: view.to_html(),
        }
    }

    /// The page as part of a section.
    #[must_use]
    pub fn in_section(self, section: Section) -> Self {
        Self { section: Some(section), ..self }
    }

    /// The page with modules that quicken it.
    #[must_use]
    pub fn quickened_by(self, scripts: &'static [&'static str]) -> Self {
        Self { scripts, ..self }
    }
}

/// The parts named in the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Search, listings, municipalities, trades.
    Companies,
    /// Places for people.
    Match,
    /// Why and how to trade, reports, stories.
    Trading,
    /// What an enterprise has of the catalogue.
    Enterprises,
    /// About the catalogue.
    About,
}

/// Why a page cannot be shown, as the visitor meets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// There is nothing at this address.
    NotFound,
    /// The address is there but takes no such request.
    NotAllowed,
    /// What was sent could not be read.
    Invalid,
    /// More was sent than is taken.
    TooLarge,
    /// It was sent from a page of another site.
    Foreign,
    /// It was sent too often.
    TooOften,
    /// Our mistake.
    Broken,
    /// The catalogue cannot be read now.
    Unavailable,
}

impl Failure {
    /// The HTTP status.
    #[must_use]
    pub fn status(self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::Foreign => 403,
            Self::NotAllowed => 405,
            Self::TooLarge => 413,
            Self::Invalid => 422,
            Self::TooOften => 429,
            Self::Broken => 500,
            Self::Unavailable => 503,
        }
    }

    /// The failure a visitor meets at this status.
    #[must_use]
    pub fn from_status(status: u16) -> Self {
        match status {
            403 => Self::Foreign,
            404 | 410 => Self::NotFound,
            405 => Self::NotAllowed,
            413 | 414 | 431 => Self::TooLarge,
            429 => Self::TooOften,
            502..=504 => Self::Unavailable,
            500.. => Self::Broken,
            _ => Self::Invalid,
        }
    }
}

impl From<Unavailable> for Failure {
    fn from(_: Unavailable) -> Self {
        Self::Unavailable
    }
}
