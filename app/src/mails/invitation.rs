//! To a new editor.

use leptos::prelude::*;

use super::{Mail, button, document};

/// The mail that says where to sign in; `address` is whole, with scheme and host.
#[must_use]
pub fn invitation(address: &str) -> Mail {
    let subject = "Du er redaktør på Samhandel Nord".to_owned();
    let text = format!(
        "Du er inviteret som redaktør på Samhandel Nord.\n\n\
         Log ind med denne mailadresse:\n{address}\n\n\
         Første gang skal du sætte en app til koder op. Hav telefonen ved hånden, det tager et par minutter.\n\n\
         --\nSamhandel Nord. Du får mailen, fordi den, der driver kataloget, har inviteret din adresse.\n"
    );
    let html = document(
        &subject,
        view! {
            <p>"Du er inviteret som redaktør på Samhandel Nord."</p>
            {button("Log ind med denne mailadresse", address)}
            <p>"Første gang skal du sætte en app til koder op. Hav telefonen ved hånden, det tager et par minutter."</p>
            <p style="font-size:14px;color:#4a5a60">
                "Samhandel Nord. Du får mailen, fordi den, der driver kataloget, har inviteret din adresse."
            </p>
        },
    );
    Mail { subject, text, html }
}
