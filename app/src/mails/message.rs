//! What a visitor asks an enterprise for.

use leptos::prelude::*;

use super::{Mail, button, document};
use crate::model::{ANSWER_DAYS, MessageAnswer, MessageKind, MessageWords};
use crate::text;

/// Which reminder is the last.
const LAST: u8 = 2;
/// What is to be known of mails about citizens.
const CITIZENS: &str = "Skriv intet om borgeren i en almindelig mail: hverken navn, CPR-nummer eller helbred. Ring sammen, eller brug sikker post.";

/// Whole addresses of the three links that answer; what they say depends on what the message is about.
#[derive(Debug, Clone, Copy)]
pub struct AnswerAddresses<'a> {
    /// *Vi svarer*, or *Ja, ring*.
    pub yes: &'a str,
    /// *Ikke lige nu*, or *Ikke nu, men fra en dato*.
    pub not_now: &'a str,
    /// *Ikke for os*, or *Nej*.
    pub not_for_us: &'a str,
}

impl AnswerAddresses<'_> {
    fn each(&self, kind: MessageKind) -> [(&'static str, &str); 3] {
        let words = MessageAnswer::ALL.map(|answer| text::answer_words(answer, kind));
        let [yes, not_now, not_for_us] = words;
        [(yes, self.yes), (not_now, self.not_now), (not_for_us, self.not_for_us)]
    }
}

/// What is wanted of the enterprise with the name, by whom, and how to answer. `reminder` is 0 for the message
/// itself. Of what the sender typed the subject holds their company alone, on one line.
#[must_use]
pub fn message(name: &str, words: &MessageWords, answers: &AnswerAddresses<'_>, reminder: u8) -> Mail {
    let company = text::one_line(&words.company);
    let subject = match reminder {
        0 => format!("{company} skriver til jer gennem Samhandel Nord"),
        _ => format!("Påmindelse: {company} venter på svar"),
    };
    let again = reminded(reminder, &company);
    let first =
        format!("{company} {} og skriver til {name} gennem Samhandel Nord.", text::message_asks(words.kind));
    let how = format!("Svar på mailen her, så går svaret til {}.", text::one_line(&words.email));
    let click = format!(
        "Sig også til med et klik, så ved {company}, hvad de kan regne med. I skal ikke logge ind. Hvert link virker én gang og i {ANSWER_DAYS} dage."
    );
    let citizens = (words.kind == MessageKind::Placement).then_some(CITIZENS);
    let end = format!("Samhandel Nord. I får mailen, fordi {name} står i kataloget.");
    let facts = facts(words);
    let lines: String = facts.iter().map(|(name, typed)| fact(name, typed)).collect();
    let ways: String = answers.each(words.kind).iter().map(|(words, to)| way(words, to)).collect();
    let again_text = again.as_ref().map(|again| format!("{again}\n\n")).unwrap_or_default();
    let citizens_text = citizens.map(|words| format!("{words}\n\n")).unwrap_or_default();
    let text = format!(
        "{again_text}{first}\n\n{}\n\n{lines}\n{how}\n\n{citizens_text}{click}\n\n{ways}--\n{end}\n",
        words.what.trim()
    );
    let buttons: Vec<_> = answers.each(words.kind).into_iter().map(|(words, to)| button(words, to)).collect();
    let html = document(
        &subject,
        view! {
            {again.map(|again| view! { <p><b>{again}</b></p> })}
            <p>{first}</p>
            {quoted(words)}
            <p><b>{how}</b></p>
            {citizens.map(|words| view! { <p>{words}</p> })}
            <p>{click}</p>
            {buttons}
            <p style="font-size:14px;color:#4a5a60">{end}</p>
        },
    );
    Mail { subject, text, html }
}

/// What a reminder says first.
fn reminded(reminder: u8, company: &str) -> Option<String> {
    match reminder {
        0 => None,
        LAST.. => Some(format!(
            "Det er sidste gang, vi minder om det. Svarer I ikke, siger vi til {company}, at de kan spørge andre."
        )),
        _ => Some(format!("En påmindelse: {company} venter stadig på svar.")),
    }
}

/// A line of what was filled in, as text.
pub(super) fn fact(name: &str, typed: &str) -> String {
    format!("{name}: {typed}\n")
}

fn way(words: &str, to: &str) -> String {
    format!("{words}:\n{to}\n\n")
}

/// What was filled in, and who asks.
fn facts(words: &MessageWords) -> Vec<(&'static str, String)> {
    let mut facts = text::message_facts(words);
    facts.push(("Fra", format!("{}, {}", text::one_line(&words.company), text::one_line(&words.email))));
    facts
}

