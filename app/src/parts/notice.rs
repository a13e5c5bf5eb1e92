//! Something to know before reading on.

use leptos::prelude::*;

use super::icon::icon;

/// A framed note; `drawing` is the name of its icon.
pub fn notice(drawing: &str, content: impl IntoView) -> impl IntoView {
    view! { <div class="notice">{icon(drawing)} <div>{content}</div></div> }
}
