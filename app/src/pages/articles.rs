//! The articles of a section.

use content::articles::{Article, section};
use leptos::prelude::*;

use crate::links;

/// What else there is in the section, where there is more than its first page.
pub fn list(name: &str) -> Option<impl IntoView + use<>> {
    let row = |article: &'static Article| {
        entry(article.path(), article.head.title.as_str(), article.head.description.as_str())
    };
    let mut rows: Vec<_> = section(name).map(row).collect();
    match name {
        "samhandel" => {
            let words = "Sæt kryds ved det, I køber, og se, hvor mange der sælger det i nærheden.";
            rows.push(entry(links::PURCHASE_CHECK.to_owned(), "Indkøbstjek", words));
        }
        "metodekatalog" => {
            let words =
                "Vælg startdato og rytme, og få en plan med datoer, samtaleguider, print og kalender.";
            rows.push(entry(links::AFTERCARE.to_owned(), "Plan for efterværn", words));
            let words = "Alle kapitler som ét dokument til at læse igennem eller skrive ud.";
            rows.push(entry(links::WHOLE_METHODS.to_owned(), "Hele metodekataloget", words));
        }
        _ => {}
    }
    let heading = match name {
        "cases" => "Alle cases",
        "metodekatalog" => "Kapitler",
        _ => "Læs videre",
    };
    (!rows.is_empty()).then(|| {
        view! {
            <section class="band">
                <h2>{heading}</h2>
                <ul class="entries entries-wide">{rows}</ul>
            </section>
        }
    })
}

fn entry(href: String, title: &'static str, words: &'static str) -> impl IntoView {
    view! { <li class="entry"><h3><a href=href>{title}</a></h3><p>{words}</p></li> }
}
