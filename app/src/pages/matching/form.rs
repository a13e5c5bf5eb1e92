//! The questions, all of them optional.

use leptos::prelude::*;

use crate::model::{DISTANCES, Facet, Filter, Need, WORK_HOURS, YesCounts};
use crate::{links, text};

/// All questions as one form that asks again at its own address.
pub fn form(need: &Need, yes: &YesCounts) -> impl IntoView + use<> {
    view! {
        <form id="match" class="match-form" action=format!("{}#steder", links::MATCH) autocomplete="off">
            {values(Facet::Task, "Hvad vil du gerne lave?", "Vælg alt det, der lyder godt.", need, yes)}
            {values(Facet::Consideration, "Hvad er godt for dig på arbejdet?", "Vælg det, der skal være, for at en dag bliver god.", need, yes)}
            {hours(need, yes)}
            {place(need, yes)}
            {values(
                Facet::Scheme,
                "Er der en bestemt ordning?",
                "Spring over, hvis du ikke ved det. Det er kommunen, der afgør, hvilken ordning der passer.",
                need,
                yes,
            )}
            <p class="quiet"><a href=links::SCHEMES>"Alle ordninger, forklaret"</a></p>
        </form>
    }
}

fn question<V: IntoView + 'static>(title: &'static str, help: &'static str, answers: V) -> impl IntoView {
    view! {
        <fieldset class="question">
            <legend><h2>{title}</h2></legend>
            <p class="help">{help}</p>
            {answers}
        </fieldset>
    }
}

fn values(
    facet: Facet,
    title: &'static str,
    help: &'static str,
    need: &Need,
    yes: &YesCounts,
) -> impl IntoView + use<> {
    let choices: Vec<_> = facet
        .filters()
        .map(|value| {
            let entry = value.entry();
            view! {
                <label class="choice">
                    <input type="checkbox" name=facet.param() value=entry.slug() checked=need.values.contains(&value) />
                    <span class="choice-words"><b>{entry.label()}</b> <span class="choice-help">{entry.help()}</span></span>
                    {number(facet.param(), entry.slug().to_owned(), count(yes, value))}
                </label>
            }
        })
        .collect();
    question(title, help, view! { <div class="choices">{choices}</div> })
}

fn count(yes: &YesCounts, value: Filter) -> usize {
    yes.values[value]
}

/// How many say yes, for people and for tools.
fn number(facet: &'static str, value: String, count: usize) -> impl IntoView {
    view! { <span class="number" data-facet=facet data-value=value data-count=count>{text::number(count)}</span> }
}

fn hours(need: &Need, yes: &YesCounts) -> impl IntoView + use<> {
    let open = need.hours.is_none_or(|hours| !WORK_HOURS.contains(&hours));
    // Hours the form does not offer can stand in an address.
    let other = need.hours.filter(|hours| !WORK_HOURS.contains(hours)).map(|hours| {
        view! { <label class="choice"><input type="radio" name="timer" value=hours checked /> <b>{text::count(hours.into(), "time", "timer")}</b></label> }
    });
    let choices: Vec<_> = WORK_HOURS
        .into_iter()
        .zip(yes.hours)
        .map(|(hours, count)| {
            view! {
                <label class="choice">
                    <input type="radio" name="timer" value=hours checked=need.hours == Some(hours) />
                    <b>{text::count(hours.into(), "time", "timer")}</b> {number("timer", hours.to_string(), count)}
                </label>
            }
        })
        .collect();
    question(
        "Hvor mange timer om ugen til at begynde med?",
        "Det kan blive til flere senere.",
        view! {
            <div class="choices narrow">
                <label class="choice"><input type="radio" name="timer" value="" checked=open && other.is_none() /> <b>"Ved ikke endnu"</b></label>
                {other} {choices}
            </div>
        },
    )
}

fn place(need: &Need, yes: &YesCounts) -> impl IntoView + use<> {
    let measured = need.place().is_some();
    let distances: Vec<_> = DISTANCES
        .into_iter()
        .zip(yes.within)
        .map(|(km, count)| {
            let words = format!("Højst {km} km væk");
            let words = if measured { format!("{words} ({})", text::number(count)) } else { words };
            view! {
                <option value=km selected=need.km == Some(km) data-facet="km" data-value=km data-count=count>{words}</option>
            }
        })
        .collect();
    question(
        "Hvor fra, og hvor langt?",
        "Skriv byen eller postnummeret, ikke din adresse.",
        view! {
            <div class="question-place">
                <div class="field">
                    <label for="naer">"By eller postnummer"</label>
                    <input id="naer" name="naer" maxlength="100" autocomplete="off" placeholder="Støvring eller 9530" value=need.near.clone() />
                </div>
                <div class="field">
                    <label for="km">"Afstand i lige linje"</label>
                    <select id="km" name="km"><option value="">"Alle afstande"</option> {distances}</select>
                </div>
            </div>
            <div class="choices">
                <label class="choice">
                    <input type="checkbox" name="udenbil" value="1" checked=need.without_car />
                    <span class="choice-words">
                        <b>"Uden bil"</b>
                        <span class="choice-help">"Steder, der selv fortæller, hvordan man kommer dertil til fods, på cykel eller fra et stoppested."</span>
                    </span>
                    {number("udenbil", "1".to_owned(), yes.without_car)}
                </label>
            </div>
        },
    )
}
