//! The content folder as embedded at build time.

use include_dir::{Dir, include_dir};

use crate::Fault;

static ARTICLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/articles");
static LISTINGS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/listings");
static MAP: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/map");
static PAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/pages");
static PLACES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/places");
static TAXONOMY: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/taxonomy");

/// The sub-folders of `content/` that are embedded.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Folder {
    Articles,
    Listings,
    Map,
    Pages,
    Places,
    Taxonomy,
}

impl Folder {
    fn dir(self) -> &'static Dir<'static> {
        match self {
            Self::Articles => &ARTICLES,
            Self::Listings => &LISTINGS,
            Self::Map => &MAP,
            Self::Pages => &PAGES,
            Self::Places => &PLACES,
            Self::Taxonomy => &TAXONOMY,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Listings => "listings",
            Self::Map => "map",
            Self::Pages => "pages",
            Self::Places => "places",
            Self::Taxonomy => "taxonomy",
        }
    }

    /// One file as path inside `content/` and text.
    pub(crate) fn file(self, name: &str) -> Result<(String, &'static str), Fault> {
        let path = format!("{}/{name}", self.name());
        match self.dir().get_file(name).map(include_dir::File::contents_utf8) {
            Some(Some(text)) => Ok((path, text)),
            Some(None) => Err(Fault::new(path, 0, "is not UTF-8 text")),
            None => Err(Fault::new(path, 0, "is missing")),
        }
    }

    /// All files with the extension, sorted by name.
    pub(crate) fn files(self, extension: &str) -> Vec<Result<(String, &'static str), Fault>> {
        self.listed(self.dir(), extension)
    }

    /// The same of one folder inside.
    pub(crate) fn files_in(
        self,
        folder: &str,
        extension: &str,
    ) -> Vec<Result<(String, &'static str), Fault>> {
        self.dir().get_dir(folder).map(|dir| self.listed(dir, extension)).unwrap_or_default()
    }

    fn listed(self, dir: &Dir<'_>, extension: &str) -> Vec<Result<(String, &'static str), Fault>> {
        let mut names: Vec<String> = dir
            .files()
            .filter(|file| file.path().extension().is_some_and(|e| e == extension))
            .map(|file| file.path().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names.iter().map(|name| self.file(name)).collect()
    }

    /// Names of the folders inside, sorted.
    pub(crate) fn folders(self) -> Vec<String> {
        let mut names: Vec<String> =
            self.dir().dirs().map(|dir| dir.path().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}
