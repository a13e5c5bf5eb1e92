//! One article.

mod schemes;

use content::articles::{self, Article, Shown, Source};
use leptos::prelude::*;
use serde_json::{Value, json};

use super::articles::list;
use crate::model::{AsOf, Results, SearchQuery};
use crate::page::{Failure, Page, Request, Section};
use crate::parts::card::card;
use crate::parts::crumbs::crumbs;
use crate::parts::icon::icon;
use crate::{links, text};

/// Listings shown below it.
const RELATED: usize = 3;
/// Headings from which on a list of them helps.
const MANY_HEADINGS: usize = 3;

/// The article at the address, with what its search finds.
pub async fn load(request: Request<'_>) -> Result<Page, Failure> {
    let article = articles::article(request.path).ok_or(Failure::NotFound)?;
    let related = match article.head.related.as_deref().map(SearchQuery::parse) {
        Some(query) => Some((request.catalogue.search(&query).await?, query)),
        None => None,
    };
    let view = view(article, related.as_ref(), &request.as_of());
    let page = Page::new(&article.head.title, &article.head.description, article.path(), view);
    let json_ld = Some(facts(request.base_url, article));
    Ok(Page { json_ld, section: Some(section(article)), ..page })
}

/// The part of the header it belongs to.
fn section(article: &Article) -> Section {
    match article.section.as_str() {
        "samhandel" | "csr" | "cases" => Section::Trading,
        "for-virksomheder" => Section::Enterprises,
        "match" => Section::Match,
        _ => Section::About,
    }
}

/// The text, where to go on, what else there is, who sells it, what it builds on.
pub fn view(
    article: &'static Article,
    related: Option<&(Results, SearchQuery)>,
    as_of: &AsOf,
) -> impl IntoView + use<> {
    let head = &article.head;
    let minutes = match article.minutes {
        1 => "1 minuts læsning".to_owned(),
        minutes => format!("{minutes} minutters læsning"),
    };
    view! {
        <article class="page article">
            {crumbs(way(article))}
            <h1>{head.title.as_str()}</h1>
            <p class="lead">{head.description.as_str()}</p>
            <p class="quiet">{minutes} " · Gennemgået " {text::date(head.updated)}</p>
            <div class="article-columns">
                {contents(article)}
                <div class="article-text">
                    <div class="prose" inner_html=article.html.as_str()></div>
                    {head.shows.map(|Shown::Schemes| schemes::schemes(head.updated, as_of.today))}
                    <p class="next"><a class="button" href=head.next.href.as_str()>{head.next.label.as_str()} " " {icon("arrow-right")}</a></p>
                    {sources(&head.sources)}
                </div>
            </div>
            {article.is_first().then(|| list(&article.section))}
            {related.map(|(results, query)| found(results, query, as_of))}
        </article>
    }
}

fn way(article: &Article) -> Vec<(&'static str, String)> {
    if article.is_first() {
        return Vec::new();
    }
    let first = format!("/{}", article.section);
    match articles::article(&first) {
        Some(above) => vec![(above.head.title.as_str(), first)],
        None if first == links::MATCH => vec![("Find et match", first)],
        None => vec![("Om kataloget", links::ABOUT.to_owned())],
    }
}

fn contents(article: &'static Article) -> Option<impl IntoView> {
    let row = |(id, words): &'static (String, String)| {
        view! { <li><a href=format!("#{id}")>{words.as_str()}</a></li> }
    };
    let rows: Vec<_> = article.contents.iter().map(row).collect();
    (rows.len() >= MANY_HEADINGS).then(|| {
        view! { <nav class="contents" aria-label="På denne side"><p>"På denne side"</p><ol>{rows}</ol></nav> }
    })
}

fn found(results: &Results, query: &SearchQuery, as_of: &AsOf) -> Option<impl IntoView + use<>> {
    let hits = results.hits.iter().take(RELATED);
    let cards: Vec<_> = hits.map(|hit| card(&hit.listing, as_of).into_any()).collect();
    let all = format!("Se alle {}", text::companies(results.total));
    (!cards.is_empty()).then(|| {
        view! {
            <section class="band related">
                <h2>"Virksomheder at begynde med"</h2>
                <div class="cards">{cards}</div>
                <p><a class="onward" href=links::search(query)>{all} " " {icon("arrow-right")}</a></p>
            </section>
        }
    })
}

fn sources(sources: &'static [Source]) -> Option<impl IntoView> {
    let row = |source: &'static Source| {
        let title = match source.url.as_deref() {
            Some(url) => view! { <a href=url rel="external noopener">{source.title.as_str()}</a> }.into_any(),
            None => source.title.as_str().into_any(),
        };
        view! { <li>{title} {source.date.map(|date| format!(", {date}"))}</li> }
    };
    let rows: Vec<_> = sources.iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="sources">
                <h2>"Kilder"</h2>
                <ul>{rows}</ul>
                <p class="quiet">"Siderne er læst som gemte kopier den 21. november 2026. Står der ingen dato, har kilden ingen."</p>
            </section>
        }
    })
}

fn facts(base_url: &str, article: &Article) -> Value {
    let address = format!("{base_url}{}", article.path());
    let site = json!({ "@type": "Organization", "name": "Samhandel Nord", "url": format!("{base_url}/") });
    json!({
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": article.head.title,
        "description": article.head.description,
        "inLanguage": "da",
        "dateModified": article.head.updated,
        "mainEntityOfPage": address,
        "author": site,
        "publisher": site,
    })
}
