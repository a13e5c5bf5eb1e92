//! Where a page lies.

use leptos::prelude::*;

use crate::links;

/// The way down from the front page to this page, which is not named: its heading follows.
pub fn crumbs(steps: Vec<(&str, String)>) -> impl IntoView + use<> {
    let steps: Vec<_> =
        steps.into_iter().map(|(name, href)| view! { <li><a href=href>{name.to_owned()}</a></li> }).collect();
    view! {
        <nav class="crumbs" aria-label="Du er her">
            <ol><li><a href=links::FRONT>"Forside"</a></li> {steps}</ol>
        </nav>
    }
}
