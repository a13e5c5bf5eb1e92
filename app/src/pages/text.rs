//! Fixed pages of text, one Markdown file each.

use content::pages::{self, Page as TextPage};
use leptos::prelude::*;

use crate::page::{Failure, Page, Section};
use crate::parts::crumbs::crumbs;
use crate::{links, text};

/// The page of that name, which lies at `path`.
pub fn load(slug: &str, path: &str) -> Result<Page, Failure> {
    let page = pages::page(slug).ok_or(Failure::NotFound)?;
    let view = view(page, path != links::ABOUT);
    Ok(Page::new(&page.head.title, &page.head.description, path, view).in_section(Section::About))
}

/// The text as an article; `below` is whether it lies below the page about the catalogue.
pub fn view(page: &'static TextPage, below: bool) -> impl IntoView {
    let way = if below { vec![("Om kataloget", links::ABOUT.to_owned())] } else { Vec::new() };
    view! {
        <article class="page text-page">
            {crumbs(way)}
            <h1>{page.head.title.as_str()}</h1>
            <div class="prose" inner_html=page.html.as_str()></div>
            <p class="quiet">"Gennemgået " {text::date(page.head.updated)} "."</p>
        </article>
    }
}
