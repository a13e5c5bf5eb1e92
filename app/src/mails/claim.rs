//! About access to a listing: the link that confirms an address, and what came of it.

use leptos::prelude::*;

use super::{Mail, button, document};
use crate::model::CLAIM_HOURS;

/// Asks whoever says that a listing is theirs to confirm the address.
#[must_use]
pub fn confirm_claim(name: &str, address: &str) -> Mail {
    let subject = format!("Bekræft jeres adresse: adgang til {name}");
    let first = format!("I har bedt om adgang til {name} på Samhandel Nord.");
    let terms = format!("Linket virker i {CLAIM_HOURS} timer, og kun én gang.");
    let end = "Samhandel Nord. I får mailen, fordi nogen skrev jeres adresse på virksomhedens side.";
    let text = format!(
        "{first}\n\nBekræft jeres adresse:\n{address}\n\n{terms}\n\n\
         Har I ikke bedt om det, kan I roligt slette mailen. Så sker der ikke noget.\n\n--\n{end}\n"
    );
    let html = document(
        &subject,
        view! {
            <p>{first}</p>
            {button("Bekræft jeres adresse", address)}
            <p>{terms}</p>
            <p>"Har I ikke bedt om det, kan I roligt slette mailen. Så sker der ikke noget."</p>
            <p style="font-size:14px;color:#4a5a60">{end}</p>
        },
    );
    Mail { subject, text, html }
}

/// Tells what was answered; `address` is where to go on.
#[must_use]
pub fn claim_decided(name: &str, granted: bool, address: &str) -> Mail {
    let (subject, first, words) = if granted {
        (
            format!("I har fået adgang til {name}"),
            format!("I kan nu holde siden om {name} ved lige."),
            "Gå til jeres side",
        )
    } else {
        (
            format!("I fik ikke adgang til {name}"),
            format!(
                "Vi kunne ikke se, at {name} er jeres. Prøv igen med en adresse, der hører til virksomhedens hjemmeside."
            ),
            "Se virksomhedens side",
        )
    };
    let end = "Samhandel Nord. I får mailen, fordi I bad om adgang til siden.";
    let text = format!("{first}\n\n{words}:\n{address}\n\n--\n{end}\n");
    let html = document(
        &subject,
        view! {
            <p>{first}</p>
            {button(words, address)}
            <p style="font-size:14px;color:#4a5a60">{end}</p>
        },
    );
    Mail { subject, text, html }
}

/// Tells an editor, or a member who may invite, that somebody waits for an answer. Who it is stands on their
/// page, not in the mail.
#[must_use]
pub fn claim_waits(name: &str, member: bool, address: &str) -> Mail {
    let subject = format!("Nogen vil holde siden om {name}");
    let first = format!("Nogen har bedt om adgang til {name} og venter på svar.");
    let end = if member {
        "Samhandel Nord. I får mailen, fordi I holder siden og kan invitere andre."
    } else {
        "Samhandel Nord. Du får mailen, fordi du er redaktør."
    };
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_text_in_both_bodies() {
        for mail in [
            confirm_claim("A <b> & C", "https://x"),
            claim_decided("A <b> & C", true, "https://x"),
            claim_waits("A <b> & C", true, "https://x"),
        ] {
            assert!(mail.text.contains("A <b> & C") && mail.html.contains("A &lt;b&gt; &amp; C"), "{mail:?}");
            assert!(mail.text.contains("https://x") && mail.html.contains("https://x"));
        }
    }
}
