//! What the enterprise sells.

use content::taxonomy::{Cooperation, Entry, Ref, Service, Trade};
use leptos::prelude::*;

use super::sheet::{About, Sheet};
use crate::model::{MAX_LINE, MAX_LONG_TEXT, MAX_OFFERS, MAX_SHORT, MAX_TEXT_FIELD};

const KINDS: [(&str, &str); 4] = [
    ("ydelse", "Noget, I gør"),
    ("vare", "En vare"),
    ("underleverance", "Noget, I laver for en anden virksomhed"),
    ("bemanding", "Folk, der arbejder hos kunden"),
];
const YES_OR_NO: [(&str, &str); 3] = [("", "Det siger vi ikke"), ("ja", "Ja"), ("nej", "Nej")];
/// Fewest fields for services in an offer.
const SERVICES: usize = 3;
/// Id of the list that services are picked from.
const LIST: &str = "ydelser";

pub(super) fn fields(sheet: &Sheet<'_>) -> AnyView {
    // In the order of the page, which is that of the summary of what was refused.
    let texts = texts(sheet);
    let trades = sheet.terms::<Trade>(
        "branche",
        About { label: "Brancher", help: "Vælg dem, I arbejder i.", key: "trades" },
    );
    let blocks = sheet.typed.blocks("tilbud").clamp(1, MAX_OFFERS);
    let offers: Vec<_> = (0..blocks).map(|number| offer(sheet, number)).collect();
    let options: Vec<_> = Ref::<Service>::every()
        .map(|service| view! { <option value=service.get().label()></option> })
        .collect();
    let more = (blocks < MAX_OFFERS).then(|| {
        view! { <p><button class="button quiet-button" name="mere" value="tilbud">"Tilføj et tilbud"</button></p> }
    });
    view! {
        {texts} {trades}
        <h2>"Tilbud"</h2>
        <p class="help">"Ét tilbud for hver ting, man kan købe. Skriv det med jeres egne ord, det vigtigste først."</p>
        <datalist id=LIST>{options}</datalist>
        {offers} {more}
        <h2>"Når man handler med jer"</h2>
        {terms(sheet)}
    }
    .into_any()
}

fn texts(sheet: &Sheet<'_>) -> AnyView {
    let line = About {
        label: "Hvad sælger I, på én linje?",
        help: "Højst 140 tegn, uden punktum. Det er det første, en køber læser.",
        key: "one_line",
    };
    let about = About {
        label: "Hvad laver I?",
        help: "Et par korte afsnit. En tom linje begynder et nyt. **To stjerner** gør fed, - først på linjen gør en liste.",
        key: "description",
    };
    let effect = About {
        label: "Hvorfor gør det en forskel at handle hos jer?",
        help: "Skriv om stedet og aldrig om bestemte borgere.",
        key: "social_effect",
    };
    view! {
        {sheet.text("linje", line, 2, MAX_LINE)}
        {sheet.text("beskrivelse", about, 8, MAX_LONG_TEXT)}
        {sheet.text("forskel", effect, 5, MAX_LONG_TEXT)}
    }
    .into_any()
}

fn offer(sheet: &Sheet<'_>, number: usize) -> AnyView {
    let name = |field: &str| format!("tilbud-{number}-{field}");
    let title = About { label: "Hvad er det?", help: "Nogle få ord.", key: "" };
    let words = About { label: "Fortæl lidt mere", help: "", key: "" };
    let kind = About { label: "Hvilken slags?", help: "", key: "" };
    let content = view! {
        {sheet.line(&name("titel"), title, "text", 100)}
        {sheet.text(&name("tekst"), words, 3, MAX_TEXT_FIELD)}
        {sheet.select(&name("art"), kind, &KINDS)}
        {services(sheet, &name("ydelse"))}
        {sheet.tick(&name("fjern"), "Fjern tilbuddet, når I gemmer")}
    };
    Sheet::block(format!("Tilbud {}", number + 1), content.into_any())
}

/// Fields that offer the services of the list while one types: browsers search in it themselves.
fn services(sheet: &Sheet<'_>, name: &str) -> AnyView {
    let typed: Vec<&str> = sheet.typed.all(name).collect();
    let inputs: Vec<_> = (0..(typed.len() + 1).max(SERVICES))
        .map(|index| {
            let id = if index == 0 { name.to_owned() } else { format!("{name}-{index}") };
            let value = typed.get(index).copied().unwrap_or_default().to_owned();
            view! {
                <input
                    id=id
                    name=name.to_owned()
                    list=LIST
                    maxlength="100"
                    autocomplete="off"
                    value=value
                    aria-label=format!("Ydelse {}", index + 1)
                />
            }
        })
        .collect();
    let about = About {
        label: "Ydelser",
        help: "Begynd at skrive, og vælg fra listen. Så kan I findes i filtrene.",
        key: "",
    };
    sheet.group(name, about, false, view! { <div class="picked">{inputs}</div> }.into_any())
}

fn terms(sheet: &Sheet<'_>) -> AnyView {
    let about = |label, help, key| About { label, help, key };
    let one_a_line = "Én på hver linje.";
    let sub = about("Kan I være underleverandør?", "", "subcontractor");
    view! {
        {sheet.terms::<Cooperation>("samarbejde", about("Sådan kan man samarbejde med jer", "", "cooperation"))}
        {sheet.line("kapacitet", about("Hvor meget kan I klare?", "For eksempel 60 kuverter om dagen.", "capacity"), "text", MAX_SHORT)}
        {sheet.line("mindste", about("Mindste ordre", "", "smallest_order"), "text", MAX_SHORT)}
        {sheet.line("stoerste", about("Største ordre", "", "largest_order"), "text", MAX_SHORT)}
        {sheet.text("referencer", about("Kunder, I må nævne", one_a_line, "references"), 3, 20 * MAX_SHORT)}
        {sheet.text("certifikater", about("Certifikater og mærker", one_a_line, "certificates"), 2, 20 * MAX_SHORT)}
        {sheet.radios("underleverandoer", sub, &YES_OR_NO)}
        {sheet.line("ean", about("EAN-nummer", "13 cifre, hvis I tager imod elektroniske fakturaer.", "ean"), "text", 20)}
    }
    .into_any()
}
