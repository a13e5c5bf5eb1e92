//! The editors' room.

use leptos::prelude::*;

use crate::model::{
    ChangeLine, EditorsRoom, Lacking, MailLine, MailState, OpenReport, SearchQuery, WaitingClaim,
};
use crate::page::Page;
use crate::parts::reported::reported;
use crate::{links, text};

/// What the catalogue lacks, and the mails.
#[must_use]
pub fn page(room: &EditorsRoom) -> Page {
    let page = Page::new("Redaktionen", "Redaktionens rum.", "", view(room));
    Page { canonical: None, indexed: false, kept: false, ..page }
}

fn view(room: &EditorsRoom) -> impl IntoView + use<> {
    view! {
        <article class="page form-page">
            <h1>"Redaktionen"</h1>
            {claims(&room.claims)}
            {reports(&room.reports)}
            {changes(&room.changes)}
            {lacking(&room.lacking)}
            {mails(&room.mails)}
        </article>
    }
}

fn claims(claims: &[WaitingClaim]) -> impl IntoView + use<> {
    let items: Vec<_> = claims.iter().map(claim).collect();
    let none = items.is_empty().then(|| view! { <p>"Ingen venter på svar."</p> });
    view! {
        <section>
            <h2>"Vil holde en side"</h2>
            {none}
            <ul class="sessions">{items}</ul>
        </section>
    }
}

fn claim(claim: &WaitingClaim) -> impl IntoView + use<> {
    let answer = |answer: &'static str, words: &'static str, quiet: bool| {
        let class = if quiet { "button quiet-button" } else { "button" };
        view! { <button class=class name="svar" value=answer>{words}</button> }
    };
    view! {
        <li>
            <p>
                <strong>{claim.name.clone()}</strong> ", " {claim.role.clone()} ", " {claim.email.clone()} <br />
                "vil holde " <a href=links::listing_at(&claim.slug)>{claim.listing.clone()}</a>
                <span class="quiet">" · " {text::date(claim.day)}</span>
            </p>
            <form class="answers" method="post" action=links::DECIDE_CLAIM>
                <input type="hidden" name="id" value=claim.id />
                {answer("ja", "Giv adgang", false)} {answer("nej", "Afvis", true)}
            </form>
        </li>
    }
}

fn reports(reports: &[OpenReport]) -> impl IntoView + use<> {
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

fn changes(changes: &[ChangeLine]) -> impl IntoView + use<> {
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
    let fields: Vec<_> = change
        .fields
        .iter()
        .map(|(name, before, after)| view! { <dt>{*name}</dt> <dd><del>{before.clone()}</del></dd> <dd><ins>{after.clone()}</ins></dd> })
        .collect();
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
                <dl>{fields}</dl>
            </div>
            {deed}
        </li>
    }
}

fn lacking(lacking: &[Lacking]) -> impl IntoView + use<> {
    let rows: Vec<_> = lacking
        .iter()
        .map(|gap| {
            let query = SearchQuery { text: format!("{} {}", gap.words, gap.place).trim().to_owned(), ..SearchQuery::default() };
            view! {
                <tr>
                    <th scope="row"><a href=links::search(&query)>{gap.words.clone()}</a></th>
                    <td>{if gap.place.is_empty() { "hele regionen".to_owned() } else { gap.place.clone() }}</td>
                    <td class="number">{gap.count}</td>
                    <td class="number">{gap.hits}</td>
                    <td>{text::date(gap.last)}</td>
                </tr>
            }
        })
        .collect();
    let table = if rows.is_empty() {
        view! { <p>"Ingen har søgt forgæves endnu."</p> }.into_any()
    } else {
        view! {
            <p><a href=links::GAPS_CSV download="">"Hent alle som regneark (CSV)"</a></p>
            <div class="table" role="region" aria-label="Søgt uden held" tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"Ord"</th>
                            <th scope="col">"Sted"</th>
                            <th scope="col" class="number">"Søgninger"</th>
                            <th scope="col" class="number">"Hits"</th>
                            <th scope="col">"Sidst"</th>
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
            <h2>"Det, folk ikke fandt"</h2>
            <p>"Søgninger med højst to hits i det seneste år. Her kan I se, hvad kataloget mangler."</p>
            {table}
        </section>
    }
}

fn mails(mails: &[MailLine]) -> impl IntoView + use<> {
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

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

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
