//! What editors did.

use leptos::prelude::*;

use super::framed;
use crate::model::{DeedLine, Leaf, Said};
use crate::page::Page;
use crate::parts::leaves::leaves;
use crate::{links, text};

/// The newest first.
#[must_use]
pub fn log(deeds: &[DeedLine], leaf: Leaf) -> Page {
    let items: Vec<_> = deeds.iter().map(deed).collect();
    let none = items.is_empty().then(|| view! { <p>"Ingen redaktør har gjort noget endnu."</p> });
    let content = view! {
        <p>"Alt, hvad redaktører gør, står her. Intet kan slettes."</p>
        {none}
        <ul class="sessions">{items}</ul>
        {leaves(links::LOG, leaf)}
    };
    framed("log", "Log", content)
}

fn deed(deed: &DeedLine) -> impl IntoView + use<> {
    let said: Vec<_> = deed
        .said
        .iter()
        .cloned()
        .map(|said| match said {
            Said::Words(words) => words.into_any(),
            Said::Listing(slug, name) => view! { <a href=links::listing_at(&slug)>{name}</a> }.into_any(),
        })
        .collect();
    let when = format!(" · {} kl. {}", text::date(deed.day), deed.time.format("%H.%M"));
    view! {
        <li>
            <p><strong>{deed.editor.clone()}</strong> " " {said} <span class="quiet">{when}</span></p>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, NaiveTime};

    use super::*;

    #[test]
    fn a_deed_is_a_sentence_and_lists_have_pages() {
        let deed = DeedLine {
            editor: "<red>@example.dk".to_owned(),
            said: vec![
                Said::Words("gav adgang til ".to_owned()),
                Said::Listing("a".to_owned(), "A & B".to_owned()),
            ],
            day: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
            time: NaiveTime::from_hms_opt(7, 5, 0).unwrap(),
        };
        let html = crate::render::without_markers(log(&[deed], Leaf { page: 1, pages: 3 }).body);
        assert!(
            html.contains(
                "&lt;red&gt;@example.dk</strong> gav adgang til <a href=\"/virksomheder/a\">A &amp; B</a>"
            ),
            "{html}"
        );
        assert!(html.contains("22. november 2026 kl. 07.05"));
        assert!(html.contains("href=\"/redaktion/log\"") && html.contains("/redaktion/log?side=3"));
        assert!(log(&[], Leaf::new(7, 0, 50)).body.contains("Ingen redaktør har gjort noget endnu."));
    }
}
