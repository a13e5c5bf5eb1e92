//! The editors' list of listings nobody vouches for.

use leptos::prelude::*;

use crate::model::{Lapse, Unconfirmed};
use crate::page::Page;
use crate::parts::own_nav::editors_nav;
use crate::{links, text};

/// The most urgent first; `total` is how many there are beside those shown.
#[must_use]
pub fn page(listings: &[Unconfirmed], total: usize) -> Page {
    let page = Page::new("Ikke bekræftet", "Redaktionens rum.", "", view(listings, total));
    Page { canonical: None, indexed: false, kept: false, ..page }
}

/// Each reason with what to know of it.
const LAPSES: [(Lapse, &str, &str); 3] = [
    (Lapse::Overdue, "Bekræftet for længe siden", "Det står også på deres side. De ældste står først."),
    (
        Lapse::Unkept,
        "Aldrig bekræftet, og ingen holder siden",
        "Skriv eller ring, og spørg, om de vil holde den.",
    ),
    (Lapse::Never, "Aldrig bekræftet", "Nogen holder siden, men har ikke bekræftet den endnu."),
];

fn view(listings: &[Unconfirmed], total: usize) -> impl IntoView + use<> {
    let sections: Vec<_> = LAPSES
        .iter()
        .filter_map(|&(lapse, heading, help)| {
            let items: Vec<_> = listings.iter().filter(|listing| listing.lapse == lapse).map(item).collect();
            (!items.is_empty()).then(|| {
                view! {
                    <section>
                        <h2>{heading}</h2>
                        <p>{help}</p>
                        <ul class="sessions">{items}</ul>
                    </section>
                }
            })
        })
        .collect();
    let lead = if total == 0 {
        "Alle sider er bekræftet.".to_owned()
    } else if total > listings.len() {
        format!("{} mangler en bekræftelse. Her er de {} første.", text::companies(total), listings.len())
    } else {
        format!("{} mangler en bekræftelse.", text::companies(total))
    };
    view! {
        <article class="page own">
            {editors_nav("ubekraeftede")}
            <div class="own-main">
                <h1>"Ikke bekræftet"</h1>
                <p class="lead">{lead}</p>
                {sections}
            </div>
        </article>
    }
}

fn item(listing: &Unconfirmed) -> impl IntoView + use<> {
    let Unconfirmed { slug, name, standing, kept, mails, .. } = listing;
    let asked = match (kept, mails) {
        (false, _) => "ingen holder siden".to_owned(),
        (true, 0) => "ikke spurgt endnu".to_owned(),
        (true, mails) => format!("spurgt i {}", text::count(*mails, "mail", "mails")),
    };
    view! {
        <li>
            <p>
                <a href=links::listing_at(slug)><strong>{name.clone()}</strong></a> <br />
                <span class="quiet">{standing.clone()} " · " {asked}</span> <br />
                <a href=links::own(slug, "")>{format!("Ret {name}")}</a>
            </p>
            <form method="post" action=links::editors("ubekraeftede")>
                <input type="hidden" name="slug" value=slug.clone() />
                <button class="button" aria-label=format!("Redaktionen bekræfter {name}")>"Redaktionen bekræfter"</button>
            </form>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_stand_apart_and_the_rest_is_counted() {
        let listing = |slug: &str, lapse: Lapse, kept: bool, mails: usize| Unconfirmed {
            slug: slug.to_owned(),
            name: format!("<{slug}>"),
            lapse,
            standing: "Ikke bekræftet siden marts 2026".to_owned(),
            kept,
            mails,
        };
        let listings = [
            listing("a", Lapse::Overdue, true, 3),
            listing("b", Lapse::Unkept, false, 0),
            listing("c", Lapse::Never, true, 0),
        ];
        let html = page(&listings, 300).body;
        let at = |words: &str| html.find(words).unwrap_or_else(|| panic!("no {words} in {html}"));
        assert!(
            at("spurgt i 3 mails") < at("ingen holder siden<") && at("&lt;b&gt;") < at("ikke spurgt endnu")
        );
        assert!(html.contains("300 virksomheder") && html.contains("/min-side/a"));
        assert!(page(&[], 0).body.contains("Alle sider er bekræftet"));
    }
}
