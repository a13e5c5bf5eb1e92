//! The editors' room.

mod all;
mod changes;
mod claims;
mod duplicates;
mod keepers;
mod lacking;
mod log;
mod mails;
mod merge;
mod reports;
mod reviews;

pub use all::all;
pub use duplicates::duplicates;
pub use keepers::keepers;
pub use lacking::lacking;
pub use log::log;
pub use mails::mails;
pub use merge::merge;

use leptos::prelude::*;

use crate::model::EditorsRoom;
use crate::page::Page;
use crate::parts::own_nav::editors_nav;

/// Who waits, what is wrong, and what was changed.
#[must_use]
pub fn page(room: &EditorsRoom) -> Page {
    let content = view! {
        <p class="shortcuts quiet">
            "Genveje i køen: " <kbd>"j"</kbd> " næste, " <kbd>"k"</kbd> " forrige, " <kbd>"a"</kbd> " godkend, "
            <kbd>"s"</kbd> " spørg, " <kbd>"r"</kbd> " afvis. De virker, når noget i køen er valgt."
        </p>
        {reviews::reviews(&room.reviews, room.refused.as_ref())}
        {claims::claims(&room.claims)}
        {reports::reports(&room.reports)}
        {changes::changes(&room.changes)}
    };
    framed("", "Redaktionen", content).quickened_by(&["enhance/queue.js"])
}

/// A page of the room by the last part of its address: its heading, the ways around and the content.
pub(super) fn framed(part: &str, title: &'static str, content: impl IntoView) -> Page {
    let view = view! {
        <article class="page own">
            {editors_nav(part)}
            <div class="own-main">
                <h1>{title}</h1>
                {content}
            </div>
        </article>
    };
    let page = Page::new(title, "Redaktionens rum.", "", view);
    Page { canonical: None, indexed: false, kept: false, ..page }
}
