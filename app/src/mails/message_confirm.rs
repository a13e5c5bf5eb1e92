//! Asks whoever wrote a message to confirm their mail address.

use leptos::prelude::*;

use super::{Mail, button, document};
use crate::model::MESSAGE_HOURS;

/// The mail with the link; `to` names those the message goes to, and `address` is whole.
#[must_use]
pub fn confirm_message(to: &[String], address: &str) -> Mail {
    let subject = "Bekræft jeres adresse, så sender vi jeres besked".to_owned();
    let first = "I har skrevet en besked på Samhandel Nord. Den er ikke sendt endnu.";
    let whom = format!("Den skal til: {}.", to.join(", "));
    let then = "Bekræfter I adressen, får virksomhederne hver sin mail, og de svarer direkte til jer.";
    let terms = format!("Linket virker i {MESSAGE_HOURS} timer, fra I skrev. Så sletter vi beskeden.");
    let not_you = "Har I ikke skrevet noget, kan I roligt slette mailen. Så bliver der ikke sendt noget.";
    let end = "Samhandel Nord. I får mailen, fordi nogen skrev jeres adresse under en besked.";
    let text = format!(
        "{first}\n{whom}\n\nSe beskeden, og send den:\n{address}\n\n{then}\n\n{terms}\n\n{not_you}\n\n--\n{end}\n"
    );
    let html = document(
        &subject,
        view! {
            <p>{first}" " {whom}</p>
            {button("Se beskeden, og send den", address)}
            <p>{then}</p>
            <p>{terms}</p>
            <p>{not_you}</p>
            <p style="font-size:14px;color:#4a5a60">{end}</p>
        },
    );
    Mail { subject, text, html }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_bodies_say_whom_it_goes_to_and_how_long_the_link_works() {
        let mail = confirm_message(&["A <b> & C".to_owned(), "D".to_owned()], "https://x/y?noegle=k");
        assert!(mail.text.contains("A <b> & C, D.") && mail.html.contains("A &lt;b&gt; &amp; C, D."));
        for body in [&mail.text, &mail.html] {
            assert!(body.contains("https://x/y?noegle=k") && body.contains("24 timer"), "{body}");
        }
        assert!(!mail.subject.contains("A <b>"));
    }
}
