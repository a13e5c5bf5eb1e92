//! What people did not find.

use leptos::prelude::*;

use crate::model::{Lacking, SearchQuery};
use crate::{links, text};

/// The most wanted first.
pub fn lacking(lacking: &[Lacking]) -> impl IntoView + use<> {
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
