//! About what waits for an editor: that it does, and what came of it.

use leptos::prelude::*;

use super::{Mail, button, document};

/// What an editor answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer<'a> {
    /// It is in the catalogue.
    Approved,
    /// Something is asked back.
    Asked(&'a str),
    /// It is not, because of this.
    Rejected(&'a str),
}

/// Tells editors that something waits. What it is stands on their page.
#[must_use]
pub fn review_waits(name: &str, new: bool, address: &str) -> Mail {
    let (subject, first) = if new {
        (format!("Ny virksomhed: {name}"), format!("{name} vil gerne i kataloget og venter på svar."))
    } else {
        (format!("Ændring venter: {name}"), format!("{name} har rettet noget, som en redaktør skal se på."))
    };
    let end = "Samhandel Nord. Du får mailen, fordi du er redaktør.";
    let text = format!("{first}\n\nSvar her:\n{address}\n\n--\n{end}\n");
    let html = document(
        &subject,
        view! {
            <p>{first}</p>
            {button("Svar her", address)}
            <p style="font-size:14px;color:#4a5a60">{end}</p>
        },
    );
    Mail { subject, text, html }
}

/// Tells those who keep a listing what an editor answered; `address` is where to go on.
#[must_use]
pub fn reviewed(name: &str, answer: &Answer<'_>, address: &str) -> Mail {
    let (subject, first, said, words) = match answer {
        Answer::Approved => (
            format!("{name} er godkendt"),
            format!("Redaktionen har godkendt det, I skrev om {name}. Nu står det i kataloget."),
            None,
            "Se siden",
        ),
        Answer::Asked(question) => (
            format!("Redaktionen spørger om {name}"),
            format!("Redaktionen vil gerne vide lidt mere om {name}, før det kommer i kataloget."),
            Some((*question).to_owned()),
            "Svar her",
        ),
        Answer::Rejected(reason) => (
            format!("{name}: redaktionen sagde nej"),
            format!("Redaktionen tog ikke det med, I skrev om {name}. Grunden er:"),
            Some((*reason).to_owned()),
            "Se jeres side",
        ),
    };
    let end = "Samhandel Nord. I får mailen, fordi I holder siden.";
    let quoted = said.as_ref().map(|said| format!("{said}\n\n")).unwrap_or_default();
    let text = format!("{first}\n\n{quoted}{words}:\n{address}\n\n--\n{end}\n");
    let html = document(
        &subject,
        view! {
            <p>{first}</p>
            {said.map(|said| view! { <p style="padding-left:12px;border-left:3px solid #f2a33a;white-space:pre-line">{said}</p> })}
            {button(words, address)}
            <p style="font-size:14px;color:#4a5a60">{end}</p>
        },
    );
    Mail { subject, text, html }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_editor_says_is_text() {
        let mail = reviewed("A & B", &Answer::Asked("Er <b> rigtigt?"), "https://x");
        assert!(mail.text.contains("Er <b> rigtigt?") && mail.html.contains("Er &lt;b&gt; rigtigt?"));
        assert!(!reviewed("A", &Answer::Approved, "https://x").html.contains("border-left"));
        assert!(review_waits("A & B", true, "https://x").html.contains("A &amp; B"));
    }
}
