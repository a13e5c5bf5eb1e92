//! What the person looks for, each wish with a way to take it back.

use leptos::prelude::*;
use url::form_urlencoded;

use super::Meeting;
use crate::model::Need;
use crate::parts::icon::icon;
use crate::parts::notice::notice;
use crate::{links, text};

/// What of it was not understood, or taken out.
pub fn notices(need: &Need) -> impl IntoView + use<> {
    let cpr = need.had_cpr.then(|| {
        notice("info", "Noget lignede et CPR-nummer. Vi har ikke brugt det, og vi gemmer det ikke. Skriv kun en by eller et postnummer.")
    });
    let unknown = !need.near.is_empty() && need.place().is_none();
    let unknown = unknown.then(|| {
        let typed = text::quote(&need.near);
        notice(
            "map-pin",
            format!(
                "Vi kender ikke stedet {typed}. Skriv en by eller et postnummer i Nordjylland. Indtil da ser vi bort fra det."
            ),
        )
    });
    view! { {cpr} {unknown} }
}

/// In words; nothing but a way to begin where nothing is asked.
pub fn need(meeting: Meeting<'_>) -> impl IntoView + use<> {
    let need = meeting.need;
    let near = (!need.near.is_empty()).then(|| {
        let without = Need { near: String::new(), km: None, ..need.on_page(0) };
        chip(format!("Nær {}", need.near), meeting.beside(&without))
    });
    let chips: Vec<_> = need
        .wishes()
        .map(|wish| chip(text::wish(wish), meeting.beside(&need.without(wish))))
        .chain(near)
        .collect();
    let (words, change) = if chips.is_empty() {
        (
            Some("I har ikke valgt opgaver eller hensyn. Derfor står her det, stederne selv har skrevet."),
            "Vælg opgaver og hensyn",
        )
    } else {
        (None, "Ret det, der ledes efter")
    };
    let chips = (!chips.is_empty())
        .then(|| view! { <ul class="chips" aria-label="Det, der ledes efter">{chips}</ul> });
    view! {
        <section class="meeting-need">
            <h2>"Det, der ledes efter"</h2>
            {words.map(|words| view! { <p>{words}</p> })} {chips}
            <p class="meeting-change"><a href=links::matching(need)>{change}</a></p>
        </section>
    }
}

fn chip(words: String, without: String) -> impl IntoView {
    let name = format!("{words}, fjern");
    view! { <li><a class="chip" href=without aria-label=name>{words} {icon("x")}</a></li> }
}

/// The need as fields of a form that leads to this page again.
pub fn fields(need: &Need) -> Vec<impl IntoView + use<>> {
    form_urlencoded::parse(need.on_page(0).to_query_string().as_bytes())
        .map(
            |(name, value)| view! { <input type="hidden" name=name.into_owned() value=value.into_owned() /> },
        )
        .collect()
}
