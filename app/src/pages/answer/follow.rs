//! How a message stands, for whoever sent it.

use leptos::prelude::*;

use super::{own, quoted};
use crate::model::{Alike, FollowedMessage, FollowedRecipient, MessageKind, RecipientState};
use crate::page::Page;
use crate::{links, text};

/// What was sent and how each enterprise answered.
#[must_use]
pub fn page(followed: &FollowedMessage) -> Page {
    own("Sådan står det med jeres besked", view(followed))
}

/// Says that the link does not work.
#[must_use]
pub fn over() -> Page {
    own("Linket virker ikke mere", over_view())
}

fn view(followed: &FollowedMessage) -> impl IntoView + use<> {
    let kind = followed.words.kind;
    let items: Vec<_> =
        followed.recipients.iter().map(|recipient| item(&followed.key, kind, recipient)).collect();
    let waits = |recipient: &&FollowedRecipient| recipient.standing.state == RecipientState::Waiting;
    let several = followed.recipients.iter().filter(waits).count() > 1;
    let all =
        several.then(|| withdraw(&followed.key, "alle", "Vi venter ikke længere på nogen af dem".to_owned()));
    view! {
        <article class="page form-page">
            <h1>"Sådan står det med jeres besked"</h1>
            <p class="lead">
                {format!("Sendt {} i jeres navn, {}.", text::date(followed.confirmed), text::one_line(&followed.words.company))}
            </p>
            <section>
                <h2>"Svar"</h2>
                <ul class="sessions">{items}</ul>
                {all}
            </section>
            <section>
                <h2>"Det skrev I"</h2>
                {quoted(&followed.words)}
            </section>
            <p class="quiet">
                "Siden er jeres egen. Alle, der har linket, kan se den. Vi sletter teksten 6 måneder efter, I sendte den."
            </p>
        </article>
    }
}

fn item(key: &str, kind: MessageKind, recipient: &FollowedRecipient) -> impl IntoView + use<> {
    let state = recipient.standing.state;
    let name = match &recipient.slug {
        Some(slug) => view! { <a href=links::listing_at(slug)>{recipient.name.clone()}</a> }.into_any(),
        None => view! { {recipient.name.clone()} }.into_any(),
    };
    let waits = state == RecipientState::Waiting;
    let stop = waits.then(|| {
        let words = format!("Vi venter ikke længere på {}", recipient.name);
        withdraw(key, &recipient.id.to_string(), words)
    });
    let reminded = (waits && recipient.reminders > 0).then(|| {
        format!(" Vi har mindet dem om det {}.", text::count(recipient.reminders.into(), "gang", "gange"))
    });
    let may_call = state == RecipientState::Answered && kind == MessageKind::Placement;
    let unheard = matches!(state, RecipientState::Silent | RecipientState::Undelivered);
    let phone = (may_call || unheard)
        .then(|| recipient.phone.clone())
        .flatten()
        .map(|phone| view! { <p>{format!("Ring til dem på {phone}.")}</p> });
    view! {
        <li data-state=state.slug()>
            <div>
                <p><strong>{name}</strong></p>
                <p>{text::message_state(&recipient.standing, kind)} {reminded}</p>
                {phone}
                {alike(&recipient.alike)}
            </div>
            {stop}
        </li>
    }
}

fn alike(alike: &[Alike]) -> impl IntoView + use<> {
    let others: Vec<_> = alike
        .iter()
        .map(|other| view! { <p><a href=links::listing_at(&other.slug)>{other.name.clone()}</a></p> })
        .collect();
    (!others.is_empty()).then(|| view! { <p>"Spørg en, der ligner:"</p> {others} })
}

/// A button that stops waiting for one, by number, or for all.
fn withdraw(key: &str, whom: &str, words: String) -> impl IntoView + use<> {
    view! {
        <form method="post" action=links::FOLLOW_MESSAGE>
            <input type="hidden" name="noegle" value=key.to_owned() />
            <button class="button quiet-button" name="hvem" value=whom.to_owned()>{words}</button>
        </form>
    }
}

fn over_view() -> impl IntoView {
    view! {
        <article class="page form-page">
            <h1>"Linket virker ikke mere"</h1>
            <p class="lead">
                "Linket kan være for gammelt, eller beskeden er slettet. Vi gemmer beskeder i 6 måneder."
            </p>
            <p><a class="button" href=links::SEARCH>"Find virksomheder"</a></p>
        </article>
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::super::ask::tests::asked;
    use super::*;
    use crate::model::{Declined, MessageStanding, MessageWords};

    fn recipient(id: i64, state: RecipientState) -> FollowedRecipient {
        FollowedRecipient {
            id,
            slug: Some(format!("s{id}")),
            name: format!("N{id} <b>"),
            phone: Some("98 00 00 00".to_owned()),
            standing: MessageStanding {
                state,
                declined: Declined::default(),
                since: NaiveDate::from_ymd_opt(2026, 11, 23),
            },
            reminders: 2,
            alike: Vec::new(),
        }
    }

    fn html(recipients: Vec<FollowedRecipient>) -> String {
        html_of(MessageKind::Offer, recipients)
    }

    fn html_of(kind: MessageKind, recipients: Vec<FollowedRecipient>) -> String {
        let confirmed = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let words = MessageWords { kind, ..asked(RecipientState::Waiting).words };
        page(&FollowedMessage { key: "k".to_owned(), words, confirmed, recipients }).body
    }

    #[test]
    fn each_state_is_told_and_only_who_waits_can_be_let_go() {
        let all: Vec<_> =
            RecipientState::ALL.into_iter().zip(1..).map(|(state, id)| recipient(id, state)).collect();
        let html = html(all);
        for words in [
            "Venter på svar. Sendt 23. november 2026.",
            "mindet dem om det 2 gange",
            "Svarer selv.",
            "Ikke lige nu, svarede de",
            "Ikke noget for dem",
            "Har ikke svaret.",
            "I venter ikke længere på dem",
            "kunne ikke leveres",
            "&lt;b&gt;Frokost",
        ] {
            assert!(html.contains(words), "{words} {html}");
        }
        assert_eq!(html.matches("<form").count(), 1);
        assert_eq!(html.matches("Ring til dem på 98 00 00 00").count(), 2);
        assert!(!html.contains("<b>"));
    }

    #[test]
    fn several_can_be_let_go_at_once() {
        let waiting = |id| recipient(id, RecipientState::Waiting);
        assert!(html(vec![waiting(1), waiting(2)]).contains("value=\"alle\""));
        assert!(!html(vec![waiting(1)]).contains("value=\"alle\""));
    }

    #[test]
    fn whoever_may_call_about_a_place_is_told_where() {
        let yes = || vec![recipient(1, RecipientState::Answered)];
        let html = html_of(MessageKind::Placement, yes());
        assert!(
            html.contains("Ja, ring, svarede de") && html.contains("Ring til dem på 98 00 00 00"),
            "{html}"
        );
        assert!(!html_of(MessageKind::Offer, yes()).contains("Ring til dem"));
    }
}
