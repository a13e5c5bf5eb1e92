//! Of two listings one: where they differ, and what comes of the choices.

use std::collections::BTreeSet;

use app::model::{Listing, Merge, MergeField};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use content::listing::{Closed, State};
use content::taxonomy::{Cooperation, Municipality, Ref, Term, Trade};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::store::{StoreError, fields};

/// What is no matter of choice: its address, and where it stands.
const FIXED: [&str; 4] = ["slug", "state", "published", "closed"];

/// Two listings side by side. Where only one of them says something, that is chosen, else what the one
/// says that stays.
///
/// # Errors
/// Never for listings that can be stored.
pub fn side_by_side(kept: Listing, other: Listing) -> Result<Merge, StoreError> {
    let version = version(&kept, &other)?;
    let (mine, theirs) = (fields(&kept)?, fields(&other)?);
    let keys: BTreeSet<&String> = mine.keys().chain(theirs.keys()).collect();
    let differing = keys
        .into_iter()
        .filter(|key| !FIXED.contains(&key.as_str()) && mine.get(*key) != theirs.get(*key))
        .map(|key| MergeField {
            key: key.clone(),
            kept: mine.get(key).map(|value| shown(key, value)).unwrap_or_default(),
            other: theirs.get(key).map(|value| shown(key, value)).unwrap_or_default(),
            take_other: !mine.contains_key(key),
        })
        .collect();
    Ok(Merge { kept, other, fields: differing, version })
}

/// The version of two listings; anything changed in one of them, another version.
///
/// # Errors
/// Never for listings that can be stored.
pub fn version(kept: &Listing, other: &Listing) -> Result<String, StoreError> {
    let text = |listing: &Listing| Ok::<_, StoreError>(Value::Object(fields(listing)?).to_string());
    let both = [text(kept)?, text(other)?].join("\0");
    Ok(BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(both.as_bytes())))
}

/// The one listing that comes of the choices. It is public when one of the two is, from the first day one was.
///
/// # Errors
/// Keys of the fields whose values do not go together.
pub fn merged(merge: &Merge) -> Result<Listing, Vec<String>> {
    let unreadable = |_| vec![String::new()];
    let Merge { kept, other, fields: choices, .. } = merge;
    let mut values = fields(kept).map_err(unreadable)?;
    let theirs = fields(other).map_err(unreadable)?;
    for choice in choices.iter().filter(|choice| choice.take_other) {
        match theirs.get(&choice.key) {
            Some(value) => values.insert(choice.key.clone(), value.clone()),
            None => values.remove(&choice.key),
        };
    }
    let whole: Result<Listing, _> = serde_json::from_value(Value::Object(values));
    let mut one = whole.map_err(|_| vec![String::new()])?;
    if other.is_visible() && !one.is_visible() {
        one.state = other.state;
    }
    one.published = [kept.published, other.published].into_iter().flatten().min();
    if one.parent_slug.as_deref().is_some_and(|parent| parent == kept.slug || parent == other.slug) {
        one.parent_slug = None;
    }
    let wrong: Vec<String> = one.problems().into_iter().map(|problem| problem.field.to_owned()).collect();
    if wrong.is_empty() { Ok(one) } else { Err(wrong) }
}

/// The listing that goes, closed with the way to the one that stays.
#[must_use]
pub fn closed(other: &Listing, kept: &Listing, today: chrono::NaiveDate) -> Listing {
    let reason = format!("Siden er lagt sammen med {}.", kept.name);
    let closed = Closed { date: Some(today.into()), reason, moved_to: Some(kept.slug.clone()) };
    Listing { state: State::Closed, closed: Some(closed), ..other.clone() }
}

/// A value as an editor reads it.
fn shown(key: &str, value: &Value) -> String {
    match (key, value) {
        ("municipality", Value::String(slug)) => label::<Municipality>(slug),
        ("trades", Value::Array(slugs)) => lines(slugs, |slug| label::<Trade>(&plain(slug))),
        ("cooperation", Value::Array(slugs)) => lines(slugs, |slug| label::<Cooperation>(&plain(slug))),
        (_, Value::Array(values)) => lines(values, plain),
        (_, value) => plain(value),
    }
}

fn lines(values: &[Value], line: impl Fn(&Value) -> String) -> String {
    values.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn label<T: Term>(slug: &str) -> String {
    Ref::<T>::parse(slug).map_or_else(|_| slug.to_owned(), |term| term.get().label().to_owned())
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(yes) => if *yes { "ja" } else { "nej" }.to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Object(values) => values.values().map(plain).collect::<Vec<_>>().join(", "),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn listing(slug: &str, more: &Value) -> Listing {
        let mut json = json!({ "slug": slug, "name": "Genbrugen", "state": "draft", "municipality": "aalborg",
            "one_line": "Ting", "trades": ["butik-webshop"], "source": { "site": "example.dk" } });
        json.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn fields_that_differ_have_a_choice() {
        let kept = listing("a", &json!({ "phone": "12345678" }));
        let other =
            listing("b", &json!({ "email": "hej@example.dk", "phone": "87654321", "trades": ["metal"] }));
        let merge = side_by_side(kept, other).unwrap();
        let fields: Vec<_> =
            merge.fields.iter().map(|field| (field.key.as_str(), field.take_other)).collect();
        assert_eq!(fields.len(), 3, "{fields:?}");
        for field in [("email", true), ("phone", false), ("trades", false)] {
            assert!(fields.contains(&field), "{fields:?}");
        }
        let one = merged(&merge).unwrap();
        assert_eq!((one.phone.as_deref(), one.email.as_deref()), (Some("12345678"), Some("hej@example.dk")));
        assert_eq!(one.slug, "a");
    }

    #[test]
    fn one_is_public_when_one_was() {
        let kept = listing("a", &json!({ "published": "2026-03-01" }));
        let other =
            listing("b", &json!({ "state": "public", "published": "2026-02-01", "parent_slug": "a" }));
        let one = merged(&side_by_side(kept, other.clone()).unwrap()).unwrap();
        assert_eq!(
            (one.state, one.published, one.parent_slug.clone()),
            (State::Public, other.published, None)
        );
        let gone = closed(&other, &one, other.published.unwrap());
        assert_eq!(gone.problems(), []);
        assert_eq!(gone.moved_to(), Some("a"));
        assert_eq!(gone.closed.unwrap().reason, "Siden er lagt sammen med Genbrugen.");
    }

    #[test]
    fn what_does_not_go_together_is_named() {
        let offer = json!([{ "title": "Mad", "kind": "service", "services": ["kantinedrift"] }]);
        let kept = listing("a", &json!({}));
        let other = listing("b", &json!({ "trades": ["kantine-catering"], "offers": offer }));
        let mut merge = side_by_side(kept, other).unwrap();
        assert_eq!(merged(&merge), Err(vec!["services".to_owned()]));
        merge.fields.iter_mut().for_each(|field| field.take_other = true);
        assert!(merged(&merge).is_ok());
        let trades = merge.fields.iter().find(|field| field.key == "trades").unwrap();
        assert_eq!(trades.other, "Kantine og catering");
    }
}
