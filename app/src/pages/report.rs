//! "Meld en fejl"

use content::Listing;
use leptos::prelude::*;

use crate::model::{InvalidReport, InvalidText, MAX_REPORT, ReportForm, ReportReason};
use crate::page::Page;
use crate::parts::crumbs::crumbs;
use crate::parts::form::{error_summary, too_often};
use crate::{links, render, text};

/// What to do when no reason was chosen.
const CHOOSE: &str = "Vælg, hvad der er galt.";

/// Asks what is wrong; says what was wrong with what was sent before.
#[must_use]
pub fn page(listing: &Listing, form: &ReportForm, refused: InvalidReport) -> Page {
    own(format!("Meld en fejl om {}", listing.name), view(listing, form, refused))
}

/// Says thank you.
#[must_use]
pub fn thanks(listing: &Listing) -> Page {
    own("Tak, det er meldt".to_owned(), thanks_view(listing))
}

fn own(title: String, view: impl RenderHtml) -> Page {
    let page = Page::new(title, "Sig til, hvis noget er forkert, så bliver det rettet.", "", view);
    Page { canonical: None, indexed: false, kept: false, ..page }
}

fn words(refused: InvalidText) -> &'static str {
    match refused {
        InvalidText::TooLong => "Skriv det kortere: højst 1.000 tegn.",
        refused => text::invalid_text(refused, "Skriv, hvad der er galt."),
    }
}

fn view(listing: &Listing, form: &ReportForm, refused: InvalidReport) -> impl IntoView + use<> {
    let wrong_text = refused.text.map(words);
    let refusals: Vec<_> = (refused.reason.then_some(("lukket", CHOOSE)).into_iter())
        .chain(wrong_text.map(|words| ("tekst", words)))
        .collect();
    let way = crumbs(vec![(listing.name.as_str(), links::listing(listing))]).to_html();
    let choices: Vec<_> = ReportReason::ALL.into_iter().map(|reason| choice(reason, form)).collect();
    view! {
        <article class="page form-page">
            <div inner_html=way></div>
            {error_summary(&refusals)}
            {too_often(refused.too_often)}
            <h1>{format!("Meld en fejl om {}", listing.name)}</h1>
            <p class="lead">"Tak, fordi I siger til. Redaktionen og virksomheden får besked."</p>
            <form method="post" action=links::report(&listing.slug) novalidate>
                <fieldset class="form-field" data-refused=refused.reason.then_some("") aria-describedby=refused.reason.then_some("grund-fejl")>
                    <legend>"Hvad er galt?"</legend>
                    {refused.reason.then(|| view! { <p class="error" id="grund-fejl">{CHOOSE}</p> })}
                    {choices}
                </fieldset>
                <div class="form-field" data-refused=wrong_text.map(|_| "")>
                    <label for="tekst">"Fortæl gerne mere"</label>
                    <p class="help" id="tekst-hjaelp">"Skriv ikke om bestemte borgere, og intet CPR-nummer."</p>
                    {wrong_text.map(|words| view! { <p class="error" id="tekst-fejl">{words}</p> })}
                    <textarea
                        id="tekst"
                        name="tekst"
                        rows="5"
                        maxlength=MAX_REPORT
                        aria-describedby=if wrong_text.is_some() { "tekst-fejl tekst-hjaelp" } else { "tekst-hjaelp" }
                        aria-invalid=wrong_text.map(|_| "true")
                        inner_html=render::text_area(&form.tekst)
                    ></textarea>
                </div>
                <button class="button">"Send"</button>
            </form>
            <p class="quiet">"Vi spørger ikke, hvem I er, og teksten slettes, når fejlen er rettet."</p>
        </article>
    }
}

fn choice(reason: ReportReason, form: &ReportForm) -> impl IntoView + use<> {
    let slug = reason.slug();
    view! {
        <label class="choice">
            <input type="radio" id=slug name="grund" value=slug checked=form.grund == slug />
            " " {text::report_reason(reason)}
        </label>
    }
}

fn thanks_view(listing: &Listing) -> impl IntoView + use<> {
    view! {
        <article class="page form-page">
            <h1>"Tak, det er meldt"</h1>
            <p class="lead">"Redaktionen ser på det, og virksomheden får besked."</p>
            <p><a href=links::listing(listing)>{format!("Tilbage til {}", listing.name)}</a></p>
        </article>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_choice_and_the_text_stay() {
        let listing: Listing =
            serde_json::from_value(serde_json::json!({ "slug": "a", "name": "A", "state": "draft" }))
                .unwrap();
        let form = ReportForm { grund: "kontakt".to_owned(), tekst: "</textarea><b>".to_owned() };
        let html =
            page(&listing, &form, InvalidReport { text: Some(InvalidText::Cpr), ..InvalidReport::default() })
                .body;
        assert!(html.contains("&lt;/textarea&gt;&lt;b&gt;"), "{html}");
        assert!(html.contains("value=\"kontakt\" checked"), "{html}");
        assert_eq!(html.matches("Det ligner et CPR-nummer").count(), 2);
    }
}
