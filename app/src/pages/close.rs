//! Closing a listing.

use content::Listing;
use leptos::prelude::*;

use crate::model::{CloseForm, InvalidText, MAX_REASON};
use crate::page::Page;
use crate::parts::crumbs::crumbs;
use crate::parts::form::error_summary;
use crate::parts::own_nav::own_nav;
use crate::{links, render, text};

/// Says what closing means and asks why; says what was wrong with what was typed before.
#[must_use]
pub fn page(listing: &Listing, form: &CloseForm, refused: Option<InvalidText>) -> Page {
    let title = format!("Luk siden om {}", listing.name);
    let page = Page::new(title, "Når virksomheden ikke er der mere.", "", view(listing, form, refused));
    Page { canonical: None, indexed: false, kept: false, ..page }
}

fn words(refused: InvalidText) -> &'static str {
    match refused {
        InvalidText::TooLong => "Skriv det kortere: højst 200 tegn.",
        refused => text::invalid_text(refused, "Skriv, hvorfor siden lukkes."),
    }
}

fn view(listing: &Listing, form: &CloseForm, refused: Option<InvalidText>) -> impl IntoView + use<> {
    let refused = refused.map(words);
    let refusals: Vec<_> = refused.map(|words| ("grund", words)).into_iter().collect();
    view! {
        <article class="page own">
            {crumbs(vec![("Min side", links::MY_PAGE.to_owned())])}
            {own_nav(&listing.slug, "kolleger")}
            <div class="own-main">
                {error_summary(&refusals)}
                <h1>{format!("Luk siden om {}", listing.name)}</h1>
                <p class="lead">"Det er til jer, der holder op, eller som ikke længere er en socialøkonomisk virksomhed."</p>
                <ul>
                    <li>"Siden bliver på sin adresse og siger, at virksomheden ikke findes længere, fra hvornår og hvorfor."</li>
                    <li>"Den kan kun findes på sit navn, og ingen kan bede om adgang til den."</li>
                    <li>"I kan ikke rette den mere. Redaktionen kan åbne den igen, hvis I fortryder."</li>
                </ul>
                <form method="post" action=links::own(&listing.slug, "luk") novalidate>
                    <div class="form-field wide" data-refused=refused.map(|_| "")>
                        <label for="grund">"Hvorfor lukker I?"</label>
                        <p class="help" id="grund-hjaelp">"Én sætning, højst 200 tegn. Alle kan læse den. Skriv ikke om bestemte mennesker."</p>
                        {refused.map(|words| view! { <p class="error" id="grund-fejl">{words}</p> })}
                        <textarea
                            id="grund"
                            name="grund"
                            rows="2"
                            maxlength=MAX_REASON
                            required
                            aria-describedby=if refused.is_some() { "grund-fejl grund-hjaelp" } else { "grund-hjaelp" }
                            aria-invalid=refused.map(|_| "true")
                            inner_html=render::text_area(&form.grund)
                        ></textarea>
                    </div>
                    <button class="button">"Luk siden"</button>
                </form>
                <p><a href=links::own(&listing.slug, "kolleger")>"Nej, lad den være åben"</a></p>
            </div>
        </article>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_stays_and_the_fault_is_named_twice() {
        let listing: Listing =
            serde_json::from_value(serde_json::json!({ "slug": "a", "name": "A & B", "state": "draft" }))
                .unwrap();
        let form = CloseForm { grund: "</textarea><b>".to_owned() };
        let html = page(&listing, &form, Some(InvalidText::TooLong)).body;
        assert!(html.contains("&lt;/textarea&gt;&lt;b&gt;") && html.contains("A &amp; B"), "{html}");
        assert_eq!(html.matches("Skriv det kortere: højst 200 tegn.").count(), 2);
        assert!(html.contains("action=\"/min-side/a/luk\""));
    }
}
