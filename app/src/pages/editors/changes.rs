//! What members changed.

use leptos::prelude::*;

use crate::model::ChangeLine;
use crate::parts::difference::difference;
use crate::{links, text};

/// Each with the way back.
pub fn changes(changes: &[ChangeLine]) -> impl IntoView + use<> {
    let items: Vec<_> = changes.iter().map(change).collect();
    let none = items.is_empty().then(|| view! { <p>"Ingen har rettet noget endnu."</p> });
    view! {
        <section>
            <h2>"Nye ændringer"</h2>
            {none}
            <ul class="sessions">{items}</ul>
        </section>
    }
}

fn change(change: &ChangeLine) -> impl IntoView + use<> {
    let deed = if change.taken_back {
        view! { <p class="quiet">"Taget tilbage"</p> }.into_any()
    } else {
        view! {
            <form method="post" action=links::TAKE_BACK>
                <input type="hidden" name="id" value=change.id />
                <button class="button quiet-button" aria-label=format!("Tag ændringen af {} tilbage", change.listing)>"Tag tilbage"</button>
            </form>
        }
        .into_any()
    };
    view! {
        <li>
            <div class="change">
                <p>
                    <a href=links::listing_at(&change.slug)>{change.listing.clone()}</a>
                    <span class="quiet">" · " {change.author.clone()} " · " {text::date(change.day)}</span>
                </p>
                {difference(&change.fields, "Før", "Efter")}
            </div>
            {deed}
        </li>
    }
}
