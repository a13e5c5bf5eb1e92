//! To whoever can mend an error that was reported.

use leptos::prelude::*;

use super::{Mail, button, document};
use crate::model::ReportReason;
use crate::text;

/// Says what is reported. The visitor's own words stand on the page only; `address` leads there.
#[must_use]
pub fn report(name: &str, reason: ReportReason, address: &str) -> Mail {
    let subject = format!("Nogen har meldt en fejl om {name}");
    let first = format!("Nogen har meldt en fejl på siden om {name}: {}.", text::report_reason(reason));
    let end = "Samhandel Nord. I får mailen, fordi I holder siden eller er redaktør.";
    let text = format!("{first}\n\nSe den her:\n{address}\n\n--\n{end}\n");
    let html = document(
        &subject,
        view! {
            <p>{first}</p>
            {button("Se den her", address)}
            <p style="font-size:14px;color:#4a5a60">{end}</p>
        },
    );
    Mail { subject, text, html }
}
