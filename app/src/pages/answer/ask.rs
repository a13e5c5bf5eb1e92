//! What a link of a message leads to: a button, because programs that look into mails follow links.

use leptos::prelude::*;

use super::{own, quoted};
use crate::model::{
    AskedMessage, DeclineReason, InvalidDay, InvalidMessageAnswer, MessageAnswer, MessageAnswerForm,
    MessageKind,
};
use crate::page::Page;
use crate::parts::form::{Refusal, error_summary};
use crate::{links, text};

/// What to do when the reason is none of those offered.
const CHOOSE: &str = "Vælg en af grundene, eller lad være.";

/// Shows what was asked and takes the answer; says what was wrong with it before.
#[must_use]
pub fn page(
    answer: MessageAnswer,
    asked: &AskedMessage,
    form: &MessageAnswerForm,
    refused: InvalidMessageAnswer,
) -> Page {
    let title = text::answer_words(answer, asked.words.kind);
    own(format!("{title}: {}", text::one_line(&asked.words.company)), view(answer, asked, form, refused))
}

/// What an answer means, and its button.
fn words(answer: MessageAnswer, asked: &AskedMessage) -> (String, &'static str) {
    let placement = asked.words.kind == MessageKind::Placement;
    let (meaning, button) = match (answer, placement) {
        (MessageAnswer::Yes, true) => return (call(asked), "Sig, at de må ringe"),
        (MessageAnswer::NotNow, true) => {
            ("Det er helt i orden. De får dagen at vide og kan planlægge efter den.", "Sig, hvornår vi kan")
        }
        (MessageAnswer::NotForUs, true) => {
            ("Det er helt i orden. De får det at vide og kan spørge andre.", "Sig nej")
        }
        (MessageAnswer::Yes, false) => {
            ("Så ved de, at der kommer noget. Skriv til dem ved at svare på mailen.", "Sig, at vi svarer")
        }
        (MessageAnswer::NotNow, false) => {
            ("Det er helt i orden. De får det at vide og kan spørge andre.", "Sig, at vi ikke kan lige nu")
        }
        (MessageAnswer::NotForUs, false) => {
            ("Det er helt i orden. De får det at vide og kan spørge andre.", "Sig, at det ikke er for os")
        }
    };
    (meaning.to_owned(), button)
}

/// Where they may call.
fn call(asked: &AskedMessage) -> String {
    match &asked.phone {
        Some(phone) => format!("De får at vide, at de må ringe til jer på {phone}."),
        None => {
            "De får at vide, at de må ringe. Jeres nummer står ikke i kataloget, så svar også på mailen med det."
                .to_owned()
        }
    }
}

fn day_words(refused: InvalidDay, kind: MessageKind) -> &'static str {
    match refused {
        InvalidDay::Past => "Vælg en dag, der ligger efter i dag.",
        InvalidDay::Missing => "Skriv, fra hvilken dag. Ved I det ikke, så svar nej.",
        InvalidDay::Malformed if kind == MessageKind::Placement => "Vælg en dag inden for to år.",
        InvalidDay::Malformed => "Vælg en dag inden for to år, eller lad feltet være tomt.",
    }
}

fn view(
    answer: MessageAnswer,
    asked: &AskedMessage,
    form: &MessageAnswerForm,
    refused: InvalidMessageAnswer,
) -> impl IntoView + use<> {
    let kind = asked.words.kind;
    let title = text::answer_words(answer, kind);
    let (meaning, button) = words(answer, asked);
    let wrong_day = refused.again.map(|wrong| day_words(wrong, kind));
    let refusals: Vec<Refusal> = (refused.reason.then_some(("grund-ingen", CHOOSE)).into_iter())
        .chain(wrong_day.map(|words| ("igen", words)))
        .collect();
    let company = text::one_line(&asked.words.company);
    view! {
        <article class="page form-page">
            {error_summary(&refusals)}
            <h1>{title}</h1>
            <p class="lead">{format!("Svar fra {} til {company}. {meaning}", asked.name)}</p>
            {quoted(&asked.words)}
            <form method="post" action=links::ANSWER_MESSAGE novalidate>
                <input type="hidden" name="noegle" value=form.noegle.clone() />
                {(answer != MessageAnswer::Yes).then(|| reasons(form, kind, refused.reason))}
                {(answer == MessageAnswer::NotNow).then(|| again(form, kind, wrong_day))}
                <button class="button">{button}</button>
            </form>
            <p class="quiet">"Vil I svare noget andet, så brug et af de andre links i mailen."</p>
        </article>
    }
}

fn reasons(form: &MessageAnswerForm, kind: MessageKind, refused: bool) -> impl IntoView + use<> {
    let choices: Vec<_> = DeclineReason::ALL
        .into_iter()
        .map(|reason| choice(reason.slug(), text::decline_reason(reason, kind), form))
        .collect();
    view! {
        <fieldset class="form-field" data-refused=refused.then_some("") aria-describedby=refused.then_some("grund-fejl")>
            <legend>"Hvorfor? (valgfrit)"</legend>
            {refused.then(|| view! { <p class="error" id="grund-fejl">{CHOOSE}</p> })}
            {choice("", "Det siger vi ikke", form)}
            {choices}
        </fieldset>
    }
}

