//! Stylesheet, scripts and pictures as embedded by `build.rs`.

/// A public file.
#[derive(Debug)]
pub struct Asset {
    /// Path below `public/`, or `site.css`.
    pub name: &'static str,
    /// Address, with a hash of the content in it.
    pub url: &'static str,
    /// Its `Content-Type`.
    pub content_type: &'static str,
    /// As it is.
    pub bytes: &'static [u8],
    /// Compressed.
    pub brotli: &'static [u8],
}

/// All public files.
pub static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The address of a public file.
///
/// # Panics
/// When there is no such file: names are literals, and a test renders every page.
#[must_use]
pub fn asset(name: &str) -> &'static str {
    ASSETS
        .iter()
        .find(|asset| asset.name == name)
        .map_or_else(|| panic!("no public file {name}"), |asset| asset.url)
}
