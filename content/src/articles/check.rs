//! What an article must keep to, each told by file and line.

use super::Article;
use crate::taxonomy::{
    Consideration, Cooperation, Municipality, Ref, Scheme, Service, Task, Term, Trade, is_slug,
};
use crate::{Fault, markdown};

/// The first mistake of an article that its file alone tells.
pub(super) fn article(path: &str, text: &str, body: &str, article: &Article) -> Result<(), Fault> {
    let head = &article.head;
    let fault = |needle: &str, message: &str| Err(Fault::at(path, text, needle, message));
    if !is_slug(&article.slug) {
        return Err(Fault::new(path, 0, "file name is no slug"));
    }
    if !(40..=155).contains(&head.description.chars().count()) {
        return fault("description =", "description has fewer than 40 or more than 155 characters");
    }
    if !head.next.href.starts_with('/') {
        return fault("href =", "the next step is not inside the site");
    }
    if let Some(query) = head.related.as_deref().filter(|query| !is_search(query)) {
        return fault("related =", &format!("no search: {query}"));
    }
    for url in head.sources.iter().filter_map(|source| source.url.as_deref()) {
        if !url.starts_with("https://") {
            return fault(url, "the address of a source begins with https://");
        }
    }
    sections(path, text, body, head.sourced)
}

/// Every heading has text below it, and an address where each section must name one.
fn sections(path: &str, text: &str, body: &str, sourced: bool) -> Result<(), Fault> {
    let mut parts = body.split("\n## ");
    let first = parts.next().unwrap_or_default();
    let first = first.strip_prefix("## ");
    for part in first.into_iter().chain(parts) {
        let (heading, below) = part.split_once('\n').unwrap_or((part, ""));
        let fault = |message| Err(Fault::at(path, text, &format!("## {heading}"), message));
        let below_each = below.split("\n### ").enumerate().map(|(index, below)| {
            if index == 0 { below } else { below.split_once('\n').map_or("", |(_, below)| below) }
        });
        if below_each.into_iter().any(|below| below.trim().is_empty()) {
            return fault("a heading without text");
        }
        if sourced && !markdown::targets(below).any(|target| target.starts_with("https://")) {
            return fault("the section names no source");
        }
    }
    Ok(())
}

/// Whether every part of a query is one that the search page understands.
pub(super) fn is_search(query: &str) -> bool {
    query.split('&').all(|part| {
        let Some((name, value)) = part.split_once('=') else { return false };
        match name {
            "q" | "naer" => !value.is_empty(),
            "km" => value.parse::<u16>().is_ok(),
            "kommune" | "leverer" => known::<Municipality>(value),
            "branche" => known::<Trade>(value),
            "ydelse" => known::<Service>(value),
            "samarbejde" => known::<Cooperation>(value),
            "ordning" => known::<Scheme>(value),
            "opgave" => known::<Task>(value),
            "hensyn" => known::<Consideration>(value),
            "rsv" => value == "1",
            _ => false,
        }
    })
}

pub(super) fn known<T: Term>(slug: &str) -> bool {
    Ref::<T>::parse(slug).is_ok()
}
