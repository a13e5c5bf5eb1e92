//! Names and values of a listing's fields, for those who keep it.

use content::listing::{Picture, State};
use content::taxonomy::{Consideration, Cooperation, Municipality, Ref, Scheme, Service, Task, Term, Trade};
use serde_json::Value;

use super::{date, pictures};

/// The field with this key, as editors read it; also of parts of a field.
#[must_use]
pub fn listing_field(key: &str) -> &'static str {
    FIELDS.iter().find(|(known, _)| *known == key).map_or("Andet", |(_, name)| name)
}

const FIELDS: &[(&str, &str)] = &[
    ("name", "Navn"),
    ("slug", "Adresse i kataloget"),
    ("state", "Status"),
    ("published", "I kataloget siden"),
    ("one_line", "Én linje"),
    ("description", "Beskrivelse"),
    ("social_effect", "Derfor gør det en forskel"),
    ("cvr", "CVR-nummer"),
    ("p_number", "P-nummer"),
    ("ean", "EAN-nummer"),
    ("legal_form", "Form"),
    ("founded", "Begyndte"),
    ("website", "Hjemmeside"),
    ("email", "Mail"),
    ("phone", "Telefon"),
    ("parent", "Hører under"),
    ("parent_slug", "Hører under"),
    ("municipality", "Kommune"),
    ("addresses", "Adresser"),
    ("label", "Mærke"),
    ("thirty_percent", "Mindst 30 % i målgruppen"),
    ("trades", "Brancher"),
    ("offers", "Tilbud"),
    ("cooperation", "Samarbejde"),
    ("delivery", "Leverer til"),
    ("capacity", "Kapacitet"),
    ("smallest_order", "Mindste ordre"),
    ("largest_order", "Største ordre"),
    ("references", "Referencer"),
    ("certificates", "Certifikater"),
    ("subcontractor", "Underleverandør"),
    ("placement", "Plads til mennesker"),
    ("confirmed", "Bekræftet"),
    ("confirm_months", "Måneder mellem bekræftelser"),
    ("source", "Kilde"),
    ("closed", "Lukket"),
    ("pictures", "Billeder"),
    ("logo", "Logo"),
    ("street", "Gade"),
    ("postcode", "Postnummer"),
    ("town", "By"),
    ("point", "Punkt"),
    ("kind", "Art"),
    ("basis", "Grundlag"),
    ("date", "Dato"),
    ("verified", "Slået op i registret"),
    ("municipalities", "Kommuner"),
    ("km", "Kilometer"),
    ("region", "Hele Nordjylland"),
    ("country", "Hele landet"),
    ("note", "Bemærkning"),
    ("services", "Ydelser"),
    ("schemes", "Ordninger"),
    ("tasks", "Opgaver"),
    ("considerations", "Hensyn"),
    ("ruled_out", "Hensyn, der ikke kan tages"),
    ("experience", "Erfaring"),
    ("free", "Ledige pladser"),
    ("received_by", "Modtager nye"),
    ("first_day", "Den første dag"),
    ("reach", "Uden bil"),
    ("contact", "Kontakt"),
    ("paused_until", "Pause til"),
    ("reason", "Grund"),
];

/// Parts that say what they are by themselves.
const PLAIN: [&str; 5] = ["street", "postcode", "town", "title", "text"];

/// What a field says, as editors read it; empty for nothing.
#[must_use]
pub fn listing_value(key: &str, value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::Array(_)) if key == "pictures" => shown_pictures(value),
        Some(Value::Object(_)) if key == "logo" => shown_pictures(value),
        Some(Value::Bool(yes)) => if *yes { "ja" } else { "nej" }.to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::String(text)) => term(key, text).unwrap_or_else(|| text.clone()),
        Some(Value::Array(values)) => {
            let shown: Vec<String> = values.iter().map(|value| listing_value(key, Some(value))).collect();
            shown.join(if values.iter().any(Value::is_object) { "\n" } else { ", " })
        }
        Some(Value::Object(parts)) if key == "point" => {
            let part = |name: &str| parts.get(name).map(ToString::to_string).unwrap_or_default();
            format!("{}, {}", part("lat"), part("lon"))
        }
        Some(Value::Object(parts)) => {
            let shown = parts.iter().filter(|(name, _)| *name != "precision").map(|(name, value)| {
                let value = listing_value(name, Some(value));
                if PLAIN.contains(&name.as_str()) { value } else { format!("{}: {value}", part(name)) }
            });
            shown.collect::<Vec<_>>().join(" · ")
        }
    }
}

