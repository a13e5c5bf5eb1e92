//! Errors that visitors reported.

use leptos::prelude::*;

use crate::links;
use crate::model::OpenReport;
use crate::parts::reported::reported;

/// Each with its end.
pub fn reports(reports: &[OpenReport]) -> impl IntoView + use<> {
    let items: Vec<_> = reports
        .iter()
        .map(|report| {
            let mended = view! {
                <form method="post" action=links::CLOSE_REPORT>
                    <input type="hidden" name="id" value=report.id />
                    <button class="button" aria-label=format!("Fejlen om {} er ordnet", report.listing)>"Ordnet"</button>
                </form>
            };
            reported(report, mended).into_any()
        })
        .collect();
    let none = items.is_empty().then(|| view! { <p>"Ingen fejl er meldt."</p> });
    view! {
        <section>
            <h2>"Meldte fejl"</h2>
            {none}
            <ul class="sessions">{items}</ul>
        </section>
    }
}
