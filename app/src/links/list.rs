//! Addresses of lists, and what a buyer takes along.

use content::taxonomy::is_slug;

use super::{FRONT, SEARCH};

/// What the visitor wants to remember; takes changes of it too.
pub const LIST: &str = "/liste";
/// Some of it side by side.
pub const COMPARE: &str = "/liste/sammenlign";
/// A list as a table for spreadsheets.
pub const LIST_CSV: &str = "/liste.csv";
/// A list as a workbook.
pub const LIST_XLSX: &str = "/liste.xlsx";

/// Where on every page the words stand that something was put on the list.
pub const LISTED: &str = "lagt";

/// The page with those words shown.
#[must_use]
pub fn listed(page: &str) -> String {
    format!("{page}#{LISTED}")
}

/// An address of lists with these listings in it, so that it works for anyone.
#[must_use]
pub fn with_listings(address: &str, slugs: &[&str]) -> String {
    let named: Vec<String> = slugs.iter().map(|slug| format!("v={slug}")).collect();
    if named.is_empty() { address.to_owned() } else { format!("{address}?{}", named.join("&")) }
}

/// What a buyer needs on paper about a listing.
#[must_use]
pub fn documentation(slug: &str) -> String {
    format!("{SEARCH}/{slug}/dokumentation")
}

/// A page of ours that one may be led back to, with its query and without what follows `#`; nothing that a
/// browser would take for another site's address.
#[must_use]
pub fn back(address: &str) -> Option<&str> {
    let address = address.split('#').next()?;
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let ours = path == FRONT || path.strip_prefix('/')?.split('/').all(is_slug);
    (ours && query.bytes().all(|byte| byte.is_ascii_graphic())).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_led_back_to_our_pages_only() {
        for path in ["/", "/virksomheder?q=mad&naer=9530", "/virksomheder/cafe-kox", "/liste", "/?x"] {
            assert_eq!(back(path), Some(path));
        }
        assert_eq!(back("/om#lagt"), Some("/om"));
        for path in
            ["", "//x.dk", "/\\x.dk", "https://x.dk", "/a//b", "/a?b c", "/a?\r\nx", "x", "/liste.csv"]
        {
            assert_eq!(back(path), None, "{path}");
        }
    }

    #[test]
    fn a_list_stands_in_its_address() {
        assert_eq!(with_listings(LIST, &["a", "b"]), "/liste?v=a&v=b");
        assert_eq!(with_listings(LIST_CSV, &[]), "/liste.csv");
    }
}
