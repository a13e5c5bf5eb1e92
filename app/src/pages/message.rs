//! Messages to enterprises, as their sender sees them.

mod confirm;
mod fields;
mod place;
mod receivers;
#[cfg(test)]
mod tests;

pub use confirm::{confirm, expired, nobody_left, sent_already, too_many, written};

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::model::{
    InvalidMessage, MAX_RECEIVERS, MessageForm, MessageKind, Receivers, SENDER_DAYS, TooOften,
};
use crate::page::Page;
use crate::parts::crumbs::crumbs;
use crate::parts::form::{refused_summary, too_often};
use crate::parts::soft_warning::soft_warning;
use crate::{links, text};

/// What to do when no kind was chosen.
const CHOOSE: &str = "Vælg, hvad det handler om.";

/// Opens the fields about a place once that is what it is about.
const SCRIPTS: &[&str] = &["enhance/wanted.js"];

/// What the form shows.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// Those it names.
    pub receivers: &'a Receivers,
    /// As it was typed.
    pub form: &'a MessageForm,
    /// What was wrong with it.
    pub refused: InvalidMessage,
    /// The mail address this browser sends from without confirming.
    pub sender: Option<&'a str>,
    /// When it is made.
    pub now: DateTime<Utc>,
}

/// The form for one enterprise or for several of a list; says what was wrong with what was sent before.
#[must_use]
pub fn page(draft: Draft<'_>) -> Page {
    let title = match draft.receivers.single() {
        Some(listing) => format!("Send besked til {}", listing.name),
        None => "Send besked til flere".to_owned(),
    };
    own(&title, view(&title, draft)).quickened_by(SCRIPTS)
}

fn own(title: &str, view: impl RenderHtml) -> Page {
    let page = Page::new(title, "Skriv til socialøkonomiske virksomheder i Nordjylland.", "", view);
    Page { canonical: None, indexed: false, kept: false, ..page }
}

fn view(title: &str, draft: Draft<'_>) -> impl IntoView + use<> {
    let Draft { receivers, form, refused, .. } = draft;
    let way = match receivers.single() {
        Some(listing) => crumbs(vec![(listing.name.as_str(), links::listing(listing))]).to_html(),
        None => crumbs(vec![("Min liste", links::LIST.to_owned())]).to_html(),
    };
    // What was typed is never lost, even when nobody is left to send it to.
    let nothing = form.hvad.is_empty() && form.wanted.is_empty();
    let empty = receivers.open.is_empty() && receivers.instead.is_empty() && nothing;
    view! {
        <article class="page form-page">
            <div inner_html=way></div>
            {refused_summary(refusals(draft))}
            {wait(refused)}
            {refused.health.then(|| soft_warning(&form.wishes()))}
            <h1>{title.to_owned()}</h1>
            <p class="lead">{lead(receivers)}</p>
            {receivers::left_out(receivers)} {receivers::blocked(receivers)}
            {(!empty).then(|| sheet(draft))}
            {empty.then(|| view! { <p><a class="button" href=links::SEARCH>"Find virksomheder"</a></p> })}
            {draft.sender.map(|email| known(email, receivers))}
        </article>
    }
}

/// How it goes, or what to do instead.
fn lead(receivers: &Receivers) -> String {
    match (receivers.several, receivers.open.is_empty(), receivers.instead.is_empty()) {
        (false, false, _) => {
            "Skriv, hvad I har brug for. Virksomheden får det i en mail og svarer direkte til jer.".to_owned()
        }
        (false, true, false) => "I kan skrive til en, der ligner, i stedet.".to_owned(),
        (false, true, true) => "Måske er der en anden, der sælger det samme.".to_owned(),
        (true, ..) => format!(
            "Skriv én gang, så får hver virksomhed sin egen mail. I kan skrive til højst {MAX_RECEIVERS} ad gangen."
        ),
    }
}