fn choice(slug: &'static str, words: &'static str, form: &MessageAnswerForm) -> impl IntoView + use<> {
    let id = if slug.is_empty() { "grund-ingen".to_owned() } else { format!("grund-{slug}") };
    view! {
        <label class="choice">
            <input type="radio" id=id name="grund" value=slug checked=form.grund == slug />
            " " {words}
        </label>
    }
}

fn again(
    form: &MessageAnswerForm,
    kind: MessageKind,
    refused: Option<&'static str>,
) -> impl IntoView + use<> {
    let label = match kind {
        MessageKind::Placement => "Fra hvilken dag?",
        _ => "Spørg igen fra (valgfrit)",
    };
    view! {
        <div class="form-field" data-refused=refused.map(|_| "")>
            <label for="igen">{label}</label>
            <p class="help" id="igen-hjaelp">"Så ved de, hvornår de kan prøve igen."</p>
            {refused.map(|words| view! { <p class="error" id="igen-fejl">{words}</p> })}
            <input
                id="igen"
                name="igen"
                type="date"
                value=form.shown_day()
                aria-describedby=if refused.is_some() { "igen-fejl igen-hjaelp" } else { "igen-hjaelp" }
                aria-invalid=refused.map(|_| "true")
            />
        </div>
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::{Declined, MessageStanding, MessageWords, RecipientState, Wanted};

    pub fn asked(state: RecipientState) -> AskedMessage {
        AskedMessage {
            slug: "koekkenet".to_owned(),
            name: "Køkkenet & Co".to_owned(),
            phone: None,
            words: MessageWords {
                kind: MessageKind::Offer,
                what: "<b>Frokost</b>".to_owned(),
                amount: "20".to_owned(),
                place: String::new(),
                wanted_by: String::new(),
                wanted: Wanted::default(),
                company: "Bo <i>".to_owned(),
                email: "bo@example.dk".to_owned(),
            },
            standing: MessageStanding { state, declined: Declined::default(), since: None },
        }
    }

    #[test]
    fn what_was_asked_is_text_and_what_was_typed_stays() {
        let asked = asked(RecipientState::Waiting);
        let form = MessageAnswerForm {
            noegle: "k".to_owned(),
            grund: "travlt".to_owned(),
            igen: "\"><b>".to_owned(),
        };
        let refused = InvalidMessageAnswer { reason: true, again: Some(InvalidDay::Malformed) };
        let html = page(MessageAnswer::NotNow, &asked, &form, refused).body;
        assert!(html.contains("&lt;b&gt;Frokost&lt;/b&gt;") && html.contains("Bo &lt;i&gt;"), "{html}");
        assert!(html.contains("value=\"travlt\" checked") && !html.contains("<b>"), "{html}");
        assert_eq!(html.matches(CHOOSE).count(), 2);
        assert_eq!(html.matches("inden for to år").count(), 2);
    }

    #[test]
    fn a_yes_asks_for_nothing_and_a_no_for_no_day() {
        let asked = asked(RecipientState::Waiting);
        let html = |answer| {
            page(answer, &asked, &MessageAnswerForm::default(), InvalidMessageAnswer::default()).body
        };
        let yes = html(MessageAnswer::Yes);
        assert!(!yes.contains("name=\"grund\"") && !yes.contains("name=\"igen\""), "{yes}");
        let no = html(MessageAnswer::NotForUs);
        assert!(no.contains("name=\"grund\"") && !no.contains("name=\"igen\""), "{no}");
        assert!(html(MessageAnswer::NotNow).contains("name=\"igen\""));
    }

    #[test]
    fn a_place_is_answered_with_a_call_a_day_or_a_no() {
        let mut asked = asked(RecipientState::Waiting);
        asked.words.kind = MessageKind::Placement;
        asked.phone = Some("98 00 00 00".to_owned());
        let html = |asked: &AskedMessage, answer, again| {
            let refused = InvalidMessageAnswer { again, ..InvalidMessageAnswer::default() };
            page(answer, asked, &MessageAnswerForm::default(), refused).body
        };
        let yes = html(&asked, MessageAnswer::Yes, None);
        assert!(yes.contains("<h1>Ja, ring</h1>") && yes.contains("ringe til jer på 98 00 00 00"), "{yes}");
        let later = html(&asked, MessageAnswer::NotNow, Some(InvalidDay::Missing));
        assert!(later.contains("Fra hvilken dag?") && later.contains("Ved I det ikke, så svar nej."));
        let no = html(&asked, MessageAnswer::NotForUs, None);
        assert!(no.contains("<h1>Nej</h1>") && no.contains("Vi har ikke sådan en plads"), "{no}");
        asked.phone = None;
        assert!(html(&asked, MessageAnswer::Yes, None).contains("svar også på mailen"));
    }
}
