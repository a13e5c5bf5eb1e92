//! After the answer: thanks, or why a link takes none any more.

use leptos::prelude::*;

use super::own;
use crate::model::{AskedMessage, MessageAnswer, MessageKind, RecipientState};
use crate::page::Page;
use crate::{links, text};

/// The part of a listing that is one's own where pause and the most messages a month are set.
const PAUSE: &str = "plads";

/// Says thank you, and where to go on.
#[must_use]
pub fn thanks(asked: &AskedMessage) -> Page {
    own("Tak for svaret", thanks_view(asked))
}

/// Says what was answered, or why nothing can be; without a message, that the link does not work.
#[must_use]
pub fn page(asked: Option<&AskedMessage>) -> Page {
    match asked {
        Some(asked) => own(title(asked.standing.state), view(asked)),
        None => own("Linket virker ikke mere", unknown_view()),
    }
}

fn thanks_view(asked: &AskedMessage) -> impl IntoView + use<> {
    let company = text::one_line(&asked.words.company);
    let declined = asked.standing.state != RecipientState::Answered;
    let lead = if declined {
        format!("{company} får det at vide med det samme. Så ved de, hvad de kan regne med.")
    } else if asked.words.kind == MessageKind::Placement {
        format!("{company} får at vide, at de må ringe.")
    } else {
        format!("{company} kan nu se, at I svarer.")
    };
    view! {
        <article class="page form-page">
            <h1>"Tak for svaret"</h1>
            <p class="lead">{lead}</p>
            {(!declined).then(|| write_to(asked))}
            {declined.then(|| pause(&asked.slug))}
            <p><a href=links::own(&asked.slug, "")>{format!("Gå til jeres egen side for {}", asked.name)}</a></p>
        </article>
    }
}

fn write_to(asked: &AskedMessage) -> impl IntoView + use<> {
    let email = text::one_line(&asked.words.email);
    view! {
        <p>
            "Mangler I at skrive til dem? Svar på mailen, eller skriv til "
            <a href=format!("mailto:{email}")>{email.clone()}</a> "."
        </p>
    }
}

fn pause(slug: &str) -> impl IntoView + use<> {
    view! {
        <p>
            "Får I for mange henvendelser? "
            <a href=links::own(slug, PAUSE)>"Hold pause, eller sæt et loft om måneden"</a> "."
        </p>
    }
}

fn title(state: RecipientState) -> &'static str {
    match state {
        RecipientState::Withdrawn => "De venter ikke længere",
        RecipientState::Silent => "Henvendelsen er lukket",
        _ => "I har svaret",
    }
}

fn view(asked: &AskedMessage) -> impl IntoView + use<> {
    let company = text::one_line(&asked.words.company);
    let email = text::one_line(&asked.words.email);
    let lead = match asked.standing.state {
        RecipientState::Withdrawn => {
            format!("{company} har sagt, at de ikke længere venter på svar. I skal ikke gøre mere.")
        }
        RecipientState::Silent => format!(
            "Der var gået 10 arbejdsdage, så {company} har fået at vide, at de kan spørge andre. I kan stadig skrive til dem på {email}."
        ),
        state => format!("Det her link er brugt. I har svaret {company}: {}.", said(state, asked.words.kind)),
    };
    let more = asked.standing.state.takes_answers().then(|| {
        view! { <p>"Vil I svare noget andet, så brug et af de andre links i mailen. Det sidste svar gælder."</p> }
    });
    view! {
        <article class="page form-page">
            <h1>{title(asked.standing.state)}</h1>
            <p class="lead">{lead}</p>
            {more}
            <p><a href=links::own(&asked.slug, "")>{format!("Gå til jeres egen side for {}", asked.name)}</a></p>
        </article>
    }
}

fn said(state: RecipientState, kind: MessageKind) -> &'static str {
    let answer = MessageAnswer::ALL.into_iter().find(|answer| answer.state() == state);
    answer.map_or("intet endnu", |answer| text::answer_words(answer, kind))
}

fn unknown_view() -> impl IntoView {
    view! {
        <article class="page form-page">
            <h1>"Linket virker ikke mere"</h1>
            <p class="lead">
                "Det kan være brugt eller for gammelt, eller beskeden er slettet. I kan altid svare på selve mailen."
            </p>
            <p><a href=links::FRONT>"Gå til forsiden"</a></p>
        </article>
    }
}

#[cfg(test)]
mod tests {
    use super::super::ask::tests::asked;
    use super::*;

    #[test]
    fn a_no_leads_to_the_pause_and_a_yes_to_the_sender() {
        let yes = thanks(&asked(RecipientState::Answered)).body;
        assert!(yes.contains("mailto:bo@example.dk") && !yes.contains("/plads"), "{yes}");
        let no = thanks(&asked(RecipientState::NotNow)).body;
        assert!(no.contains("/min-side/koekkenet/plads") && !no.contains("mailto:"), "{no}");
        assert!(no.contains("Bo &lt;i&gt;") && no.contains("Køkkenet &amp; Co"), "{no}");
    }

    #[test]
    fn each_end_is_told_kindly() {
        for (state, words, again) in [
            (RecipientState::Answered, "I har svaret Bo &lt;i&gt;: Vi svarer.", true),
            (RecipientState::NotForUs, "Ikke for os.", true),
            (RecipientState::Silent, "I kan stadig skrive til dem på bo@example.dk", false),
            (RecipientState::Withdrawn, "ikke længere venter på svar", false),
        ] {
            let html = page(Some(&asked(state))).body;
            assert!(html.contains(words), "{words} {html}");
            assert_eq!(html.contains("Det sidste svar gælder"), again);
        }
        assert!(page(None).body.contains("Linket virker ikke mere"));
    }
}
