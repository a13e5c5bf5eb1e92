//! Two listings side by side on their way to be one.

use leptos::prelude::*;

use super::framed;
use crate::links;
use crate::model::{Merge, MergeField, MergeOutcome};
use crate::page::Page;
use crate::parts::notice::notice;

/// The fields in the order they are shown, with their names.
const NAMES: [(&str, &str); 32] = [
    ("name", "Navn"),
    ("one_line", "Én linje"),
    ("description", "Beskrivelse"),
    ("social_effect", "Derfor gør det en forskel"),
    ("cvr", "CVR-nummer"),
    ("p_number", "P-nummer"),
    ("ean", "EAN-nummer"),
    ("legal_form", "Juridisk form"),
    ("founded", "Grundlagt"),
    ("website", "Hjemmeside"),
    ("email", "Mail"),
    ("phone", "Telefon"),
    ("parent", "Hører under"),
    ("parent_slug", "Hører under (side i kataloget)"),
    ("municipality", "Kommune"),
    ("addresses", "Adresser"),
    ("label", "Mærke"),
    ("thirty_percent", "Mindst 30 % i målgruppen"),
    ("trades", "Brancher"),
    ("offers", "Varer og ydelser"),
    ("services", "Varer og ydelser"),
    ("cooperation", "Samarbejdsformer"),
    ("delivery", "Levering"),
    ("capacity", "Kapacitet"),
    ("smallest_order", "Mindste ordre"),
    ("largest_order", "Største ordre"),
    ("references", "Kunder"),
    ("certificates", "Certifikater"),
    ("subcontractor", "Underleverandør"),
    ("placement", "Plads til mennesker"),
    ("confirmed", "Bekræftet"),
    ("source", "Kilde"),
];

/// Where they differ, with a choice for each.
#[must_use]
pub fn merge(merge: &Merge, outcome: &MergeOutcome) -> Page {
    let Merge { kept, other, fields, version } = merge;
    let mut ranked: Vec<&MergeField> = fields.iter().collect();
    ranked.sort_by_key(|field| rank(&field.key));
    let choices: Vec<_> = ranked.into_iter().map(|field| choice(field, merge)).collect();
    let same = fields.is_empty().then(|| view! { <p>"De to sider siger det samme om alt."</p> });
    let content = view! {
        {told(outcome)}
        <p class="lead">
            {format!("{} bliver stående. {} lukkes, og dens adresse fører videre.", kept.name, other.name)}
        </p>
        <p>
            "De, der holder siden, og de, der venter på at komme til det, følger med. "
            <a href=links::merge(&other.slug, &kept.slug)>{format!("Behold {} ({}) i stedet", other.name, other.slug)}</a>
        </p>
        <form method="post" action=links::merge(&kept.slug, &other.slug)>
            <input type="hidden" name="udgave" value=version.clone() />
            {same} {choices}
            <button class="button">"Læg sammen"</button>
        </form>
        <p><a href=links::DUPLICATES>"Tilbage til dubletter"</a></p>
    };
    framed("dubletter", "Læg to sider sammen", content)
}

fn told(outcome: &MergeOutcome) -> impl IntoView + use<> {
    let words = match outcome {
        MergeOutcome::Open => return None,
        MergeOutcome::Conflict => {
            "En af siderne er rettet, mens I så på dem. Her er de, som de er nu. Intet er lagt sammen endnu."
                .to_owned()
        }
        MergeOutcome::Unsound(keys) => {
            let mut names: Vec<&str> = keys.iter().map(|key| label(key)).collect();
            names.dedup();
            format!(
                "Det valgte passer ikke sammen: se på {}. Vælg det fra samme side. Intet er lagt sammen endnu.",
                names.join(", ")
            )
        }
    };
    Some(notice("triangle-alert", view! { <p role="alert">{words}</p> }))
}

fn choice(field: &MergeField, merge: &Merge) -> impl IntoView + use<> {
    let name = format!("felt-{}", field.key);
    let radio = |value: &'static str, whose: &str, said: &str, checked: bool| {
        let said = if said.is_empty() { "(intet)" } else { said };
        view! {
            <label class="choice">
                <input type="radio" name=name.clone() value=value checked=checked />
                <span class="merge-value"><span class="quiet">{format!("{whose}: ")}</span> {said.to_owned()}</span>
            </label>
        }
    };
    view! {
        <fieldset class="form-field wide">
            <legend>{label(&field.key)}</legend>
            {radio("den-ene", &merge.kept.slug, &field.kept, !field.take_other)}
            {radio("den-anden", &merge.other.slug, &field.other, field.take_other)}
        </fieldset>
    }
}

/// The name of a field.
fn label(key: &str) -> &'static str {
    NAMES.iter().find(|(known, _)| *known == key).map_or("Andet", |(_, name)| name)
}

/// Where a field stands on the page.
fn rank(key: &str) -> usize {
    NAMES.iter().position(|(known, _)| *known == key).unwrap_or(NAMES.len())
}

#[cfg(test)]
mod tests {
    use content::Listing;

    use super::*;

    fn listing(slug: &str) -> Listing {
        serde_json::from_value(serde_json::json!({ "slug": slug, "name": slug, "state": "draft" })).unwrap()
    }

    fn field(key: &str, kept: &str, take_other: bool) -> MergeField {
        MergeField { key: key.to_owned(), kept: kept.to_owned(), other: "<b>".to_owned(), take_other }
    }

    #[test]
    fn each_field_has_a_choice_and_one_is_made() {
        let both = Merge {
            kept: listing("a"),
            other: listing("b"),
            fields: vec![field("one_line", "Mad", false), field("phone", "", true)],
            version: "v".to_owned(),
        };
        let html = merge(&both, &MergeOutcome::Open).body;
        assert!(html.contains("name=\"felt-one_line\" value=\"den-ene\" checked"), "{html}");
        assert!(html.contains("name=\"felt-phone\" value=\"den-anden\" checked"), "{html}");
        assert_eq!(html.matches(" checked").count(), 2);
        assert!(html.contains("(intet)") && html.contains("&lt;b&gt;") && html.contains("Telefon"));
        assert!(html.contains("/redaktion/dubletter/b/a") && !html.contains("role=\"alert\""));
        assert!(merge(&both, &MergeOutcome::Conflict).body.contains("rettet, mens I så på dem"));
        let unsound = MergeOutcome::Unsound(vec!["services".to_owned(), "services".to_owned()]);
        assert!(merge(&both, &unsound).body.contains("se på Varer og ydelser."));
    }
}
