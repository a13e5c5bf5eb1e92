//! Every listing, whatever its state, for editors to go to.

use leptos::prelude::*;

use super::framed;
use crate::model::{Leaf, ListingLine};
use crate::page::Page;
use crate::parts::leaves::leaves;
use crate::{links, text};

/// By name; those with the typed words in their name, or all.
#[must_use]
pub fn all(typed: &str, listings: &[ListingLine], leaf: Leaf) -> Page {
    let rows: Vec<_> = listings.iter().map(row).collect();
    let table = if rows.is_empty() {
        view! { <p>"Ingen side hedder noget i den retning."</p> }.into_any()
    } else {
        view! {
            <div class="table" role="region" aria-label="Alle sider" tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"Navn"</th>
                            <th scope="col">"Status"</th>
                            <th scope="col">"Kommune"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    let list = links::found_listings(typed);
    let content = view! {
        <p>"Vælg en side for at rette den. Kladder er her også."</p>
        <form method="get" action=links::ALL_LISTINGS class="form-field">
            <label for="q">"Navn"</label>
            <input id="q" name="q" type="search" value=typed.to_owned() autocomplete="off" />
            <button class="button quiet-button">"Find"</button>
        </form>
        {table}
        {leaves(&list, leaf)}
    };
    framed("sider", "Alle sider", content)
}

fn row(line: &ListingLine) -> impl IntoView + use<> {
    // What is closed is edited by nobody; its page is still there.
    let href = if line.closed { links::listing_at(&line.slug) } else { links::own(&line.slug, "") };
    view! {
        <tr>
            <th scope="row"><a href=href>{line.name.clone()}</a></th>
            <td>{text::state(line.state)}</td>
            <td>{line.municipality}</td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use content::listing::State;

    use super::*;

    #[test]
    fn open_ones_are_edited_and_words_stay() {
        let line = |slug: &str, state| ListingLine {
            slug: slug.to_owned(),
            name: "A & B".to_owned(),
            state,
            closed: state == State::Closed,
            municipality: "Rebild",
        };
        let lines = [line("a", State::Draft), line("b", State::Closed)];
        let html = all("a&\"", &lines, Leaf { page: 0, pages: 2 }).body;
        assert!(
            html.contains("/min-side/a\"") && html.contains("/virksomheder/b\"") && html.contains("kladde")
        );
        assert!(html.contains("value=\"a&amp;&quot;\"") && html.contains("q=a%26%22&amp;side=2"), "{html}");
    }
}
