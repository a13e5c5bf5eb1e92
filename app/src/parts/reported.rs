//! An error that was reported, as a line of a list.

use leptos::prelude::*;

use crate::model::OpenReport;
use crate::{links, text};

/// An error that was reported, with what can be done about it.
pub fn reported(report: &OpenReport, deed: impl IntoView) -> impl IntoView {
    let words = (!report.text.is_empty()).then(|| view! { <br /> <q>{report.text.clone()}</q> });
    view! {
        <li>
            <p>
                <a href=links::listing_at(&report.slug)>{report.listing.clone()}</a> ": "
                {text::report_reason(report.reason)} <span class="quiet">" · " {text::date(report.day)}</span>
                {words}
            </p>
            {deed}
        </li>
    }
}
