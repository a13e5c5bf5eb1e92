//! Articles, one Markdown file each in `content/articles/{section}/{slug}.md`.
//!
//! `index.md` is the first page of its section: `articles/csr/index.md` lies at `/csr`,
//! `articles/om/netvaerk.md` at `/om/netvaerk`. A section without `index.md` belongs to a page of its own: `/om`,
//! `/match`.

mod check;

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::files::Folder;
use crate::{Fault, PartialDate, facts, markdown};

/// Words read in a minute.
const WORDS_A_MINUTE: usize = 200;

/// An article.
#[derive(Debug)]
pub struct Article {
    /// Its facts.
    pub head: Head,
    /// Name of its folder: the first part of its address.
    pub section: String,
    /// Last part of its address; `index` for the first page of its section.
    pub slug: String,
    /// Its text as HTML.
    pub html: String,
    /// Its text as HTML of a chapter, see [`markdown::chapter`].
    pub chapter: String,
    /// Its headings of the second level, each with its `id`.
    pub contents: Vec<(String, String)>,
    /// Minutes it takes to read, at least 1.
    pub minutes: usize,
}

/// What stands between the `+++` lines.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Heading and window title.
    pub title: String,
    /// For search engines, lists and previews; at most 155 characters.
    pub description: String,
    /// Day the text was last gone through.
    pub updated: NaiveDate,
    /// Place in the list of its section, the smallest first.
    #[serde(default)]
    pub order: u16,
    /// Whether each of its sections must name an address it builds on.
    #[serde(default)]
    pub sourced: bool,
    /// The search whose first listings are shown at the end, as in the address of the search page.
    pub related: Option<String>,
    /// Where to go on: a search or a form.
    pub next: Next,
    /// What is shown below the text, made of a vocabulary so that it cannot go stale.
    pub shows: Option<Shown>,
    /// What it builds on.
    #[serde(default)]
    pub sources: Vec<Source>,
}

/// What an article can show of a vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Shown {
    /// Every scheme in one line.
    #[serde(rename = "ordninger")]
    Schemes,
}

/// Where to go on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Next {
    /// What one does there.
    pub label: String,
    /// Address inside the site.
    pub href: String,
}

/// What an article builds on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Who wrote what.
    pub title: String,
    /// Its address, where it was kept.
    pub url: Option<String>,
    /// When it was written, where that is known.
    pub date: Option<PartialDate>,
}

impl Article {
    /// Its address inside the site.
    #[must_use]
    pub fn path(&self) -> String {
        if self.is_first() {
            format!("/{}", self.section)
        } else {
            format!("/{}/{}", self.section, self.slug)
        }
    }

    /// Whether it is the first page of its section.
    #[must_use]
    pub fn is_first(&self) -> bool {
        self.slug == "index"
    }
}

/// All articles, by section, then by place in it.
#[must_use]
pub fn articles() -> &'static [Article] {
    static ARTICLES: LazyLock<Vec<Article>> =
        LazyLock::new(|| load().unwrap_or_else(|fault| panic!("{fault}")));
    &ARTICLES
}

/// The article at this address inside the site.
#[must_use]
pub fn article(path: &str) -> Option<&'static Article> {
    articles().iter().find(|article| article.path() == path)
}

/// The articles of a section in order, without its first page.
pub fn section(name: &str) -> impl Iterator<Item = &'static Article> {
    articles().iter().filter(move |article| article.section == name && !article.is_first())
}

fn load() -> Result<Vec<Article>, Fault> {
    let files =
        Folder::Articles.folders().into_iter().flat_map(|name| Folder::Articles.files_in(&name, "md"));
    let mut articles: Vec<Article> =
        files.map(|file| file.and_then(|(path, text)| parse(&path, text))).collect::<Result<_, _>>()?;
    articles.sort_by(|a, b| (&a.section, a.head.order, &a.slug).cmp(&(&b.section, b.head.order, &b.slug)));
    Ok(articles)
}

fn parse(path: &str, text: &str) -> Result<Article, Fault> {
    let (head, body): (Head, &str) = facts::split(path, text)?;
    let place = path.strip_prefix("articles/").and_then(|rest| rest.strip_suffix(".md"));
    let place = place.and_then(|rest| rest.split_once('/'));
    let (section, slug) = place.ok_or_else(|| Fault::new(path, 0, "lies in no section"))?;
    let article = Article {
        section: section.to_owned(),
        slug: slug.to_owned(),
        html: markdown::article(body),
        chapter: markdown::chapter(body, slug),
        contents: markdown::contents(body),
        minutes: markdown::plain(body).split_whitespace().count().div_ceil(WORDS_A_MINUTE).max(1),
        head,
    };
    check::article(path, text, body, &article)?;
    Ok(article)
}

#[cfg(test)]
mod tests;
