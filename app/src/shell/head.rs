//! What browsers, search engines and previews read.

use std::borrow::Cow;

use leptos::html::meta;
use leptos::prelude::*;

use crate::assets::asset;
use crate::links;
use crate::page::Page;

/// The name of the site.
pub const SITE: &str = "Samhandel Nord";

/// What quickens every page: the visitor's list, and the way to one's own page.
const EVERYWHERE: &str = "enhance/visitor.js";

/// The `<head>`.
pub fn head<'a>(base_url: &str, page: &'a Page) -> impl IntoView + use<'a> {
    let title = format!("{} · {SITE}", page.title);
    let canonical = page.canonical.as_ref().map(|path| format!("{base_url}{path}"));
    let scripts: Vec<_> = [EVERYWHERE]
        .iter()
        .chain(page.scripts)
        .map(|name| view! { <script type="module" src=asset(name)></script> })
        .collect();
    view! {
        <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>{title.clone()}</title>
            <meta name="description" content=page.description.as_str() />
            {(!page.indexed).then(|| view! { <meta name="robots" content="noindex, follow" /> })}
            {canonical.clone().map(|address| view! { <link rel="canonical" href=address /> })}
            <meta name="color-scheme" content="light dark" />
            <meta name="theme-color" content="#0b4a57" />
            {preview("og:site_name", SITE)}
            {preview("og:locale", "da_DK")}
            {preview("og:type", "website")}
            {preview("og:title", title)}
            {preview("og:description", page.description.as_str())}
            {canonical.map(|address| preview("og:url", address))}
            <link rel="icon" type="image/svg+xml" href=asset("mark.svg") />
            <link rel="search" type="application/opensearchdescription+xml" title=SITE href=links::OPENSEARCH />
            <link rel="alternate" type="application/atom+xml" title=SITE href=links::FEED />
            <link rel="stylesheet" href=asset("site.css") />
            {scripts}
            {page.json_ld.as_ref().map(facts)}
        </head>
    }
}

/// A fact for previews elsewhere. Leptos does not know the attribute `property`.
fn preview<'a>(property: &'static str, content: impl Into<Cow<'a, str>>) -> impl IntoView + 'a {
    meta().attr("content", content.into()).attr("property", property)
}

/// Escaped so that no text of a listing can end the script element.
fn facts(facts: &serde_json::Value) -> impl IntoView + use<> {
    let json = facts.to_string().replace('<', "\\u003c");
    view! { <script type="application/ld+json" inner_html=json></script> }
}
