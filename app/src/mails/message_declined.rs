//! To whoever wrote a message: this enterprise does not take it on, and these may. About a place also that it
//! does: then they may call.

use leptos::prelude::*;

use super::{Mail, button, document};
use crate::model::{MessageKind, MessageStanding, RecipientState};
use crate::text;

/// Says what the enterprise answered to a message of the kind, or that it did not, with its telephone if it has
/// one; `alike` are names and whole addresses of others, `address` is where they see how all of it stands.
#[must_use]
pub fn message_declined(
    name: &str,
    kind: MessageKind,
    standing: &MessageStanding,
    phone: Option<&str>,
    alike: &[(String, String)],
    address: &str,
) -> Mail {
    let (subject, first) = answered(name, standing.state);
    let why = why(standing, kind);
    let call = call(standing.state, phone);
    let others = if alike.len() == 1 { "En, der ligner:" } else { "To, der ligner:" };
    let see = "Se, hvordan det hele står";
    let end = "Samhandel Nord. I får mailen, fordi I har sendt en besked.";
    let extra: Vec<String> = why.into_iter().chain(call).collect();
    let list = alike.iter().flat_map(|(name, to)| [name.clone(), format!("{to}\n")]);
    let list: Vec<String> =
        (!alike.is_empty()).then(|| format!("{others}\n")).into_iter().chain(list).collect();
    let said: Vec<String> = extra.iter().map(|line| format!("{line}\n")).collect();
    let body = [said, list].concat().join("\n");
    let gap = if body.is_empty() { "" } else { "\n" };
    let text = format!("{first}\n\n{body}{gap}{see}:\n{address}\n\n--\n{end}\n");
    let paragraphs: Vec<_> = extra.into_iter().map(|line| view! { <p>{line}</p> }).collect();
    let items: Vec<_> =
        alike.iter().map(|(name, to)| view! { <li><a href=to.clone()>{name.clone()}</a></li> }).collect();
    let html = document(
        &subject,
        view! {
            <p>{first}</p>
            {paragraphs}
            {(!items.is_empty()).then(|| view! { <p>{others}</p> <ul>{items}</ul> })}
            {button(see, address)}
            <p style="font-size:14px;color:#4a5a60">{end}</p>
        },
    );
    Mail { subject, text, html }
}

/// Where to call whoever said yes, or nothing.
fn call(state: RecipientState, phone: Option<&str>) -> Option<String> {
    let answered = state == RecipientState::Answered;
    let silent = matches!(state, RecipientState::Silent | RecipientState::Undelivered);
    match phone {
        Some(phone) if answered => Some(format!("Ring til dem på {phone}.")),
        Some(phone) if silent => Some(format!("I kan ringe til dem på {phone}.")),
        None if answered => {
            Some("Deres nummer står ikke i kataloget. Se, om de har sendt det i en mail.".to_owned())
        }
        _ => None,
    }
}

fn answered(name: &str, state: RecipientState) -> (String, String) {
    match state {
        RecipientState::Answered => {
            (format!("{name} siger: ja, ring"), format!("{name} vil gerne tale med jer om en plads."))
        }
        RecipientState::NotNow => {
            (format!("{name} kan ikke lige nu"), format!("{name} svarer, at de desværre ikke kan lige nu."))
        }
        RecipientState::Silent => (
            format!("{name} har ikke svaret"),
            format!("{name} har ikke svaret på jeres besked, så vi spørger dem ikke mere."),
        ),
        RecipientState::Undelivered => (
            format!("Vi kunne ikke nå {name}"),
            format!("Vi kunne desværre ikke levere jeres besked til {name}."),
        ),
        _ => (format!("{name} siger nej tak"), format!("{name} svarer, at det ikke er noget for dem.")),
    }
}

fn why(standing: &MessageStanding, kind: MessageKind) -> Option<String> {
    let reason = standing.declined.reason.map(|reason| format!("{}.", text::declined_reason(reason, kind)));
    let again = standing
        .declined
        .again_on
        .map(|day| format!("I er velkomne til at spørge igen fra {}.", text::date(day)));
    let said: Vec<String> = reason.into_iter().chain(again).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::model::{DeclineReason, Declined};

    #[test]
    fn it_says_why_and_names_others() {
        let declined =
            Declined { reason: Some(DeclineReason::TooFar), again_on: NaiveDate::from_ymd_opt(2027, 3, 1) };
        let standing = MessageStanding { state: RecipientState::NotNow, declined, since: None };
        let alike =
            [("A & B".to_owned(), "https://x/a".to_owned()), ("C".to_owned(), "https://x/c".to_owned())];
        let mail = message_declined(
            "K <b>",
            MessageKind::Offer,
            &standing,
            Some("98 00 00 00"),
            &alike,
            "https://x/s",
        );
        for words in
            ["Det er for langt væk.", "igen fra 1. marts 2027", "https://x/a", "https://x/c", "https://x/s"]
        {
            assert!(mail.text.contains(words) && mail.html.contains(words), "{words} {mail:#?}");
        }
        assert!(mail.html.contains("K &lt;b&gt;") && mail.html.contains("A &amp; B"));
        assert!(!mail.text.contains("98 00 00 00"), "whoever answers need not be called");
        let silent =
            MessageStanding { state: RecipientState::Silent, declined: Declined::default(), since: None };
        let mail =
            message_declined("K", MessageKind::Offer, &silent, Some("98 00 00 00"), &[], "https://x/s");
        assert!(mail.text.contains("har ikke svaret") && mail.text.contains("ringe til dem på 98 00 00 00"));
        assert!(!mail.text.contains("ligner") && !mail.html.contains("<ul>"));
    }

    #[test]
    fn a_yes_to_a_place_says_where_to_call() {
        let yes =
            MessageStanding { state: RecipientState::Answered, declined: Declined::default(), since: None };
        let mail =
            message_declined("K", MessageKind::Placement, &yes, Some("98 00 00 00"), &[], "https://x/s");
        assert_eq!(mail.subject, "K siger: ja, ring");
        assert!(mail.text.contains("Ring til dem på 98 00 00 00.") && mail.html.contains("98 00 00 00"));
        let mail = message_declined("K", MessageKind::Placement, &yes, None, &[], "https://x/s");
        assert!(mail.text.contains("står ikke i kataloget"), "{}", mail.text);
    }
}
