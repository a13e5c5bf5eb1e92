//! The second factor of an editor: a code from an app, or one on paper.

use leptos::prelude::*;

use crate::links;
use crate::model::Enrolment;
use crate::page::Page;
use crate::parts::form::{Field, error_summary};

/// What to do when a code is refused.
const REFUSED: &str = "Koden passer ikke. Skriv den, appen viser nu. Hver kode kan kun bruges én gang.";

/// Asks for a code.
#[must_use]
pub fn page(refused: bool) -> Page {
    own("Skriv en kode", view(refused))
}

/// Has an editor set up the app.
#[must_use]
pub fn enrol(enrolment: &Enrolment, refused: bool) -> Page {
    own("Sæt en app til koder op", enrol_view(enrolment, refused))
}

/// Shows the codes to keep on paper, once.
#[must_use]
pub fn recovery(codes: &[String]) -> Page {
    own("Gem jeres nødkoder", recovery_view(codes))
}

fn own(title: &str, view: impl RenderHtml) -> Page {
    let page = Page::new(title, "Redaktionens ekstra lås.", "", view);
    Page { canonical: None, indexed: false, kept: false, ..page }
}

fn code(label: &'static str, help: &'static str, refused: bool) -> Field<'static> {
    Field {
        id: "kode",
        label,
        help,
        typed: "",
        refused: refused.then_some(REFUSED),
        kind: "text",
        autocomplete: "one-time-code",
        longest: 40,
    }
}

fn refusals(refused: bool) -> Vec<(&'static str, &'static str)> {
    refused.then_some(("kode", REFUSED)).into_iter().collect()
}

fn view(refused: bool) -> impl IntoView {
    view! {
        <article class="page form-page">
            {error_summary(&refusals(refused))}
            <h1>"Skriv en kode"</h1>
            <p class="lead">"Redaktionen har en ekstra lås. Åbn appen på jeres telefon, og skriv koden her."</p>
            <form method="post" action=links::SECOND_FACTOR novalidate>
                {code("Kode", "Seks tal fra appen. Er telefonen væk, så brug en af nødkoderne.", refused).view()}
                <button class="button">"Fortsæt"</button>
            </form>
        </article>
    }
}

fn enrol_view(enrolment: &Enrolment, refused: bool) -> impl IntoView + use<> {
    let secret = enrolment.secret.clone();
    view! {
        <article class="page form-page">
            {error_summary(&refusals(refused))}
            <h1>"Sæt en app til koder op"</h1>
            <p class="lead">"Som redaktør skal I bruge en app, der laver koder. Det gøres én gang."</p>
            <ol class="steps">
                <li>
                    <p>"Åbn en app til koder på telefonen. De fleste adgangskodeapps kan også."</p>
                </li>
                <li>
                    <p>"Lad appen læse mønstret, eller skriv nøglen ind."</p>
                    <div class="qr" role="img" aria-label="Mønster, som appen læser. Nøglen står nedenfor." inner_html=enrolment.drawing.clone()></div>
                    <p>"Nøgle: " <code class="secret">{spaced(&enrolment.secret)}</code></p>
                </li>
                <li>
                    <form method="post" action=links::NEW_SECOND_FACTOR novalidate>
                        <input type="hidden" name="hemmelighed" value=secret />
                        {code("Koden, appen viser nu", "Seks tal. De skifter hvert halve minut.", refused).view()}
                        <button class="button">"Tænd den ekstra lås"</button>
                    </form>
                </li>
            </ol>
        </article>
    }
}

/// In groups of four, as it is easier to type.
fn spaced(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

fn recovery_view(codes: &[String]) -> impl IntoView + use<> {
    let codes: Vec<_> = codes.iter().map(|code| view! { <li><code>{code.clone()}</code></li> }).collect();
    view! {
        <article class="page form-page">
            <h1>"Gem jeres nødkoder"</h1>
            <p class="lead">"Den ekstra lås er tændt. Bliver telefonen væk, kan I komme ind med en af koderne her."</p>
            <ul class="codes">{codes}</ul>
            <p>"Hver kode virker én gang. Skriv dem ud, og læg dem et sikkert sted. Vi viser dem ikke igen."</p>
            <p><a class="button" href=links::EDITORS>"Jeg har gemt dem"</a></p>
        </article>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secret_can_be_typed_and_is_sent_back() {
        let enrolment = Enrolment { secret: "ABCDEFGH".to_owned(), drawing: "<svg></svg>".to_owned() };
        let html = enrol(&enrolment, true).body;
        assert!(html.contains("ABCD EFGH") && html.contains("value=\"ABCDEFGH\"") && html.contains("<svg>"));
        assert!(html.contains("role=\"alert\""));
        assert!(!page(false).body.contains("role=\"alert\""));
    }
}
