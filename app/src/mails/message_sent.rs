//! To whoever wrote a message: it is on its way, and this is how to follow it.

use leptos::prelude::*;

use super::message::{fact, quoted};
use super::{Mail, button, document};
use crate::model::{MessageKind, MessageWords};
use crate::text;

/// Says whom it goes to, by name, and what was written; `address` is where they see how it stands.
#[must_use]
pub fn message_sent(names: &[String], words: &MessageWords, address: &str) -> Mail {
    let subject = match names {
        [name] => format!("Sendt: jeres besked til {name}"),
        names => format!("Sendt: jeres besked til {} virksomheder", names.len()),
    };
    let first = format!("Jeres besked er på vej til {}.", text::listed(names));
    let next = match words.kind {
        MessageKind::Placement => {
            "De kan svare “Ja, ring”, “Ikke nu, men fra en dato” eller “Nej”. Vi siger til, når de gør, og minder dem om det efter 3 og 7 arbejdsdage."
        }
        _ => {
            "De svarer jer direkte på mail. Vi minder dem om det efter 3 og 7 arbejdsdage og siger til, hvis de siger nej eller ikke svarer."
        }
    };
    let see = "Se, hvordan det står";
    let keep = "Siden er jeres egen. Alle, der har linket, kan se den, så del det kun med dem, det angår.";
    let end =
        "Samhandel Nord. I får mailen, fordi I har sendt en besked. Vi sletter teksten efter 6 måneder.";
    let facts = text::message_facts(words);
    let lines: String = facts.iter().map(|(name, typed)| fact(name, typed)).collect();
    let text = format!(
        "{first}\n\n{next}\n\n{see}:\n{address}\n\n{keep}\n\nDet skrev I:\n\n{}\n\n{lines}\n--\n{end}\n",
        words.what.trim()
    );
    let html = document(
        &subject,
        view! {
            <p>{first}</p>
            <p>{next}</p>
            {button(see, address)}
            <p>{keep}</p>
            <p>"Det skrev I:"</p>
            {quoted(words)}
            <p style="font-size:14px;color:#4a5a60">{end}</p>
        },
    );
    Mail { subject, text, html }
}

#[cfg(test)]
mod tests {
    use super::super::message::tests::words;
    use super::*;

    #[test]
    fn names_and_words_are_text() {
        let names = ["A & B".to_owned(), "C".to_owned()];
        let mail = message_sent(&names, &words(MessageKind::Question), "https://x/s");
        assert_eq!(mail.subject, "Sendt: jeres besked til 2 virksomheder");
        assert!(
            mail.text.contains("på vej til A & B og C.") && mail.text.contains("Frokost <b>hver</b> dag.")
        );
        assert!(mail.html.contains("A &amp; B og C") && mail.html.contains("&lt;b&gt;hver"));
        assert!(mail.text.contains("https://x/s") && mail.html.contains("https://x/s"));
    }
}
