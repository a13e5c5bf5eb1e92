use content::Listing;
use serde_json::json;

use super::*;

fn named(slug: &str, name: &str, town: &str) -> Listing {
    serde_json::from_value(json!({
        "slug": slug, "name": name, "state": "draft", "municipality": "aalborg",
        "addresses": if town.is_empty() { json!([]) } else { json!([{ "town": town }]) },
    }))
    .unwrap()
}

fn at(slug: &str, name: &str, lat: f64) -> Listing {
    let mut listing = named(slug, name, slug);
    listing.addresses[0].point = Some(content::Point { lat, lon: 9.9 });
    listing
}

fn with_cvr(mut listing: Listing, cvr: &str) -> Listing {
    listing.cvr = Some(cvr.to_owned().try_into().unwrap());
    listing
}

#[test]
fn like_names_of_one_town_are_alike() {
    for (one, other) in [
        ("Værkstedet", "Vaerkstedet ApS"),
        ("Fonden Det Blå Hus", "Det Blaa Hus"),
        ("Den selvejende institution Krobakken", "Krobakken S.M.B.A."),
        ("Café Kox", "Cafe-Kox I/S"),
        ("Torvekøbmanden", "Torvekøbmændene"),
        ("Cykel 20", "Cykel20 A/S"),
    ] {
        let (one, other) = (named("a", one, "Aalborg"), named("b", other, "aalborg "));
        assert_eq!(like(&one, &other), Some(Likeness::Name), "{} {}", one.name, other.name);
    }
    for (one, other) in [
        ("Cykel20", "Cykel21"),
        ("Café Kox", "Café Kox Have"),
        ("Råd & Dåd", "Råt & Godt"),
        ("Salt", "Malt"),
        ("Thy Skovservice", "Thy Naturkraft"),
    ] {
        assert_eq!(like(&named("a", one, "Thisted"), &named("b", other, "Thisted")), None, "{one} {other}");
    }
}

#[test]
fn like_names_elsewhere_are_others_unless_they_lie_together() {
    let one = named("a", "Genbrugen", "Hjørring");
    assert_eq!(like(&one, &named("b", "Genbrugen", "Sæby")), None);
    assert_eq!(like(&one, &named("b", "Genbrugen", "hjoerring")), Some(Likeness::Name));
    assert_eq!(
        like(&one, &named("b", "Genbrugen", "")),
        Some(Likeness::Name),
        "the municipality is all there is"
    );
    assert_eq!(like(&at("a", "Genbrugen", 57.0), &at("b", "Genbrugen", 57.000_8)), Some(Likeness::Name));
    assert_eq!(like(&at("a", "Genbrugen", 57.0), &at("b", "Genbrugen", 57.001)), None);
}

#[test]
fn one_cvr_is_one_enterprise_whatever_it_is_called() {
    let one = with_cvr(named("a", "Køkkenet", "Hobro"), "37148334");
    let other = with_cvr(named("b", "Haven", "Thisted"), "37148334");
    assert_eq!(like(&one, &other), Some(Likeness::Cvr));
    assert_eq!(like(&one, &one.clone()), None, "nothing is its own duplicate");
    let mut closed = other.clone();
    closed.state = content::listing::State::Closed;
    assert_eq!(like(&one, &closed), None);
}

#[test]
fn a_new_one_is_held_against_all() {
    let all =
        [named("a", "Genbrugen", "Hobro"), named("b", "Haven", "Hobro"), named("c", "Genbrugen", "Sæby")];
    let found = alike(&named("ny", "Genbruggen", "Hobro"), &all);
    assert_eq!(found.iter().map(|(listing, _)| listing.slug.as_str()).collect::<Vec<_>>(), ["a"]);
}

#[test]
fn all_pairs_are_those_that_comparing_each_with_each_would_find() {
    let beginnings = ["Genbrugen", "Værkstedet", "Café Kox", "Det Blå Hus", "Krobakken", "Torvekøbmanden"];
    let endings = ["", " ApS", "s", "erne", " Have", " 2", "x", " Nordjylland"];
    let mut all = Vec::new();
    for (row, beginning) in beginnings.iter().enumerate() {
        for (column, ending) in endings.iter().enumerate() {
            let town = if (row + column) % 2 == 0 { "Hobro" } else { "Sæby" };
            let mut listing = named(&format!("l{row}-{column}"), &format!("{beginning}{ending}"), town);
            if column == 3 {
                // A slip in the middle.
                listing.name = listing.name.replacen('e', "i", 1);
            }
            all.push(if column == 4 { with_cvr(listing, "37148334") } else { listing });
        }
    }
    let slow: Vec<_> = all
        .iter()
        .flat_map(|a| all.iter().filter(move |b| a.slug < b.slug).map(move |b| (a, b)))
        .filter_map(|(a, b)| Some((a.slug.clone(), b.slug.clone(), like(a, b)?)))
        .collect();
    let fast: Vec<_> =
        pairs(&all).into_iter().map(|(a, b, likeness)| (a.slug.clone(), b.slug.clone(), likeness)).collect();
    assert!(slow.len() > 20, "{slow:?}");
    assert_eq!(fast, slow);
}

#[test]
fn many_like_names_are_soon_compared() {
    let all: Vec<Listing> = (0..2_000)
        .map(|number| {
            named(&format!("l{number}"), &format!("Værkstedet i Hjørring {}", number / 2), "Hjørring")
        })
        .collect();
    assert_eq!(pairs(&all).len(), 1_000);
}
