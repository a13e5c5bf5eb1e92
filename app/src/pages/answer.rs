//! Messages that were sent: an enterprise answers by link, and whoever sent it sees how it stands.

pub mod ask;
pub mod follow;
pub mod over;

use leptos::prelude::*;

use crate::model::MessageWords;
use crate::page::Page;
use crate::text;

fn own(title: impl Into<String>, view: impl RenderHtml) -> Page {
    let page = Page::new(title, "En besked gennem Samhandel Nord.", "", view);
    Page { canonical: None, indexed: false, kept: false, ..page }
}

/// The words of the sender, set off from ours.
fn quoted(words: &MessageWords) -> impl IntoView + use<> {
    let facts: Vec<_> = text::message_facts(words)
        .into_iter()
        .map(|(name, typed)| view! { <p><strong>{name} ": "</strong> {typed}</p> })
        .collect();
    view! {
        <blockquote class="asked">
            <p class="question">{words.what.trim().to_owned()}</p>
            {facts}
        </blockquote>
    }
}
