//! The whole method catalogue as one document, to be read through or printed.

use content::articles::{self, Article};
use leptos::prelude::*;

use crate::page::{Failure, Page, Request, Section};
use crate::parts::crumbs::crumbs;
use crate::{links, text};

const SECTION: &str = "metodekatalog";
const DESCRIPTION: &str = "Alle kapitler af metodekataloget samlet, fra det første møde til efterværn, til at \
                           læse igennem eller skrive ud.";

/// All chapters, with the first page of the section before them.
pub fn load(request: Request<'_>) -> Result<Page, Failure> {
    let first = articles::article(links::METHODS).ok_or(Failure::NotFound)?;
    let chapters: Vec<&'static Article> = articles::section(SECTION).collect();
    let page = Page::new("Hele metodekataloget", DESCRIPTION, request.path, view(first, &chapters));
    Ok(page.in_section(Section::About))
}

/// Where each chapter begins, then the chapters, each on a sheet of its own when printed.
pub fn view(first: &'static Article, chapters: &[&'static Article]) -> impl IntoView + use<> {
    let newest = chapters.iter().map(|chapter| chapter.head.updated).fold(first.head.updated, Ord::max);
    let rows: Vec<_> = chapters
        .iter()
        .map(|chapter| {
            view! { <li><a href=format!("#{}", chapter.slug)>{chapter.head.title.as_str()}</a></li> }
        })
        .collect();
    let texts: Vec<_> = chapters.iter().map(|chapter| self::chapter(chapter)).collect();
    view! {
        <article class="page article whole">
            {crumbs(vec![(first.head.title.as_str(), links::METHODS.to_owned())])}
            <h1>"Hele metodekataloget"</h1>
            <p class="lead">{DESCRIPTION}</p>
            <p class="quiet">"Gennemgået " {text::date(newest)}</p>
            <nav class="contents" aria-label="Kapitler"><p>"Kapitler"</p><ol>{rows}</ol></nav>
            {texts}
        </article>
    }
}

fn chapter(article: &'static Article) -> impl IntoView + use<> {
    let sources: Vec<_> = article
        .head
        .sources
        .iter()
        .map(|source| {
            let date = source.date.map(|date| format!(", {date}"));
            view! { <li>{source.title.as_str()} {date}</li> }
        })
        .collect();
    let sources = (!sources.is_empty())
        .then(|| view! { <p class="quiet">"Kilder til kapitlet:"</p><ul class="quiet">{sources}</ul> });
    view! {
        <section class="chapter">
            <h2 id=article.slug.as_str()>{article.head.title.as_str()}</h2>
            <p class="lead">{article.head.description.as_str()}</p>
            <div class="prose" inner_html=article.chapter.as_str()></div>
            {sources}
        </section>
    }
}
