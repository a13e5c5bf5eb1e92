//! Pages that say what went wrong and what to do next.

use leptos::prelude::*;

use crate::links;
use crate::page::{Failure, Page};
use crate::parts::search_form::what_and_where;

/// The page for a failure; it has no address of its own.
pub fn page(failure: Failure) -> Page {
    let (title, explanation) = words(failure);
    let page = Page::new(title, explanation, "", view(failure));
    Page { canonical: None, indexed: false, ..page }
}

/// What happened, what the visitor can do, and ways on.
pub fn view(failure: Failure) -> impl IntoView {
    let (title, explanation) = words(failure);
    let search = (failure == Failure::NotFound).then(what_and_where);
    view! {
        <article class="page failure">
            <p class="failure-code" aria-hidden="true">{failure.status()}</p>
            <h1>{title}</h1>
            <p class="lead">{explanation}</p>
            {search}
            <ul class="ways">
                <li><a href=links::FRONT>"Gå til forsiden"</a></li>
                <li><a href=links::SEARCH>"Se alle virksomheder"</a></li>
                <li><a href=links::MUNICIPALITIES>"Gå ind efter kommune"</a></li>
                <li><a href=links::TRADES>"Gå ind efter branche"</a></li>
            </ul>
        </article>
    }
}

fn words(failure: Failure) -> (&'static str, &'static str) {
    match failure {
        Failure::NotFound => (
            "Vi kan ikke finde siden",
            "Adressen kan være skrevet forkert, eller siden er flyttet. Søg efter det, I leder efter, eller begynd et andet sted.",
        ),
        Failure::NotAllowed => (
            "Det kan man ikke her",
            "Siden findes, men den tager ikke imod det, der blev sendt. Åbn den på almindelig vis i stedet.",
        ),
        Failure::TooLarge => (
            "Det var for meget på én gang",
            "Det, der blev sendt, fylder mere, end vi tager imod. Prøv igen med mindre.",
        ),
        Failure::Foreign => (
            "Formularen kom et andet sted fra",
            "Af hensyn til sikkerheden tager vi kun imod det, der sendes fra vores egne sider. Åbn siden her, og prøv igen.",
        ),
        Failure::TooOften => (
            "Det gik lidt for stærkt",
            "Vi har fået det samme mange gange på kort tid. Vent et kvarter, og prøv så igen.",
        ),
        Failure::Invalid => (
            "Vi kunne ikke læse det, der blev sendt",
            "Noget i det passer ikke. Gå tilbage, ret det, og prøv igen.",
        ),
        Failure::Broken => (
            "Noget gik galt hos os",
            "Det er vores fejl, ikke jeres. Prøv igen om lidt. Vi kan se, at det er sket.",
        ),
        Failure::Unavailable => (
            "Kataloget holder en kort pause",
            "Virksomhederne kan ikke hentes lige nu. Prøv igen om et øjeblik.",
        ),
    }
}
