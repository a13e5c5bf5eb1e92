//! Fixed pages, one Markdown file each in `content/pages/`.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::files::Folder;
use crate::{Fault, facts, markdown};

/// A page of text.
#[derive(Debug)]
pub struct Page {
    /// Its facts.
    pub head: Head,
    /// Its text as HTML.
    pub html: String,
}

/// What stands between the `+++` lines.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// File name without `.md`.
    pub slug: String,
    /// Heading and window title.
    pub title: String,
    /// For search engines and previews; at most 155 characters.
    pub description: String,
    /// Day the text was last gone through.
    pub updated: NaiveDate,
}

/// All pages, sorted by slug.
#[must_use]
pub fn pages() -> &'static [Page] {
    static PAGES: LazyLock<Vec<Page>> = LazyLock::new(|| load().unwrap_or_else(|fault| panic!("{fault}")));
    &PAGES
}

/// The page with this slug.
#[must_use]
pub fn page(slug: &str) -> Option<&'static Page> {
    pages().iter().find(|page| page.head.slug == slug)
}

fn load() -> Result<Vec<Page>, Fault> {
    Folder::Pages
        .files("md")
        .into_iter()
        .map(|file| file.and_then(|(path, text)| parse(&path, text)))
        .collect()
}

fn parse(path: &str, text: &str) -> Result<Page, Fault> {
    let (head, body): (Head, &str) = facts::split(path, text)?;
    if path != format!("pages/{}.md", head.slug) {
        return Err(Fault::at(path, text, "slug", "slug and file name differ"));
    }
    if head.description.chars().count() > 155 {
        return Err(Fault::at(path, text, "description", "description is longer than 155 characters"));
    }
    Ok(Page { html: markdown::article(body), head })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_right_and_the_fixed_ones_exist() {
        if let Err(fault) = load() {
            panic!("{fault}");
        }
        for slug in ["om", "privatliv", "cookies", "kontakt", "databeskyttelse", "tilgaengelighed"] {
            assert!(page(slug).is_some(), "content/pages/{slug}.md is missing");
        }
    }

    #[test]
    fn mistakes_name_file_and_line() {
        let message = |text: &str| parse("pages/a.md", text).unwrap_err().to_string();
        assert_eq!(message("# A"), "content/pages/a.md:1: does not begin with facts between +++ lines");
        assert_eq!(
            message("+++\nslug = \"a\"\ntitle = \"A\"\nupdated = \"2026-11-21\"\n+++\ntext"),
            "content/pages/a.md:2: missing field `description`"
        );
    }
}
