//! What the link of the mail that confirms an address leads to, and what is said around it.

use leptos::prelude::*;

use super::own;
use crate::model::{SENDER_DAYS, ToConfirm};
use crate::page::Page;
use crate::{links, text};

/// Says that a link is on its way, to whichever address.
#[must_use]
pub fn written() -> Page {
    own("Kig i jeres indbakke", written_view())
}

/// Shows whoever followed the link what goes to whom, with a button, so that a mail scanner sends nothing.
#[must_use]
pub fn confirm(key: &str, message: &ToConfirm) -> Page {
    own("Send jeres besked", confirm_view(key, message))
}

/// Says that the message is on its way already.
#[must_use]
pub fn sent_already() -> Page {
    let words = "Beskeden er bekræftet, og den bliver kun sendt én gang. I har fået en mail med et link til siden, hvor I kan se, hvem der har svaret.";
    own("Beskeden er allerede sendt", said("Beskeden er allerede sendt", words))
}

/// Says that the link no longer works, and what to do.
#[must_use]
pub fn expired() -> Page {
    let words = "Et link virker i et døgn. Så sletter vi beskeden, og den er ikke blevet sendt. Skriv den igen, så får I et nyt link.";
    own("Linket virker ikke mere", said("Linket virker ikke mere", words))
}

/// Says that nobody is left whom the message could go to.
#[must_use]
pub fn nobody_left() -> Page {
    let words = "Ingen af dem, I skrev til, kan få beskeden lige nu, så den er ikke sendt. Find en anden, der sælger det samme.";
    own("Beskeden kan ikke sendes nu", said("Beskeden kan ikke sendes nu", words))
}

/// Says that the sender has sent as many as one may in a day.
#[must_use]
pub fn too_many() -> Page {
    let words = "I har sendt så mange beskeder, som man kan på et døgn. Den her er ikke sendt endnu. Linket i mailen virker stadig: prøv igen om nogle timer.";
    own("Vent lidt med at sende", said("Vent lidt med at sende", words))
}

fn said(title: &'static str, words: &'static str) -> impl IntoView {
    view! {
        <article class="page form-page">
            <h1>{title}</h1>
            <p class="lead">{words}</p>
            <p><a class="button" href=links::SEARCH>"Find virksomheder"</a></p>
        </article>
    }
}

fn written_view() -> impl IntoView {
    view! {
        <article class="page form-page">
            <h1>"Kig i jeres indbakke"</h1>
            <p class="lead">"Vi har sendt en mail med et link. Beskeden bliver først sendt, når I har fulgt linket og trykket Send."</p>
            <p>
                "Linket virker i et døgn. Kommer mailen ikke, så se efter i uønsket post, og tjek, at I skrev adressen rigtigt. "
                "Har I sendt den samme besked flere gange, får I kun én mail."
            </p>
            <p><a href=links::SEARCH>"Find flere virksomheder"</a></p>
        </article>
    }
}

fn confirm_view(key: &str, message: &ToConfirm) -> impl IntoView + use<> {
    let to: Vec<_> = message
        .to
        .iter()
        .map(|listing| view! { <li><a href=links::listing(listing)>{listing.name.clone()}</a></li> })
        .collect();
    let blocked: Vec<_> = message
        .blocked
        .iter()
        .map(|(name, why)| view! { <li>{format!("{name}: {}", text::obstacle(*why))}</li> })
        .collect();
    let blocked = (!blocked.is_empty()).then(|| {
        view! { <p>"De her kan ikke få den længere:"</p> <ul>{blocked}</ul> }
    });
    view! {
        <article class="page form-page">
            <h1>"Send jeres besked"</h1>
            <p class="lead">"Jeres mailadresse er rigtig. Et klik mere, så er beskeden på vej til:"</p>
            <ul>{to}</ul>
            {blocked}
            {letter(message)}
            <form method="post" action=links::CONFIRM_MESSAGE>
                <input type="hidden" name="noegle" value=key.to_owned() />
                <div class="form-field">
                    <label class="choice">
                        <input type="checkbox" name="husk" value="ja" />
                        <span>{format!("Husk min mailadresse på denne computer i {SENDER_DAYS} dage")}</span>
                    </label>
                    <p class="help">"Så slipper I for linket næste gang. Lad være på en computer, som andre bruger."</p>
                </div>
                <button class="button">"Send"</button>
            </form>
            <p class="quiet">"Har I ikke selv skrevet beskeden, så luk bare siden. Så bliver der ikke sendt noget."</p>
        </article>
    }
}

/// What they will read.
fn letter(message: &ToConfirm) -> impl IntoView + use<> {
    let names = ["Hvad", "Hvor meget", "Hvor", "Hvornår"];
    let wishes: Vec<_> = names
        .into_iter()
        .zip(&message.wishes)
        .filter(|(_, words)| !words.is_empty())
        .map(|(name, words)| (name, words.clone()))
        .chain(text::wanted_facts(&message.wanted))
        .map(|(name, words)| view! { <dt>{name}</dt> <dd>{words}</dd> })
        .collect();
    view! {
        <dl class="change letter">
            <dt>"Hvad det handler om"</dt>
            <dd>{text::message_kind(message.kind)}</dd>
            {wishes}
            <dt>"Fra"</dt>
            <dd>{message.company.clone()}</dd>
        </dl>
    }
}
