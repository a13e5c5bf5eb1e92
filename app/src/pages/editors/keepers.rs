//! Who keeps which listing.

use leptos::prelude::*;

use super::framed;
use crate::model::{KeeperLine, Leaf};
use crate::page::Page;
use crate::parts::leaves::leaves;
use crate::{links, text};

/// By mail address.
#[must_use]
pub fn keepers(keepers: &[KeeperLine], leaf: Leaf) -> Page {
    let rows: Vec<_> = keepers.iter().map(keeper).collect();
    let table = if rows.is_empty() {
        view! { <p>"Ingen har logget ind endnu."</p> }.into_any()
    } else {
        view! {
            <div class="table" role="region" aria-label="Medlemmer" tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"Hvem"</th>
                            <th scope="col">"Rolle"</th>
                            <th scope="col">"Sidst set"</th>
                            <th scope="col">"Holder"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    let content = view! {
        <p>"Alle med en konto. Tager I nogen af en side, kan de med det samme ikke rette den mere."</p>
        {table}
        {leaves(links::KEEPERS, leaf)}
    };
    framed("medlemmer", "Medlemmer", content)
}

fn keeper(keeper: &KeeperLine) -> impl IntoView + use<> {
    let listings: Vec<_> = keeper.listings.iter().map(|listing| kept(keeper, listing)).collect();
    let held = if listings.is_empty() {
        view! { <span class="quiet">"ingen side"</span> }.into_any()
    } else {
        view! { <ul>{listings}</ul> }.into_any()
    };
    view! {
        <tr>
            <th scope="row">{keeper.email.clone()}</th>
            <td>{if keeper.editor { "redaktør" } else { "medlem" }}</td>
            <td>{keeper.seen.map_or_else(|| "ikke logget ind".to_owned(), text::date)}</td>
            <td>{held}</td>
        </tr>
    }
}

fn kept(keeper: &KeeperLine, (slug, name): &(String, String)) -> impl IntoView + use<> {
    let label = format!("Tag {} af {name}", keeper.email);
    view! {
        <li>
            <a href=links::listing_at(slug)>{name.clone()}</a>
            <form method="post" action=links::KEEPERS>
                <input type="hidden" name="konto" value=keeper.id />
                <input type="hidden" name="slug" value=slug.clone() />
                <button class="button quiet-button" aria-label=label>"Tag af"</button>
            </form>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_can_be_taken_off_each_listing() {
        let anne = KeeperLine {
            id: 7,
            email: "anne@example.dk".to_owned(),
            editor: false,
            listings: vec![("a".to_owned(), "A".to_owned()), ("b".to_owned(), "B".to_owned())],
            seen: None,
        };
        let editor = KeeperLine { id: 8, editor: true, listings: Vec::new(), ..anne.clone() };
        let html = keepers(&[anne, editor], Leaf { page: 0, pages: 1 }).body;
        assert_eq!(html.matches("name=\"konto\" value=\"7\"").count(), 2);
        assert!(html.contains("Tag anne@example.dk af B") && html.contains("ikke logget ind"));
        assert!(html.contains("redaktør") && html.contains("ingen side") && !html.contains("value=\"8\""));
    }
}
