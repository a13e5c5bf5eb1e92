//! Mails and how they stand.

use leptos::prelude::*;

use crate::model::{MailLine, MailState};
use crate::text;

/// The newest first.
pub fn mails(mails: &[MailLine]) -> impl IntoView + use<> {
    let rows: Vec<_> = mails
        .iter()
        .map(|mail| {
            let state = match mail.state {
                MailState::Waiting => "venter".to_owned(),
                MailState::Retrying(times) => format!(
                    "afvist {}, prøves igen",
                    text::count(usize::try_from(times).unwrap_or(0), "gang", "gange")
                ),
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
        })
        .collect();
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
    view! {
        <section>
            <h2>"Mails"</h2>
            {table}
        </section>
    }
}
