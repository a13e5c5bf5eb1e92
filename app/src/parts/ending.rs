//! The last page of a way: what has happened, and where to go from there.

use leptos::prelude::*;

/// A heading, a sentence, and one way on.
pub fn ending(
    title: &'static str,
    words: &'static str,
    on: &'static str,
    on_words: &'static str,
) -> impl IntoView {
    view! {
        <article class="page form-page">
            <h1>{title}</h1>
            <p class="lead">{words}</p>
            <p><a class="button" href=on>{on_words}</a></p>
        </article>
    }
}
