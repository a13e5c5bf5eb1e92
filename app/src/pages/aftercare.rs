//! A plan for keeping contact after somebody has begun. Everything stands in the address.

mod form;
mod plan;

use leptos::prelude::*;

use crate::model::Aftercare;
use crate::page::{Page, Request, Section};
use crate::parts::crumbs::crumbs;
use crate::parts::form::error_summary;
use crate::{links, text};

const TITLE: &str = "Plan for efterværn";
const DESCRIPTION: &str = "Vælg startdato og rytme, og få en plan for opfølgningen: datoer på hverdage, \
                           samtaleguider, print og kalender. Intet gemmes.";

/// Makes the plan of the address. It is never kept here: the day somebody begins is theirs.
pub fn load(request: Request<'_>) -> Page {
    let aftercare = Aftercare::parse(request.query);
    let page = Page::new(TITLE, DESCRIPTION, links::AFTERCARE, view(&aftercare));
    let page = page.in_section(Section::About).quickened_by(&["enhance/notes.js"]);
    let bare = request.query.is_empty();
    Page { indexed: bare, kept: bare, ..page }
}

/// The plan, when there is a day to count from, and the form with what was chosen.
pub fn view(aftercare: &Aftercare) -> impl IntoView + use<> {
    let refused = aftercare.refused.map(text::invalid_start);
    let refusals: Vec<_> = refused.iter().map(|words| ("start", *words)).collect();
    let planned = aftercare.plan();
    let plan = (!planned.is_empty()).then(|| plan::plan(aftercare, &planned));
    view! {
        <div class="page aftercare">
            {crumbs(vec![("Metodekatalog", links::METHODS.to_owned())])}
            <h1>{TITLE}</h1>
            <div class="lead"><p>"Aftal fra begyndelsen, hvornår I taler sammen, når nogen er begyndt et nyt sted."</p></div>
            {error_summary(&refusals)}
            {plan}
            {form::form(aftercare, refused)}
            {terms()}
        </div>
    }
}

fn terms() -> impl IntoView {
    view! {
        <section class="prose aftercare-terms">
            <h2>"Godt at vide"</h2>
            <ul>
                <li>"Intet bliver gemt. Det, I vælger, står kun i sidens adresse. Her er ingen felter til navne, og der skal ikke være nogen."</li>
                <li>"Opfølgningen er frivillig for begge parter. Spørg, før I sætter datoer på."</li>
                <li>
                    "Kommunen har ikke pligt til at tilbyde efterværn ("
                    <a href="https://erhvervsfremmebestyrelsen.dk/jobstyrke-i-nord" rel="external noopener">"Erhvervsfremmebestyrelsen om Jobstyrke i Nord, 2020–2022"</a>
                    "). Aftal, hvem der gør det."
                </li>
                <li>"Måneder tælles fra startdatoen. Er der ingen sådan dato i måneden, er det månedens sidste dag. Falder en dag på en weekend eller helligdag, flyttes den til næste hverdag."</li>
                <li>
                    "Rytmen 1 uge, 1 måned og 3 måneder er fra "
                    <a href=format!("{}/smaajob", links::METHODS)>"opfølgning i småjob"</a>
                    " i Herning 2018–2020. Mere om, hvad efterværn er, står i "
                    <a href=format!("{}/eftervaern", links::METHODS)>"kapitlet om efterværn"</a> "."
                </li>
            </ul>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::html;

    fn shown(query: &str) -> String {
        html(view(&Aftercare::parse(query)))
    }

    #[test]
    fn the_plan_says_when_with_whom_and_who() {
        let page = shown("start=2026-11-28&med=borger&hvem=mentor&med-1-maaned=begge");
        for words in [
            "mandag den 7. december 2026",
            "Flyttet fra lørdag den 5. december 2026",
            "mandag den 28. december 2026",
            "med borgeren",
            "med borgeren og virksomheden",
            "mentor",
            "/metodekatalog/samtaler-i-de-foerste-uger#efter-en-uge",
            "/eftervaern.ics?start=2026-11-28&amp;med=borger&amp;hvem=mentor&amp;med-1-maaned=begge",
        ] {
            assert!(page.contains(words), "{words}\n{page}");
        }
        assert_eq!(page.matches("data-step=").count(), 3);
        assert_eq!(page.matches("Flyttet fra").count(), 2, "the 28th of December is a Monday");
    }

    #[test]
    fn without_a_day_there_is_a_form_with_the_usual_rhythm() {
        let page = shown("");
        assert!(!page.contains("data-step=") && !page.contains(".ics"));
        let ticked: Vec<&str> = page
            .split("name=\"trin\" value=\"")
            .skip(1)
            .filter(|tag| tag.split('>').next().is_some_and(|tag| tag.contains("checked")))
            .filter_map(|tag| tag.split('"').next())
            .collect();
        assert_eq!(ticked, ["1-uge", "1-maaned", "3-maaneder"]);
    }

    #[test]
    fn a_day_that_cannot_be_read_gets_a_sentence_and_is_not_shown() {
        let page = shown("start=Navn+Navnesen&trin=2-uger");
        assert!(page.contains("Vi kunne ikke læse datoen") && page.contains("href=\"#start\""), "{page}");
        assert!(!page.contains("Navnesen") && !page.contains("data-step="));
        assert!(shown("start=1850-01-01").contains("mellem år 2000 og 2100"));
    }

    #[test]
    fn a_longer_plan_has_fewer_lines_to_write_on() {
        let all = crate::model::AftercareStep::ALL.map(|step| format!("&trin={}", step.slug())).concat();
        let (short, long) = (shown("start=2026-11-23"), shown(&format!("start=2026-11-23{all}")));
        assert_eq!(
            (short.matches("class=\"rule\"").count(), long.matches("class=\"rule\"").count()),
            (15, 12)
        );
    }
}