/// Says that the form came too quickly or too often, and that nothing of it is lost.
fn wait(refused: InvalidMessage) -> impl IntoView + use<> {
    let words = match refused.too_often {
        _ if refused.too_quick => Some("Det gik meget hurtigt. Tryk på Send igen."),
        Some(TooOften::Sender) => {
            Some("I har sendt så mange beskeder, som man kan på et døgn. Send den her i morgen.")
        }
        Some(TooOften::Receiver) => Some(
            "En af dem har fået mange beskeder det seneste døgn. Vælg en anden, eller send den i morgen.",
        ),
        Some(TooOften::Site) => {
            Some("Der bliver sendt usædvanligt mange beskeder lige nu. Vent en time, og send den så igen.")
        }
        Some(TooOften::Visitor) | None => None,
    };
    let quick = words.map(|words| {
        view! {
            <div class="error-summary" role="alert" tabindex="-1" id="fejl">
                <h2>"Vent lidt"</h2>
                <p>{words} " Alt, I har skrevet, står her stadig."</p>
            </div>
        }
    });
    view! { {quick} {too_often(refused.too_often == Some(TooOften::Visitor))} }
}

/// What is wrong, each with the id of its field.
fn refusals(draft: Draft<'_>) -> Vec<(String, String)> {
    let refused = draft.refused;
    let receivers = refused.receivers.map(|wrong| ("modtagere".to_owned(), text::invalid_receivers(wrong)));
    let kind = refused.kind.then(|| (fields::kind_id(MessageKind::Offer), CHOOSE.to_owned()));
    let texts =
        fields::all(draft).into_iter().filter_map(|field| Some((field.id.to_owned(), field.refused?)));
    let place = place::refusals(refused.wanted);
    receivers.into_iter().chain(kind).chain(place).chain(texts).collect()
}

fn sheet(draft: Draft<'_>) -> impl IntoView + use<> {
    let Draft { receivers, form, refused, now, .. } = draft;
    let action = match receivers.single() {
        Some(listing) if receivers.blocked.is_empty() => links::message(&listing.slug),
        _ => links::MESSAGE_TO_LISTED.to_owned(),
    };
    // A time that was long enough ago stays, so that whoever mends a word need not wait again.
    let made = form.made(now).unwrap_or(now.timestamp());
    let kinds: Vec<_> = MessageKind::ALL.into_iter().map(|kind| fields::kind(kind, form)).collect();
    let texts: Vec<_> = fields::all(draft).into_iter().map(fields::Line::view).collect();
    view! {
        <form method="post" action=action novalidate>
            <input type="hidden" name="dannet" value=made.to_string() />
            {(refused.health || !form.helbred.is_empty()).then(|| view! { <input type="hidden" name="helbred" value="set" /> })}
            {fields::trap()}
            {receivers::choices(receivers, form, refused.receivers)}
            <fieldset class="form-field" data-refused=refused.kind.then_some("") aria-describedby=refused.kind.then_some("art-fejl")>
                <legend>"Hvad handler det om?"</legend>
                {refused.kind.then(|| view! { <p class="error" id="art-fejl">{CHOOSE}</p> })}
                {kinds}
            </fieldset>
            {place::fields(draft)}
            {texts}
            {next(draft.sender.is_some())}
            <button class="button">"Send"</button>
        </form>
    }
}

/// What happens then, and what is stored how long.
fn next(known: bool) -> impl IntoView {
    let first = if known {
        "Vi kender jeres mailadresse på denne computer, så beskeden bliver sendt med det samme. Skriver I en anden adresse, skal den bekræftes først."
    } else {
        "Vi sender et link til jeres mailadresse. Først når I har bekræftet den, bliver beskeden sendt."
    };
    view! {
        <section class="form-field wide">
            <h2>"Så sker der det her"</h2>
            <ol class="steps">
                <li>{first}</li>
                <li>"Virksomheden får en mail med det, I har skrevet, og svarer direkte til jer."</li>
                <li>"I får et link til en side, som kun I kender. Der kan I se, hvem der har svaret."</li>
            </ol>
            <p class="quiet">
                "Vi sletter det, I har skrevet, og jeres adresse efter 6 måneder. Bekræfter I ikke adressen, sletter vi det efter et døgn. Læs om "
                <a href=links::PRIVACY>"privatliv"</a> "."
            </p>
        </section>
    }
}

/// Ends what the browser is remembered for.
fn known(email: &str, receivers: &Receivers) -> impl IntoView + use<> {
    let back = receivers.single().map(|listing| links::message(&listing.slug)).unwrap_or_default();
    view! {
        <form method="post" action=links::FORGET_SENDER>
            <input type="hidden" name="retur" value=back />
            <p class="help">{format!("Vi husker {email} på denne computer i op til {SENDER_DAYS} dage.")}</p>
            <button class="button quiet-button">"Glem mig på denne computer"</button>
        </form>
    }
}
