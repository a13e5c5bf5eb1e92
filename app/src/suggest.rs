//! Suggestions as the search box reads them.

use serde::Serialize;

use crate::model::{Facet, SearchQuery, Suggested, Suggestion};
use crate::{links, text};

/// Suggestions of one kind.
#[derive(Debug, Serialize)]
struct Group {
    name: &'static str,
    items: Vec<Item>,
}

#[derive(Debug, Serialize)]
struct Item {
    label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<usize>,
    href: String,
}

/// A JSON list of groups in the order of the suggestions:
/// `[{"name": "Ydelser", "items": [{"label": "Vinduespolering", "count": 3, "href": "/virksomheder?…"}]}]`;
/// a listing has a `note` with its town in place of a count.
///
/// # Errors
/// Never: everything in it is text and numbers.
pub fn json(suggestions: &[Suggestion]) -> serde_json::Result<String> {
    let mut groups: Vec<Group> = Vec::new();
    for suggestion in suggestions {
        let (name, item) = shown(suggestion);
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) => group.items.push(item),
            None => groups.push(Group { name, items: vec![item] }),
        }
    }
    serde_json::to_string(&groups)
}

fn shown(suggestion: &Suggestion) -> (&'static str, Item) {
    let count = suggestion.count;
    match &suggestion.to {
        Suggested::Listing(listing) => {
            let town = listing.main_address().map(|address| address.town.clone());
            let note = if listing.is_closed() { Some("lukket".to_owned()) } else { town };
            let item = Item { label: listing.name.clone(), note, count, href: links::listing(listing) };
            ("Virksomheder", item)
        }
        Suggested::Filter(filter) => {
            let (name, label) = match filter.facet() {
                Facet::Trade => ("Brancher", filter.entry().label().to_owned()),
                Facet::Located => ("Steder", text::filter(*filter).into_owned()),
                _ => ("Varer og ydelser", filter.entry().label().to_owned()),
            };
            (name, Item { label, note: None, count, href: links::filter(*filter) })
        }
        Suggested::Near(place, km) => {
            let query = SearchQuery { near: place.name.clone(), km: Some(*km), ..SearchQuery::default() };
            let label = format!("højst {km} km fra {}", place.name);
            ("Steder", Item { label, note: None, count, href: links::search(&query) })
        }
        Suggested::TextIn(words, filter) => {
            let query = SearchQuery { text: words.clone(), ..SearchQuery::only(*filter) };
            let label = format!("{words} {}", text::filter(*filter));
            ("Steder", Item { label, note: None, count, href: links::search(&query) })
        }
    }
}

#[cfg(test)]
mod tests {
    use content::taxonomy::{Ref, Service};

    use super::*;
    use crate::model::Filter;

    #[test]
    fn suggestions_stand_in_groups_with_label_count_and_address() {
        let service = Ref::<Service>::parse("vinduespolering").unwrap();
        let aalborg = Filter::parse(Facet::Located, "aalborg").unwrap();
        let place = content::places::place("Støvring").unwrap();
        let suggestions = [
            Suggestion { to: Suggested::Filter(Filter::service(service)), count: Some(3) },
            Suggestion { to: Suggested::Filter(aalborg), count: Some(8) },
            Suggestion { to: Suggested::Near(place, 25), count: Some(2) },
            Suggestion { to: Suggested::TextIn("mad".to_owned(), aalborg), count: Some(1) },
        ];
        let expected = concat!(
            r#"[{"name":"Varer og ydelser","items":[{"label":"Vinduespolering","count":3,"#,
            r#""href":"/virksomheder?ydelse=vinduespolering"}]},{"name":"Steder","items":["#,
            r#"{"label":"i Aalborg Kommune","count":8,"href":"/virksomheder?kommune=aalborg"},"#,
            r#"{"label":"højst 25 km fra Støvring","count":2,"href":"/virksomheder?naer=St%C3%B8vring&km=25"},"#,
            r#"{"label":"mad i Aalborg Kommune","count":1,"href":"/virksomheder?q=mad&kommune=aalborg"}]}]"#,
        );
        assert_eq!(json(&suggestions).unwrap(), expected);
    }
}