/// The sender's words, set off from ours.
pub(super) fn quoted(words: &MessageWords) -> impl IntoView + use<> {
    let facts: Vec<_> = facts(words)
        .into_iter()
        .map(|(name, typed)| view! { <p style="margin:4px 0"><b>{name} ": "</b> {typed}</p> })
        .collect();
    view! {
        <div style="margin:16px 0;padding:4px 16px;background:#fff;border-left:3px solid #f2a33a">
            <p style="white-space:pre-line">{words.what.trim().to_owned()}</p>
            {facts}
        </div>
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::{Wanted, WantedForm};

    pub fn words(kind: MessageKind) -> MessageWords {
        MessageWords {
            kind,
            what: "Frokost <b>hver</b> dag.\nOgså om fredagen & lørdagen.".to_owned(),
            amount: "20 kuverter".to_owned(),
            place: String::new(),
            wanted_by: "Fra marts".to_owned(),
            wanted: Wanted::default(),
            company: "Bo & <i>Co</i>\r\nBcc: alle@example.dk".to_owned(),
            email: "bo@example.dk".to_owned(),
        }
    }

    const ANSWERS: AnswerAddresses<'_> =
        AnswerAddresses { yes: "https://x/a", not_now: "https://x/b", not_for_us: "https://x/c" };

    #[test]
    fn all_that_was_asked_stands_in_both_bodies() {
        let mail = message("Køkkenet", &words(MessageKind::Offer), &ANSWERS, 0);
        assert_eq!(mail.subject, "Bo & <i>Co</i> Bcc: alle@example.dk skriver til jer gennem Samhandel Nord");
        for words in [
            "20 kuverter",
            "Fra marts",
            "vil gerne have et tilbud",
            "https://x/a",
            "https://x/b",
            "https://x/c",
        ] {
            assert!(mail.text.contains(words) && mail.html.contains(words), "{words} {mail:#?}");
        }
        assert!(mail.text.contains("Svar på mailen her, så går svaret til bo@example.dk."));
        assert!(mail.text.contains("Frokost <b>hver</b> dag.\nOgså om fredagen & lørdagen."));
        assert!(mail.html.contains("Frokost &lt;b&gt;hver&lt;/b&gt; dag.\nOgså om fredagen &amp; lørdagen."));
        assert!(mail.html.contains("Bo &amp; &lt;i&gt;Co") && !mail.html.contains("<i>"));
        assert!(!mail.text.contains("\nBcc") && !mail.text.contains("Hvor:"));
        assert!(!mail.text.contains("borgeren") && !mail.text.contains("påmindelse"));
    }

    #[test]
    fn a_reminder_says_so_and_a_placement_asks_for_care() {
        let words = words(MessageKind::Placement);
        let first = message("Køkkenet", &words, &ANSWERS, 1);
        let last = message("Køkkenet", &words, &ANSWERS, 2);
        assert!(first.text.starts_with("En påmindelse: Bo") && last.text.starts_with("Det er sidste gang"));
        assert!(first.subject.starts_with("Påmindelse: "));
        for body in [&first.text, &first.html, &last.text, &last.html] {
            assert!(body.contains("Skriv intet om borgeren"), "{body}");
        }
    }

    #[test]
    fn what_is_looked_for_stands_in_both_bodies_and_the_answers_are_for_a_place() {
        let form = WantedForm {
            opgave: vec!["koekken".to_owned()],
            hensyn: vec!["nedsat-tid".to_owned()],
            timer: "4".to_owned(),
            fra: "2027-01-04".to_owned(),
            kommune: "rebild".to_owned(),
            ..WantedForm::default()
        };
        let wanted = form.validate("2026-11-22".parse().unwrap()).unwrap();
        let words = MessageWords { wanted, ..words(MessageKind::Placement) };
        let mail = message("Køkkenet", &words, &ANSWERS, 0);
        for said in ["Køkken", "Nedsat tid", "Timer om ugen", "4. januar 2027", "Rebild Kommune"] {
            assert!(mail.text.contains(said) && mail.html.contains(said), "{said} {mail:#?}");
        }
        for (answer, to) in [("Ja, ring", "a"), ("Ikke nu, men fra en dato", "b"), ("Nej", "c")] {
            assert!(mail.text.contains(&format!("{answer}:\nhttps://x/{to}\n")), "{}", mail.text);
        }
        assert!(!mail.text.contains("Vi svarer:"));
    }
}
