//! What a message about a place looks for, in words.

use content::taxonomy::{Ref, Term};

use super::date;
use crate::model::{Home, Wanted};

/// What is looked for, each with its name; what is not said is left out.
#[must_use]
pub fn wanted_facts(wanted: &Wanted) -> Vec<(&'static str, String)> {
    let facts = [
        ("Ordning", labels(&wanted.schemes)),
        ("Opgaver", labels(&wanted.tasks)),
        ("Hensyn", labels(&wanted.considerations)),
        ("Timer om ugen", wanted.hours.map(|hours| hours.to_string())),
        ("Tidligst fra", wanted.from.map(date)),
        ("Kommune", wanted.municipality.map(home)),
    ];
    facts.into_iter().filter_map(|(name, words)| Some((name, words?))).collect()
}

fn home(home: Home) -> String {
    match home {
        Home::In(place) => place.get().name.clone(),
        Home::Elsewhere => "En anden kommune".to_owned(),
    }
}

/// Some labels hold a comma or an “og” of their own.
fn labels<T: Term>(values: &[Ref<T>]) -> Option<String> {
    let labels: Vec<&str> = values.iter().map(|value| value.get().label()).collect();
    (!labels.is_empty()).then(|| labels.join(" · "))
}
