//! Putting an enterprise into the catalogue.

use content::taxonomy::{Entry, Ref, Trade};
use leptos::prelude::*;

use super::edit::{About, Sheet};
use crate::links;
use crate::model::{MAX_LINE, MAX_NAME, Origins, Refusals, Typed};
use crate::page::Page;
use crate::parts::form;
use crate::parts::notice::notice;

/// The form, with what was typed, what is wrong with it, the listings it may be twice (slug and name), and
/// whether it was sent too often for now.
#[must_use]
pub fn page(typed: &Typed, refused: &Refusals, alike: &[(String, String)], too_often: bool) -> Page {
    let view = view(typed, refused, alike, too_often);
    let page = Page::new("Opret virksomhed", "Få jeres virksomhed i kataloget.", "", view);
    Page { canonical: None, indexed: false, kept: false, ..page.quickened_by(&["enhance/leave.js"]) }
}

fn view(
    typed: &Typed,
    refused: &Refusals,
    alike: &[(String, String)],
    too_often: bool,
) -> impl IntoView + use<> {
    let origins = Origins::new();
    let sheet = Sheet::new(typed, refused, None, &origins);
    let mut trades = vec![("", "Vælg den vigtigste")];
    trades.extend(Ref::<Trade>::every().map(|trade| (trade.get().slug(), trade.get().label())));
    let about = |label, help| About { label, help, key: "" };
    let fields = view! {
                {sheet.line("navn", about("Navn", ""), "text", MAX_NAME)}
                {sheet.line("cvr", about("CVR-nummer", "8 cifre. Har I ikke et, så spring over."), "text", 12)}
                {sheet.line("adresse-0-gade", about("Gade og nummer", ""), "text", MAX_NAME)}
                {sheet.line("adresse-0-postnr", about("Postnummer", ""), "text", 4)}
                {sheet.line("adresse-0-by", about("By", ""), "text", MAX_NAME)}
                {municipality(&sheet)}
                {sheet.text("linje", about("Hvad sælger I, på én linje?", "Højst 140 tegn, uden punktum."), 2, MAX_LINE)}
                {sheet.select("branche", about("Branche", "I kan vælge flere bagefter."), &trades)}
                {(!alike.is_empty()).then(|| sheet.tick("alligevel", "Nej, det er en anden virksomhed. Opret den."))}
    }
    .into_any();
    view! {
        <article class="page form-page">
            {sheet.summary()}
            {form::too_often(too_often)}
            {warning(alike)}
            <h1>"Opret virksomhed"</h1>
            <p class="lead">"Det her er nok til at begynde med. Redaktionen ser på det, og imens kan I skrive resten."</p>
            <form method="post" action=links::CREATE data-leave="" novalidate>
                {fields}
                <p class="save"><button class="button">"Opret"</button></p>
            </form>
        </article>
    }
}

/// Asked for only when the town does not say it.
fn municipality(sheet: &Sheet<'_>) -> Option<AnyView> {
    use content::taxonomy::Municipality;
    let asked =
        sheet.refused.iter().any(|(name, _)| name == "kommune") || !sheet.typed.one("kommune").is_empty();
    asked.then(|| {
        let mut options = vec![("", "Vælg")];
        options.extend(Ref::<Municipality>::every().map(|place| (place.get().slug(), place.get().label())));
        sheet.select("kommune", About { label: "Kommune", ..About::default() }, &options)
    })
}

fn warning(alike: &[(String, String)]) -> Option<AnyView> {
    let items: Vec<_> = alike
        .iter()
        .map(|(slug, name)| {
            view! {
                <li>
                    <a href=links::listing_at(slug)>{name.clone()}</a> ": "
                    <a href=links::claim(slug)>"det er os"</a>
                </li>
            }
        })
        .collect();
    (!items.is_empty()).then(|| {
        notice(
            "triangle-alert",
            view! {
                <div role="alert">
                    <p>"Måske står I her allerede:"</p>
                    <ul>{items}</ul>
                    <p>"Er det jer, så bed om adgang i stedet. Alt, I har skrevet, står her stadig."</p>
                </div>
            },
        )
        .into_any()
    })
}
