//! Mails and how they stand.

use leptos::prelude::*;

use super::framed;
use crate::model::{MailLine, MailState};
use crate::page::Page;
use crate::text;

/// The newest first.
#[must_use]
pub fn mails(mails: &[MailLine]) -> Page {
    let rows: Vec<_> = mails.iter().map(mail).collect();
    let table = if rows.is_empty() {
        view! { <p>"Der er ikke sendt nogen mails den seneste måned."</p> }.into_any()
    } else {
        view! {
            <div class="table" role="region" aria-label="Mails" tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"Til"</th>
                            <th scope="col">"Om"</th>
                            <th scope="col">"Status"</th>
                            <th scope="col">"Dag"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    framed("mails", "Mails", table)
}

fn mail(mail: &MailLine) -> impl IntoView + use<> {
    let state = match mail.state {
        MailState::Waiting => "venter".to_owned(),
        MailState::Retrying(times) => {
            let times = text::count(usize::try_from(times).unwrap_or(0), "gang", "gange");
            format!("afvist {times}, prøves igen")
        }
        MailState::GivenUp => "opgivet".to_owned(),
        MailState::Sent => "sendt".to_owned(),
    };
    view! {
        <tr>
            <th scope="row">{mail.to.clone()}</th>
            <td>{mail.purpose}</td>
            <td>{state}</td>
            <td>{text::date(mail.day)}</td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn mails_tell_how_they_stand() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let to = "<a@b.dk>".to_owned();
        let html = mails(&[MailLine { day, purpose: "log ind", to, state: MailState::Retrying(2) }]).body;
        assert!(html.contains("afvist 2 gange") && html.contains("&lt;a@b.dk&gt;"));
        assert!(mails(&[]).body.contains("ikke sendt nogen mails"));
    }
}
