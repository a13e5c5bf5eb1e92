//! Listings that may be one enterprise twice.

use content::Listing;
use content::listing::State;
use content::taxonomy::Entry;
use leptos::prelude::*;

use super::framed;
use crate::model::PairLine;
use crate::page::Page;
use crate::{links, text};

/// Most pairs shown at once.
const MOST: usize = 100;

/// Each pair with both answers.
#[must_use]
pub fn duplicates(pairs: &[PairLine]) -> Page {
    let items: Vec<_> = pairs.iter().take(MOST).map(pair).collect();
    let none =
        items.is_empty().then(|| view! { <p>"Ingen virksomheder ligner hinanden for meget. Dejligt."</p> });
    let more = (pairs.len() > MOST).then(|| {
        view! { <p>{format!("Her er de første {MOST} af {} par.", text::number(pairs.len()))}</p> }
    });
    let content = view! {
        <p>"Sider med samme CVR-nummer, eller næsten samme navn og samme sted."</p>
        {none} {more}
        <ul class="sessions">{items}</ul>
    };
    framed("dubletter", "Dubletter", content)
}

fn pair(pair: &PairLine) -> impl IntoView + use<> {
    let PairLine { one, other, one_cvr } = pair;
    let why = if *one_cvr { "Samme CVR-nummer" } else { "Næsten samme navn og samme sted" };
    let names = format!("{} og {}", one.name, other.name);
    view! {
        <li>
            <div>
                <p class="quiet">{why}</p>
                {listing(one)} {listing(other)}
            </div>
            <div class="answers">
                <a class="button" href=links::merge(&one.slug, &other.slug) aria-label=format!("Læg {names} sammen")>"Læg sammen"</a>
                <form method="post" action=links::DUPLICATES>
                    <input type="hidden" name="en" value=one.slug.clone() />
                    <input type="hidden" name="anden" value=other.slug.clone() />
                    <button class="button quiet-button" aria-label=format!("{names} er ikke dubletter")>"Ikke dubletter"</button>
                </form>
            </div>
        </li>
    }
}

fn listing(listing: &Listing) -> impl IntoView + use<> {
    let name = if listing.is_visible() {
        view! { <a href=links::listing(listing)>{listing.name.clone()}</a> }.into_any()
    } else {
        view! { <strong>{listing.name.clone()}</strong> }.into_any()
    };
    let town = listing.main_address().map(|address| address.town.clone());
    let place = town.or_else(|| listing.municipality.map(|place| place.get().label().to_owned()));
    let about: Vec<String> = [Some(state(listing.state).to_owned()), place].into_iter().flatten().collect();
    view! { <p>{name} <span class="quiet">{format!(" · {}", about.join(" · "))}</span></p> }
}

fn state(state: State) -> &'static str {
    match state {
        State::Draft => "kladde",
        State::Waiting => "venter",
        State::Public => "offentlig",
        State::Paused => "holder pause",
        State::Closed => "lukket",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing(slug: &str, state: &str) -> Listing {
        let json = serde_json::json!({
            "slug": slug, "name": format!("<{slug}>"), "state": state, "addresses": [{ "town": "Hobro" }],
        });
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn a_pair_has_both_answers_and_a_draft_no_page() {
        let pair = PairLine { one: listing("a", "public"), other: listing("b", "draft"), one_cvr: true };
        let html = duplicates(std::slice::from_ref(&pair)).body;
        assert!(
            html.contains("Samme CVR-nummer") && html.contains("href=\"/redaktion/dubletter/a/b\""),
            "{html}"
        );
        assert!(html.contains("name=\"en\" value=\"a\"") && html.contains("name=\"anden\" value=\"b\""));
        assert!(html.contains("href=\"/virksomheder/a\"") && !html.contains("href=\"/virksomheder/b\""));
        assert!(html.contains("&lt;b&gt;") && html.contains("kladde · Hobro"));
        assert!(duplicates(&vec![pair; 101]).body.contains("Her er de første 100 af 101 par."));
        assert!(duplicates(&[]).body.contains("Dejligt"));
    }
}
