//! "Ja, det passer": what the link of a mail that asks leads to.

use content::Listing;
use leptos::prelude::*;

use crate::links;
use crate::page::Page;
use crate::parts::ending::ending;
use crate::parts::form::error_summary;

/// What to do when nothing was ticked.
const CHOOSE: &str = "Sæt hak ved det, der passer.";

/// Asks for one more click, so that a mail scanner that opens the link says nothing.
#[must_use]
pub fn page(key: &str, listings: &[Listing], none: bool) -> Page {
    own("Er det stadig rigtigt?", view(key, listings, none))
}

/// Says thank you.
#[must_use]
pub fn thanks() -> Page {
    let title = "Tak for svaret";
    let words = "Nu står der på siden, at I har bekræftet den i dag.";
    own(title, ending(title, words, links::FRONT, "Gå til forsiden"))
}

/// Says that the link no longer works, and where to answer instead.
#[must_use]
pub fn expired() -> Page {
    let title = "Linket virker ikke mere";
    let words =
        "Det virker kun én gang. Har I svaret før, er alt i orden. Ellers kan I svare på jeres egen side.";
    own(title, ending(title, words, links::MY_PAGE, "Gå til Min side"))
}

fn own(title: &str, view: impl RenderHtml) -> Page {
    let page = Page::new(title, "Sig, om jeres side i kataloget stadig er rigtig.", "", view);
    Page { canonical: None, indexed: false, kept: false, ..page }
}

fn view(key: &str, listings: &[Listing], none: bool) -> impl IntoView + use<> {
    let refusals: Vec<_> = none.then_some(("side-0", CHOOSE)).into_iter().collect();
    let choices: Vec<_> =
        listings.iter().enumerate().map(|(index, listing)| choice(index, listing, none)).collect();
    let legend = if listings.len() == 1 { "Jeres side" } else { "Jeres sider" };
    view! {
        <article class="page form-page">
            {error_summary(&refusals)}
            <h1>"Er det stadig rigtigt?"</h1>
            <p class="lead">"Et klik mere, så kan alle se, at I står inde for det, der står."</p>
            <form method="post" action=links::VOUCH>
                <input type="hidden" name="noegle" value=key.to_owned() />
                <fieldset class="form-field" data-refused=none.then_some("") aria-describedby=none.then_some("side-fejl")>
                    <legend>{legend}</legend>
                    {none.then(|| view! { <p class="error" id="side-fejl">{CHOOSE}</p> })}
                    {choices}
                </fieldset>
                <button class="button">"Ja, det passer"</button>
            </form>
            <p class="quiet">
                "Passer noget ikke? " <a href=links::MY_PAGE>"Log ind og ret det"</a> "."
            </p>
        </article>
    }
}

fn choice(index: usize, listing: &Listing, none: bool) -> impl IntoView + use<> {
    view! {
        <label class="choice">
            <input type="checkbox" id=format!("side-{index}") name="slug" value=listing.slug.clone() checked=!none />
            " " {listing.name.clone()}
        </label>
        <p class="help"><a href=links::listing(listing)>{format!("Se siden om {}", listing.name)}</a></p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_ticked_until_none_was() {
        let listing = |slug: &str| -> Listing {
            serde_json::from_value(serde_json::json!({ "slug": slug, "name": "<A>", "state": "draft" }))
                .unwrap()
        };
        let listings = [listing("a"), listing("b")];
        let html = page("k\"", &listings, false).body;
        assert_eq!(html.matches(" checked").count(), 2, "{html}");
        assert!(html.contains("&lt;A&gt;") && html.contains("value=\"k&quot;\""), "{html}");
        let html = page("k", &listings, true).body;
        assert!(
            !html.contains(" checked") && html.contains("href=\"#side-0\"") && html.contains("id=\"side-0\"")
        );
    }
}
