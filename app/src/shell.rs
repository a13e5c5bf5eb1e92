//! The frame around every page.

mod footer;
mod head;
mod header;

use std::sync::LazyLock;

use leptos::prelude::RenderHtml;

use crate::page::Page;
use crate::parts::keep::keeping;
use crate::render;

/// The whole document of a page.
#[must_use]
pub fn document(base_url: &str, page: &Page) -> String {
    static FOOTER: LazyLock<String> = LazyLock::new(|| (keeping(), footer::footer()).to_html());
    let head = head::head(base_url, page).to_html();
    let header = header::header(page.section).to_html();
    render::without_markers(
        [
            "<!DOCTYPE html><html lang=\"da\">",
            &head,
            "<body><a class=\"skip\" href=\"#indhold\">Gå til indhold</a>",
            &header,
            "<main id=\"indhold\" tabindex=\"-1\">",
            &page.body,
            "</main>",
            &FOOTER,
            "</body></html>\n",
        ]
        .concat(),
    )
}
