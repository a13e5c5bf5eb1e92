//! What is looked for, where a message is about a place: ticks and numbers, and nothing of whom it is for.

use content::taxonomy::{Consideration, Entry, Municipality, Ref, Scheme, Task, Term};
use leptos::prelude::*;

use super::Draft;
use crate::model::{ELSEWHERE, InvalidDay, InvalidWanted, MAX_HOURS, MessageKind, WantedForm};
use crate::parts::icon::icon;

/// What must not be written.
const NOBODY: &str = "Skriv ikke navn, CPR-nummer eller diagnose.";

/// What to do when the message is about something else.
const OTHER: &str =
    "I har udfyldt felterne om en plads. Vælg, at beskeden handler om en plads, eller ryd dem.";

/// What is wrong with the fields, each with the id of its field.
pub fn refusals(wrong: InvalidWanted) -> Vec<(String, String)> {
    let other = wrong.other_kind.then_some((super::fields::kind_id(MessageKind::Placement), OTHER));
    let hours = wrong.hours.then_some(("timer".to_owned(), hours()));
    let from = wrong.from.map(|wrong| ("fra".to_owned(), day(wrong).to_owned()));
    other.map(|(id, words)| (id, words.to_owned())).into_iter().chain(hours).chain(from).collect()
}

fn hours() -> String {
    format!("Skriv et helt tal fra 1 til {MAX_HOURS}, eller lad feltet være tomt.")
}

fn day(wrong: InvalidDay) -> &'static str {
    match wrong {
        InvalidDay::Past => "Vælg i dag eller en dag, der kommer.",
        InvalidDay::Missing | InvalidDay::Malformed => {
            "Vælg en dag inden for to år, eller lad feltet være tomt."
        }
    }
}

/// The fields, folded away for those who write about something else.
pub fn fields(draft: Draft<'_>) -> impl IntoView + use<> {
    let form = &draft.form.wanted;
    let wrong = draft.refused.wanted;
    let about_one = draft.form.art == MessageKind::Placement.slug();
    let open = about_one || !form.is_empty();
    let other = wrong.other_kind.then(|| view! { <p class="error">{OTHER}</p> });
    view! {
        <details class="fold wanted" open=open data-wanted="">
            <summary>{icon("users-round")} " Leder I efter en plads? Fortæl, hvad der skal til"</summary>
            <div class="fold-body">
                <p class="help">
                    "Udfyld det kun, når beskeden handler om en plads. Alt er frivilligt. "
                    <strong>{NOBODY}</strong>
                </p>
                {other}
                {choices::<Task>("opgave", "Opgaver, der kunne passe", &form.opgave)}
                {choices::<Consideration>("hensyn", "Hensyn, der er brug for", &form.hensyn)}
                {choices::<Scheme>("ordning", "Ordninger, der kan komme på tale", &form.ordning)}
                {number(&form.timer, wrong.hours)}
                {first_day(&form.fra, wrong.from)}
                {municipality(form)}
            </div>
        </details>
    }
}

/// Values of a vocabulary to tick.
fn choices<T: Term>(name: &'static str, legend: &'static str, ticked: &[String]) -> impl IntoView + use<T> {
    let choices: Vec<_> = Ref::<T>::every()
        .map(|value| {
            let term = value.get();
            let checked = ticked.iter().any(|slug| slug == term.slug());
            view! {
                <li>
                    <label class="choice" title=term.help()>
                        <input type="checkbox" name=name value=term.slug() checked=checked />
                        " " {term.label()}
                    </label>
                </li>
            }
        })
        .collect();
    view! {
        <fieldset class="form-field wide">
            <legend>{legend}</legend>
            <ul class="choices">{choices}</ul>
        </fieldset>
    }
}

fn number(typed: &str, refused: bool) -> impl IntoView + use<> {
    view! {
        <div class="form-field" data-refused=refused.then_some("")>
            <label for="timer">"Timer om ugen til at begynde med"</label>
            {refused.then(|| view! { <p class="error" id="timer-fejl">{hours()}</p> })}
            <input
                id="timer"
                name="timer"
                inputmode="numeric"
                maxlength="4"
                autocomplete="off"
                value=WantedForm::shown(typed)
                aria-describedby=refused.then_some("timer-fejl")
                aria-invalid=refused.then_some("true")
            />
        </div>
    }
}

fn first_day(typed: &str, refused: Option<InvalidDay>) -> impl IntoView + use<> {
    view! {
        <div class="form-field" data-refused=refused.map(|_| "")>
            <label for="fra">"Tidligst fra"</label>
            {refused.map(|wrong| view! { <p class="error" id="fra-fejl">{day(wrong)}</p> })}
            <input
                id="fra"
                name="fra"
                type="date"
                value=WantedForm::shown(typed)
                aria-describedby=refused.map(|_| "fra-fejl")
                aria-invalid=refused.map(|_| "true")
            />
        </div>
    }
}

fn municipality(form: &WantedForm) -> impl IntoView + use<> {
    let chosen = form.kommune.clone();
    let known = Municipality::all().iter().map(|place| (place.slug(), place.name.as_str()));
    let options: Vec<_> = [("", "Det siger vi ikke")]
        .into_iter()
        .chain(known)
        .chain([(ELSEWHERE, "En anden kommune")])
        .map(|(slug, name)| view! { <option value=slug selected=slug == chosen>{name}</option> })
        .collect();
    view! {
        <div class="form-field">
            <label for="kommune">"Hvilken kommune kommer I fra?"</label>
            <select id="kommune" name="kommune">{options}</select>
        </div>
    }
}
