//! Where the enterprise delivers.

use content::taxonomy::Municipality;
use leptos::prelude::*;

use super::sheet::{About, Sheet};
use crate::model::MAX_SHORT;

pub(super) fn fields(sheet: &Sheet<'_>) -> AnyView {
    let wide = About { label: "Langt omkring", help: "Sæt kryds, hvis det passer.", key: "delivery" };
    let single = About { label: "Kun til nogle kommuner", help: "Sæt kryds ved dem.", key: "" };
    let around =
        About { label: "Eller et antal kilometer omkring jeres adresse", help: "I luftlinje.", key: "" };
    let note = About {
        label: "Med jeres egne ord",
        help: "For eksempel “gratis levering i Hobro” eller “kun afhentning”.",
        key: "",
    };
    let ticks = view! {
        {sheet.tick("region", "Vi leverer i hele Nordjylland")}
        {sheet.tick("land", "Vi leverer i hele landet")}
    };
    view! {
        {sheet.group("region", wide, false, ticks.into_any())}
        {sheet.terms::<Municipality>("kommune", single)}
        {sheet.number("km", around, "km")}
        {sheet.line("saadan", note, "text", MAX_SHORT)}
    }
    .into_any()
}
