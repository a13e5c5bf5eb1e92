//! The link to sign in with.

use leptos::prelude::*;

use super::{Mail, button, document};
use crate::model::LINK_MINUTES;

/// The mail with the link; `address` is whole, with scheme and host.
#[must_use]
pub fn sign_in(address: &str) -> Mail {
    let subject = "Log ind på Samhandel Nord".to_owned();
    let text = format!(
        "Her er jeres link til at logge ind på Samhandel Nord.\n\n\
         Log ind:\n{address}\n\n\
         Linket virker i {LINK_MINUTES} minutter, og kun én gang.\n\n\
         Har I ikke bedt om det, kan I roligt slette mailen. Så sker der ikke noget.\n\n\
         --\nSamhandel Nord. I får mailen, fordi nogen skrev jeres adresse på siden, hvor man logger ind.\n"
    );
    let html = document(
        &subject,
        view! {
            <p>"Her er jeres link til at logge ind på Samhandel Nord."</p>
            {button("Log ind", address)}
            <p>{format!("Linket virker i {LINK_MINUTES} minutter, og kun én gang.")}</p>
            <p>"Har I ikke bedt om det, kan I roligt slette mailen. Så sker der ikke noget."</p>
            <p style="font-size:14px;color:#4a5a60">
                "Samhandel Nord. I får mailen, fordi nogen skrev jeres adresse på siden, hvor man logger ind."
            </p>
        },
    );
    Mail { subject, text, html }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_bodies_hold_the_address_and_the_terms() {
        let mail = sign_in("https://example.dk/log-ind/bekraeft?noegle=abc");
        for body in [&mail.text, &mail.html] {
            assert!(body.contains("https://example.dk/log-ind/bekraeft?noegle=abc"), "{body}");
            assert!(body.contains("15 minutter") && body.contains("kun én gang"), "{body}");
        }
        assert!(!mail.html.contains("<img") && !mail.text.contains('<'));
    }
}
