//! How many a company may take in subsidised work or placement.

mod about;
mod answer;

use leptos::prelude::*;

use crate::links;
use crate::model::{InvalidNumber, RoomForm};
use crate::page::{Page, Request, Section};
use crate::parts::crumbs::crumbs;
use crate::parts::form::error_summary;

const TITLE: &str = "Hvor mange må I tage?";
const DESCRIPTION: &str = "Regn ud, hvor mange flere I kan have i støttet job eller praktik efter rimelighedskravet. \
                           Med kilde, dato og de formelle trin.";

/// Works it out for the numbers of the address.
pub fn load(request: Request<'_>) -> Page {
    let form = RoomForm::parse(request.query);
    let page = Page::new(TITLE, DESCRIPTION, links::REASONABLE, view(&form)).in_section(Section::Enterprises);
    let bare = request.query.is_empty();
    Page { indexed: bare, kept: bare, ..page }
}

/// The answer, when there are numbers, the form with what was typed, and what it rests on.
pub fn view(form: &RoomForm) -> impl IntoView + use<> {
    let (staff, present) = (form.staff(), form.present());
    let refused = |wrong: Option<InvalidNumber>, words: fn(InvalidNumber) -> &'static str| {
        wrong.filter(|_| form.sent).map(words)
    };
    let staff_refused = refused(staff.err(), invalid_staff);
    let present_refused = refused(present.err(), invalid_present);
    let refusals: Vec<_> = [("aarsvaerk", staff_refused), ("nu", present_refused)]
        .into_iter()
        .filter_map(|(id, words)| Some((id, words?)))
        .collect();
    let answer = staff.ok().zip(present.ok()).map(|(staff, present)| answer::answer(staff, present));
    view! {
        <div class="page reasonable">
            {crumbs(vec![("For virksomheder", links::FOR_ENTERPRISES.to_owned())])}
            <h1>{TITLE}</h1>
            <p class="lead">"Der skal være et rimeligt forhold mellem jeres ordinært ansatte og dem, der er der i støttet job eller praktik. Her kan I regne på det."</p>
            {error_summary(&refusals)}
            {answer}
            <form action=links::REASONABLE>
                {field("aarsvaerk", "Ordinært ansatte, regnet om til fuldtid (årsværk)", "Hele eller halve tal, for eksempel 12 eller 12,5. Tæl ikke dem med, som der gives tilskud til.", &form.staff, staff_refused)}
                {field("nu", "Hvor mange har I allerede i støttet job eller praktik?", "Et helt tal. Skriv 0, hvis der ingen er.", &form.present, present_refused)}
                <button class="button">"Regn ud"</button>
            </form>
            {about::about()}
        </div>
    }
}

fn field(
    id: &'static str,
    label: &'static str,
    help: &'static str,
    typed: &str,
    refused: Option<&'static str>,
) -> impl IntoView + use<> {
    let described = if refused.is_some() { format!("{id}-fejl {id}-hjaelp") } else { format!("{id}-hjaelp") };
    view! {
        <div class="form-field" data-refused=refused.map(|_| "")>
            <label for=id>{label}</label>
            <p class="help" id=format!("{id}-hjaelp")>{help}</p>
            {refused.map(|words| view! { <p class="error" id=format!("{id}-fejl")>{words}</p> })}
            <input
                id=id
                name=id
                inputmode="decimal"
                autocomplete="off"
                maxlength="20"
                value=typed.to_owned()
                aria-describedby=described
                aria-invalid=refused.map(|_| "true")
            />
        </div>
    }
}

fn invalid_staff(wrong: InvalidNumber) -> &'static str {
    match wrong {
        InvalidNumber::Missing => "Skriv, hvor mange årsværk I har.",
        InvalidNumber::Unreadable => {
            "Skriv årsværk som et helt eller halvt tal med komma, for eksempel 12 eller 12,5."
        }
        InvalidNumber::TooLarge => "Vi regner højst på 100.000 årsværk.",
    }
}

fn invalid_present(wrong: InvalidNumber) -> &'static str {
    match wrong {
        InvalidNumber::Missing | InvalidNumber::Unreadable => {
            "Skriv, hvor mange I har nu, som et helt tal. Skriv 0, hvis der ingen er."
        }
        InvalidNumber::TooLarge => "Vi regner højst på 10.000 personer.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::html;

    fn shown(query: &str) -> String {
        html(view(&RoomForm::parse(query)))
    }

    #[test]
    fn the_answer_shows_how_it_was_found() {
        let page = shown("aarsvaerk=63&nu=3");
        for words in [
            "Efter reglen er der plads til 8 flere",
            "De første 50 årsværk: én for hver 5 giver 10.",
            "De 13 årsværk over 50: én for hver 10 giver 1.",
            "I alt 11. I har 3 nu. 11 − 3 = 8.",
            "Tjek gældende regler",
            "ikke juridisk rådgivning",
            "bekendtgørelse nr. 2636 af 28. december 2021",
            "VITAS",
        ] {
            assert!(page.contains(words), "{words}\n{page}");
        }
        assert!(!page.contains("virk.dk") && !page.contains("vitas."), "the system is named, not linked to");
    }

    #[test]
    fn halves_and_what_is_left_over_are_said() {
        let page = shown("aarsvaerk=12%2C5&nu=");
        assert!(
            page.contains("12,5 årsværk: én for hver 5 giver 2. De sidste 2,5 tæller ikke med."),
            "{page}"
        );
        assert!(shown("aarsvaerk=10&nu=1").contains("10 årsværk: én for hver 5 giver 2."));
        assert!(
            shown("aarsvaerk=1.003,5").contains(
                "De 953,5 årsværk over 50: én for hver 10 giver 95. De sidste 3,5 tæller ikke med."
            )
        );
    }

    #[test]
    fn no_room_leads_on() {
        for (query, words) in [
            ("aarsvaerk=10&nu=2", "Efter reglen er der ikke plads til flere lige nu"),
            ("aarsvaerk=10&nu=5", "I har 3 flere, end reglen giver plads til"),
            ("aarsvaerk=4", "giver 0"),
        ] {
            let page = shown(query);
            for words in [words, "/ordninger/smaajob", "/metodekatalog/ansat-hos-dem", "Hvad kan I så?"] {
                assert!(page.contains(words), "{query}: {words}\n{page}");
            }
        }
        assert!(
            shown("aarsvaerk=4").contains("altid må være én"),
            "the smallest are told what the order says"
        );
        assert!(!shown("aarsvaerk=5").contains("altid må være én, også"));
    }

    #[test]
    fn nonsense_is_kept_and_answered_with_a_sentence() {
        let page = shown("aarsvaerk=cirka+ti&nu=2%2C5");
        assert!(page.contains("value=\"cirka ti\"") && page.contains("value=\"2,5\""), "{page}");
        assert!(page.contains("href=\"#aarsvaerk\"") && page.contains("href=\"#nu\""));
        assert!(!page.contains("Efter reglen"));
        let asked = shown("");
        assert!(
            !asked.contains("Det skal rettes") && !asked.contains("Efter reglen"),
            "nothing was sent yet"
        );
    }
}