/// One picture or several.
fn shown_pictures(value: Option<&Value>) -> String {
    let value = value.cloned().unwrap_or_default();
    let several = if value.is_array() { value } else { Value::Array(vec![value]) };
    serde_json::from_value::<Vec<Picture>>(several).map(|all| pictures(&all)).unwrap_or_default()
}

fn part(name: &str) -> &'static str {
    match name {
        "on" => "Dag",
        "by" => "Af",
        "site" => "Side",
        "scheme" => "Ordning",
        "count" => "Antal",
        "confirmed" => "Sagt",
        "hours_from" => "Timer fra",
        "hours_to" => "Timer til",
        "messages_per_month" => "Henvendelser om måneden",
        "moved_to" => "Lagt sammen med",
        name => listing_field(name),
    }
}

/// A value of a vocabulary by its label, and what else has a Danish word.
fn term(key: &str, slug: &str) -> Option<String> {
    fn label<T: Term>(slug: &str) -> Option<String> {
        Ref::<T>::parse(slug).ok().map(|term| term.get().label().to_owned())
    }
    match key {
        "trades" => label::<Trade>(slug),
        "services" => label::<Service>(slug),
        "cooperation" => label::<Cooperation>(slug),
        "municipality" | "municipalities" => label::<Municipality>(slug),
        "schemes" | "scheme" => label::<Scheme>(slug),
        "tasks" => label::<Task>(slug),
        "considerations" | "ruled_out" => label::<Consideration>(slug),
        "state" => serde_json::from_value(slug.into()).ok().map(|known| state(known).to_owned()),
        "kind" => WORDS.iter().find(|(known, _)| *known == slug).map(|(_, word)| (*word).to_owned()),
        _ => slug.parse().ok().map(date),
    }
}

/// Where a listing stands, as editors read it.
#[must_use]
pub fn state(state: State) -> &'static str {
    match state {
        State::Draft => "kladde",
        State::Waiting => "venter",
        State::Public => "i kataloget",
        State::Paused => "på pause",
        State::Closed => "lukket",
    }
}

const WORDS: [(&str, &str); 6] = [
    ("product", "vare"),
    ("service", "ydelse"),
    ("subcontract", "underleverance"),
    ("staffing", "bemanding"),
    ("soev", "socialøkonomisk virksomhed"),
    ("rsv", "registreret (RSV)"),
];

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_read_as_danish() {
        for (key, value, shown) in [
            ("one_line", json!("Frokost"), "Frokost"),
            ("trades", json!(["kantine-catering", "metal"]), "Kantine og catering, Metal og maskinværksted"),
            ("subcontractor", json!(true), "ja"),
            ("thirty_percent", json!("2026-11-22"), "22. november 2026"),
            (
                "addresses",
                json!([{ "street": "Gaden 1", "town": "Hobro", "point": { "lat": 56.6, "lon": 9.8 }, "precision": "town" }]),
                "Punkt: 56.6, 9.8 · Gaden 1 · Hobro",
            ),
            (
                "offers",
                json!([{ "title": "Mad", "kind": "product" }, { "title": "Kurser", "kind": "service" }]),
                "Art: vare · Mad\nArt: ydelse · Kurser",
            ),
        ] {
            assert_eq!(listing_value(key, Some(&value)), shown);
        }
        assert_eq!(listing_value("name", None), "");
    }
}
