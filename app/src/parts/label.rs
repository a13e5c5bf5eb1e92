//! What an enterprise may be called.

use content::listing::Label;
use leptos::prelude::*;

use super::icon::icon;
use crate::text;

/// The badge with the basis it rests on.
pub fn badge(label: &Label) -> impl IntoView {
    let words = text::label(label);
    view! {
        <div class="badge">
            <p class="badge-name">{icon(if words.verified { "badge-check" } else { "handshake" })} <span>{words.name}</span></p>
            <p class="badge-basis">{words.register.map(|register| format!("{register}. "))} {words.basis} "."</p>
        </div>
    }
}
