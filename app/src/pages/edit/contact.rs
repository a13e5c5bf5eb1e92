//! How and where the enterprise is reached.

use content::taxonomy::{Entry, Municipality, Ref};
use leptos::prelude::*;

use super::sheet::{About, Sheet};
use crate::model::{MAX_ADDRESSES, MAX_NAME, MAX_SHORT, OwnListing};
use crate::parts::notice::notice;

pub(super) fn fields(sheet: &Sheet<'_>, own: &OwnListing) -> AnyView {
    let about = |label, help, key| About { label, help, key };
    let waits = (!own.editor).then(|| {
        notice(
            "info",
            view! { <p>"Retter I hjemmeside, mail eller telefon, ser en redaktør på det først. Det gamle står, så længe."</p> },
        )
    });
    let mail = about("Fælles mailadresse", "Aldrig en bestemt medarbejders. Alle kan se den.", "email");
    let phone = about("Telefon", "Hovednummeret. Alle kan se det.", "phone");
    let reached = view! {
        {sheet.line("hjemmeside", about("Hjemmeside", "", "website"), "url", MAX_SHORT)}
        {sheet.line("mail", mail, "email", MAX_NAME)}
        {sheet.line("telefon", phone, "tel", 30)}
    }
    .into_any();
    let blocks = sheet.typed.blocks("adresse").clamp(1, MAX_ADDRESSES);
    let addresses: Vec<_> = (0..blocks).map(|number| address(sheet, number)).collect();
    let more = (blocks < MAX_ADDRESSES).then(|| {
        view! { <p><button class="button quiet-button" name="mere" value="adresse">"Tilføj en adresse"</button></p> }
    });
    let mut municipalities = vec![("", "Den, adressen ligger i")];
    municipalities
        .extend(Ref::<Municipality>::every().map(|place| (place.get().slug(), place.get().label())));
    let municipality =
        about("Kommune", "Vi finder den ud fra byen. Ret den, hvis den er forkert.", "municipality");
    view! {
        {waits}
        {reached}
        <h2>"Adresser"</h2>
        {addresses} {more}
        {sheet.select("kommune", municipality, &municipalities)}
    }
    .into_any()
}

fn address(sheet: &Sheet<'_>, number: usize) -> AnyView {
    let name = |field: &str| format!("adresse-{number}-{field}");
    let about = |label, help| About { label, help, key: "" };
    let point = About {
        label: "Punkt på kortet",
        help: "Bredde og længde, for eksempel 57.05, 9.92. Står feltet tomt, bruger vi midten af byen.",
        key: if number == 0 { "addresses" } else { "" },
    };
    // Once sent, an empty one was empty when the form was opened; what is typed since is no such point.
    let sent = name("punkt-foer");
    let opened = sheet.typed.all(&sent).next();
    let opened = opened.unwrap_or_else(|| sheet.typed.one(&name("punkt"))).to_owned();
    let content = view! {
        {sheet.line(&name("gade"), about("Gade og nummer", ""), "text", MAX_NAME)}
        {sheet.line(&name("postnr"), about("Postnummer", ""), "text", 4)}
        {sheet.line(&name("by"), about("By", ""), "text", MAX_NAME)}
        {sheet.line(&name("punkt"), point, "text", 40)}
        <input type="hidden" name=sent value=opened />
        {sheet.tick(&name("fjern"), "Fjern adressen, når I gemmer")}
    };
    let legend =
        if number == 0 { "Den vigtigste adresse".to_owned() } else { format!("Adresse {}", number + 1) };
    Sheet::block(legend, content.into_any())
}
