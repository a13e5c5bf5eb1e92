//! About who keeps a listing: an invitation, and that nobody is left.

use leptos::prelude::*;

use super::{Mail, button, document};
use crate::model::{INVITATION_DAYS, Role};

/// Asks somebody to keep a listing too.
#[must_use]
pub fn colleague(name: &str, role: Role, address: &str) -> Mail {
    let subject = format!("Vil I være med til at holde siden om {name}?");
    let first = format!("I er inviteret til at holde siden om {name} på Samhandel Nord.");
    let may = match role {
        Role::Edit => "Siger I ja, kan I rette siden.",
        Role::Invite => "Siger I ja, kan I rette siden og invitere andre.",
    };
    let terms = format!("Linket virker i {INVITATION_DAYS} dage, og kun én gang.");
    let no = "Er det ikke noget for jer, kan I roligt slette mailen. Så sker der ikke noget.";
    let end = "Samhandel Nord. I får mailen, fordi en, der holder siden, har inviteret jeres adresse.";
    let text = format!("{first} {may}\n\nSig ja:\n{address}\n\n{terms}\n\n{no}\n\n--\n{end}\n");
    let html = document(
        &subject,
        view! {
            <p>{first} " " {may}</p>
            {button("Sig ja", address)}
            <p>{terms}</p>
            <p>{no}</p>
            <p style="font-size:14px;color:#4a5a60">{end}</p>
        },
    );
    Mail { subject, text, html }
}

/// Tells editors that nobody is left who may let others into a listing; `address` leads to who keeps it.
#[must_use]
pub fn orphan(name: &str, address: &str) -> Mail {
    let subject = format!("Ingen kan længere invitere til siden om {name}");
    let first = format!("Den sidste, der kunne invitere andre til siden om {name}, er der ikke mere.");
    let stays = "Siden bliver stående. Spørg virksomheden, hvem der tager over.";
    let end = "Samhandel Nord. Du får mailen, fordi du er redaktør.";
    let text = format!("{first} {stays}\n\nSe, hvem der holder den:\n{address}\n\n--\n{end}\n");
    let html = document(
        &subject,
        view! {
            <p>{first} " " {stays}</p>
            {button("Se, hvem der holder den", address)}
            <p style="font-size:14px;color:#4a5a60">{end}</p>
        },
    );
    Mail { subject, text, html }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_text_in_both_bodies_and_the_role_is_said() {
        for mail in [colleague("A <b> & C", Role::Invite, "https://x"), orphan("A <b> & C", "https://x")] {
            assert!(mail.text.contains("A <b> & C") && mail.html.contains("A &lt;b&gt; &amp; C"), "{mail:?}");
            assert!(mail.text.contains("https://x") && mail.html.contains("https://x"));
        }
        let invites = |role| colleague("A", role, "https://x").text.contains("invitere andre");
        assert!(invites(Role::Invite) && !invites(Role::Edit));
    }
}
