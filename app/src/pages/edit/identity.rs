//! Who the enterprise is.

use leptos::prelude::*;

use super::sheet::{About, Sheet};
use crate::links;
use crate::model::{MAX_NAME, MAX_SHORT, OwnListing};
use crate::parts::notice::notice;

const LABELS: [(&str, &str); 3] = [
    ("", "Ingen af dem"),
    ("soev", "Socialøkonomisk virksomhed"),
    ("rsv", "Registreret socialøkonomisk virksomhed (RSV)"),
];

pub(super) fn fields(sheet: &Sheet<'_>, own: &OwnListing) -> AnyView {
    let waits = (!own.editor).then(|| {
        notice(
            "info",
            view! { <p>"Retter I navn, CVR-nummer eller mærke, ser en redaktør på det først. Det gamle står, så længe."</p> },
        )
    });
    let name = About { label: "Navn", key: "name", ..About::default() };
    let cvr = About { label: "CVR-nummer", help: "8 cifre.", key: "cvr" };
    let unit =
        About {
            label: "P-nummer", help: "10 cifre. Kun hvis I er en del af noget større.", key: "p_number"
        };
    let form = About { label: "Form", help: "For eksempel forening, fond eller ApS.", key: "legal_form" };
    let founded = About { label: "Begyndte i år", help: "", key: "founded" };
    let parent = About {
        label: "Hører under",
        help: "Navnet på den virksomhed eller fond, I hører til.",
        key: "parent",
    };
    let parent = own.listing.parent_slug.as_deref().map_or_else(
        || sheet.line("under", parent, "text", MAX_NAME),
        |slug| {
            view! { <p>"I hører under " <a href=links::listing_at(slug)>{slug.to_owned()}</a> "."</p> }
                .into_any()
        },
    );
    let basis = About {
        label: "Hvordan kan man se det?",
        help: "For eksempel jeres vedtægter, eller datoen I blev registreret.",
        key: "",
    };
    let label = About { label: "Mærke", help: "Det, I må kalde jer.", key: "label" };
    let looked_up = About {
        label: "Slået op i statens register den",
        help: "Kun redaktionen kan skrive det. Først da må ordet registreret bruges.",
        key: "",
    };
    let thirty = About {
        label: "Jeres egen erklæring",
        help: "Offentlige købere kan have brug for den.",
        key: "thirty_percent",
    };
    view! {
        {waits}
        {sheet.line("navn", name, "text", MAX_NAME)}
        {sheet.line("cvr", cvr, "text", 12)}
        {sheet.line("pnummer", unit, "text", 14)}
        {sheet.line("form", form, "text", MAX_SHORT)}
        {sheet.number("startet", founded, "")}
        {parent}
        {sheet.radios("maerke", label, &LABELS)}
        {sheet.line("grundlag", basis, "text", MAX_SHORT)}
        {own.editor.then(|| sheet.line("slaaet-op", looked_up, "date", 10))}
        {sheet.group("tredive", thirty, false, sheet.tick("tredive", "Mindst 30 % af vores beskæftigede er i målgruppen"))}
    }
    .into_any()
}
