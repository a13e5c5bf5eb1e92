//! What is chosen of the plan.

use leptos::prelude::*;

use crate::model::{Aftercare, AftercareStep, MOST_PLANS, Taker, With};
use crate::{links, text};

/// The form, with what was chosen before.
pub fn form(aftercare: &Aftercare, refused: Option<&'static str>) -> impl IntoView + use<> {
    let described = if refused.is_some() { "start-fejl start-hjaelp" } else { "start-hjaelp" };
    let again = aftercare.start.is_some();
    view! {
        <form action=links::AFTERCARE>
            <div class="form-field" data-refused=refused.map(|_| "")>
                <label for="start">"Første dag"</label>
                <p class="help" id="start-hjaelp">"Den dag, nogen begynder eller er begyndt."</p>
                {refused.map(|words| view! { <p class="error" id="start-fejl">{words}</p> })}
                <input
                    id="start"
                    name="start"
                    type="date"
                    min="2000-01-01"
                    max="2100-12-31"
                    required
                    value=aftercare.start.map(|start| start.to_string())
                    aria-describedby=described
                    aria-invalid=refused.map(|_| "true")
                />
            </div>
            {rhythm(aftercare)}
            <div class="pair">
                {choice("med", "Med hvem?", with_options(Some(aftercare.all.with)), None)}
                {choice("hvem", "Hvem tager samtalen?", taker_options(Some(aftercare.all.taker)), None)}
            </div>
            {each(aftercare)}
            {number(aftercare)}
            <button class="button">{if again { "Lav planen om" } else { "Lav planen" }}</button>
        </form>
    }
}

fn rhythm(aftercare: &Aftercare) -> impl IntoView + use<> {
    let chosen: Vec<_> = aftercare.steps().collect();
    let steps: Vec<_> = AftercareStep::ALL
        .into_iter()
        .map(|step| {
            view! {
                <label class="choice">
                    <input type="checkbox" name="trin" value=step.slug() checked=chosen.contains(&step) />
                    <span>{text::after(step)}</span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="form-field wide">
            <legend>"Hvornår efter den første dag?"</legend>
            <p class="help">"Vælger I ingen, bliver det 1 uge, 1 måned og 3 måneder."</p>
            <div class="picked">{steps}</div>
        </fieldset>
    }
}

/// Tells plans apart that begin on the same day.
fn number(aftercare: &Aftercare) -> impl IntoView + use<> {
    let options: Vec<_> = (2..=MOST_PLANS)
        .map(|number| {
            let chosen = aftercare.number == Some(number);
            view! { <option value=number selected=chosen>{format!("Plan {number}")}</option> }
        })
        .collect();
    view! {
        <div class="form-field">
            <label for="nr">"Har I flere planer fra samme dag?"</label>
            <p class="help" id="nr-hjaelp">"Giv dem hver sit nummer, så de kan stå ved siden af hinanden i kalenderen."</p>
            <select id="nr" name="nr" aria-describedby="nr-hjaelp"><option value="">"Nej, kun denne"</option> {options}</select>
        </div>
    }
}

/// What is otherwise for single steps; folded while nothing is.
fn each(aftercare: &Aftercare) -> impl IntoView + use<> {
    let rows: Vec<_> = AftercareStep::ALL
        .into_iter()
        .map(|step| {
            let own = aftercare.own.get(&step).copied().unwrap_or_default();
            let (slug, same) = (step.slug(), Some("Som valgt for alle"));
            view! {
                <fieldset class="wide">
                    <legend>"Efter " {text::after(step)}</legend>
                    <div class="pair">
                        {choice(&format!("med-{slug}"), "Med hvem?", with_options(own.with), same)}
                        {choice(&format!("hvem-{slug}"), "Hvem tager samtalen?", taker_options(own.taker), same)}
                    </div>
                </fieldset>
            }
        })
        .collect();
    view! {
        <details class="aftercare-each" open=!aftercare.own.is_empty()>
            <summary>"Vælg for hver samtale"</summary>
            {rows}
        </details>
    }
}

/// Slug, words and whether it is chosen.
type Choices = Vec<(&'static str, &'static str, bool)>;

fn with_options(chosen: Option<With>) -> Choices {
    With::ALL.map(|with| (with.slug(), text::with(with), chosen == Some(with))).to_vec()
}

fn taker_options(chosen: Option<Taker>) -> Choices {
    Taker::ALL.map(|taker| (taker.slug(), text::taker(taker), chosen == Some(taker))).to_vec()
}

/// A list to choose one of; `none` is what choosing nothing means, where that can be.
fn choice(
    id: &str,
    label: &'static str,
    options: Choices,
    none: Option<&'static str>,
) -> impl IntoView + use<> {
    let options: Vec<_> = options
        .into_iter()
        .map(|(slug, words, chosen)| view! { <option value=slug selected=chosen>{words}</option> })
        .collect();
    let none = none.map(|words| view! { <option value="">{words}</option> });
    view! {
        <div class="form-field">
            <label for=id.to_owned()>{label}</label>
            <select id=id.to_owned() name=id.to_owned()>{none} {options}</select>
        </div>
    }
}
