//! A way to paper.

use leptos::prelude::*;

/// Shown by the script only: without it, printing is the browser's own.
pub fn print_button() -> impl IntoView {
    view! { <p><button class="button quiet-button" type="button" data-print hidden>"Print"</button></p> }
}
