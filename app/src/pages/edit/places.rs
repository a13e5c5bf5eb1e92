//! Places for people.

use content::taxonomy::{Consideration, Entry, Ref, Scheme, Task};
use leptos::prelude::*;

use super::sheet::{About, Sheet};
use crate::model::{MAX_SHORT, MAX_TEXT_FIELD};

pub(super) fn fields(sheet: &Sheet<'_>) -> AnyView {
    let about = |label, help| About { label, help, key: "" };
    let tasks = About {
        label: "Opgaver",
        help: "Det, man kan lave hos jer. Har I ingen pladser, så lad hele siden stå tom.",
        key: "placement",
    };
    let schemes = about("Ordninger", "Skriv et tal, hvis I ved, hvor mange pladser der er ledige nu.");
    let free = |scheme: Ref<Scheme>| {
        let label = format!("Ledige pladser: {}", scheme.get().label());
        let name = format!("ledige-{}", scheme.get().slug());
        let value = sheet.typed.one(&name).to_owned();
        view! {
            <input class="free" id=name.clone() name=name inputmode="numeric" maxlength="3" size="3" autocomplete="off" value=value aria-label=label placeholder="antal" />
        }
        .into_any()
    };
    view! {
        {sheet.terms::<Task>("opgave", tasks)}
        {sheet.terms_with::<Scheme>("ordning", schemes, free)}
        {sheet.terms::<Consideration>("hensyn", about("Hensyn, I kan tage", "Hellere få, der passer, end mange."))}
        {sheet.terms::<Consideration>("ikke-hensyn", about("Det kan vi ikke lige nu", "Så slipper I for at blive spurgt. Det, der ikke er krydset af nogen af stederne, kan man spørge jer om."))}
        {sheet.number("timer-fra", about("Færrest timer om ugen", ""), "timer")}
        {sheet.number("timer-til", about("Flest timer om ugen", ""), "timer")}
        {people(sheet)}
    }
    .into_any()
}

fn people(sheet: &Sheet<'_>) -> AnyView {
    let about = |label, help| About { label, help, key: "" };
    let experience =
        about("Erfaring med", "Én på hver linje. Skriv om grupper, aldrig om bestemte mennesker.");
    let received =
        about("Hvem tager imod nye?", "En funktion og ikke et navn, for eksempel værkstedslederen.");
    let reach = about(
        "Hvordan kommer man dertil uden bil?",
        "Skriv det, man kan tjekke: fra hvilket stop, hvilken station eller hvilken by, og hvor langt der er til fods eller på cykel i meter eller kilometer. Skriv ikke, hvor lang tid bussen tager. For eksempel: 400 meter til fods fra Hobro Station.",
    );
    let pause = about("Vi tager ikke imod nye før", "Lad feltet være tomt, hvis I er åbne.");
    let messages = about("Flest henvendelser om måneden", "Så får I ikke flere, end I kan nå at svare på.");
    view! {
        {sheet.text("erfaring", experience, 3, 20 * MAX_SHORT)}
        {sheet.line("modtager", received, "text", MAX_SHORT)}
        {sheet.text("foerste-dag", about("Hvordan er den første dag?", ""), 3, MAX_TEXT_FIELD)}
        {sheet.line("uden-bil", reach, "text", MAX_SHORT)}
        {sheet.line("kontaktmaade", about("Hvordan vil I helst kontaktes?", "For eksempel ring mellem 9 og 11."), "text", MAX_SHORT)}
        {sheet.number("henvendelser", messages, "om måneden")}
        {sheet.line("pause-til", pause, "date", 10)}
        {sheet.text("bemaerkning", about("Andet", ""), 3, MAX_TEXT_FIELD)}
    }
    .into_any()
}
