//! The editors' room.

mod changes;
mod claims;
mod lacking;
mod mails;
mod reports;
mod reviews;

use leptos::prelude::*;

use crate::model::EditorsRoom;
use crate::page::Page;
use crate::parts::own_nav::editors_nav;

/// Who waits, what is wrong, what was changed, what is lacking, and the mails.
#[must_use]
pub fn page(room: &EditorsRoom) -> Page {
    let page = Page::new("Redaktionen", "Redaktionens rum.", "", view(room));
    Page { canonical: None, indexed: false, kept: false, ..page.quickened_by(&["enhance/queue.js"]) }
}

fn view(room: &EditorsRoom) -> impl IntoView + use<> {
    view! {
        <article class="page own">
            {editors_nav("")}
            <div class="own-main">
                <h1>"Redaktionen"</h1>
                <p class="shortcuts quiet">
                    "Genveje i køen: " <kbd>"j"</kbd> " næste, " <kbd>"k"</kbd> " forrige, " <kbd>"a"</kbd> " godkend, "
                    <kbd>"s"</kbd> " spørg, " <kbd>"r"</kbd> " afvis. De virker, når noget i køen er valgt."
                </p>
                {reviews::reviews(&room.reviews, room.refused.as_ref())}
                {claims::claims(&room.claims)}
                {reports::reports(&room.reports)}
                {changes::changes(&room.changes)}
                {lacking::lacking(&room.lacking)}
                {mails::mails(&room.mails)}
            </div>
        </article>
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::model::{Lacking, MailLine, MailState};

    #[test]
    fn gaps_lead_to_their_search_and_mails_tell_how_they_stand() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let gap = Lacking {
            words: "glas".to_owned(),
            place: "Rebild Kommune".to_owned(),
            hits: 0,
            count: 3,
            last: day,
        };
        let mail =
            MailLine { day, purpose: "log ind", to: "<a@b.dk>".to_owned(), state: MailState::Retrying(2) };
        let html = page(&EditorsRoom {
            refused: None,
            reviews: Vec::new(),
            claims: Vec::new(),
            reports: Vec::new(),
            changes: Vec::new(),
            lacking: vec![gap],
            mails: vec![mail],
        })
        .body;
        assert!(html.contains("/virksomheder?q=glas+Rebild+Kommune"), "{html}");
        assert!(html.contains("afvist 2 gange") && html.contains("&lt;a@b.dk&gt;"));
    }
}
