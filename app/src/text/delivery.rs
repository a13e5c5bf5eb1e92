//! Where a listing delivers, as a sentence.

use content::Listing;
use content::listing::Delivery;
use content::taxonomy::Entry;

use super::listed;

/// Where it delivers, as a sentence without full stop; none when that is not known.
#[must_use]
pub fn delivery(listing: &Listing) -> Option<String> {
    area(listing).map(|area| format!("Leverer {area}"))
}

/// The same inside a line of a card, in lower case, with at most three places by name.
#[must_use]
pub fn delivery_short(listing: &Listing) -> Option<String> {
    let delivery = listing.delivery.as_ref()?;
    let places = delivery.municipalities.len();
    if places > 3 && !delivery.country && !delivery.region {
        return Some(format!("leverer til {places} kommuner"));
    }
    area(listing).map(|area| format!("leverer {area}"))
}

fn area(listing: &Listing) -> Option<String> {
    let delivery = listing.delivery.as_ref()?;
    let mut areas = Vec::new();
    if delivery.country {
        areas.push("i hele landet".to_owned());
    } else if delivery.region {
        areas.push("i hele Nordjylland".to_owned());
    } else {
        areas.extend(municipalities(delivery));
        areas.extend(radius(listing, delivery));
    }
    (!areas.is_empty()).then(|| listed(&areas))
}

fn municipalities(delivery: &Delivery) -> Option<String> {
    match delivery.municipalities.as_slice() {
        [] => None,
        [only] => Some(format!("i {}", only.name)),
        several => {
            let names: Vec<&str> = several.iter().map(|place| place.label()).collect();
            Some(format!("til {}", listed(&names)))
        }
    }
}

fn radius(listing: &Listing, delivery: &Delivery) -> Option<String> {
    let town = listing.main_address().map(|address| address.town.as_str());
    delivery.km.map(|km| format!("op til {km} km fra {}", town.unwrap_or("virksomheden")))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn listing(delivery: &serde_json::Value) -> Listing {
        serde_json::from_value(json!({
            "slug": "a", "name": "A", "state": "draft",
            "addresses": [{ "town": "Hadsund" }],
            "delivery": delivery,
        }))
        .unwrap()
    }

    #[test]
    fn tells_where_it_delivers() {
        for (delivery_json, sentence) in [
            (json!({ "country": true, "region": true }), "Leverer i hele landet"),
            (json!({ "region": true, "km": 10 }), "Leverer i hele Nordjylland"),
            (json!({ "municipalities": ["rebild"] }), "Leverer i Rebild Kommune"),
            (
                json!({ "municipalities": ["rebild", "aalborg", "morsoe"] }),
                "Leverer til Rebild, Aalborg og Morsø",
            ),
            (json!({ "km": 25 }), "Leverer op til 25 km fra Hadsund"),
            (
                json!({ "municipalities": ["rebild"], "km": 25 }),
                "Leverer i Rebild Kommune og op til 25 km fra Hadsund",
            ),
        ] {
            assert_eq!(delivery(&listing(&delivery_json)).as_deref(), Some(sentence));
        }
    }

    #[test]
    fn says_nothing_when_nothing_is_known() {
        assert_eq!(delivery(&listing(&json!(null))), None);
        assert_eq!(delivery(&listing(&json!({ "note": "Ring" }))), None);
    }

    #[test]
    fn many_places_become_a_number_on_cards() {
        let many = listing(&json!({ "municipalities": ["rebild", "aalborg", "morsoe", "thisted"] }));
        assert_eq!(delivery_short(&many).as_deref(), Some("leverer til 4 kommuner"));
        let two = listing(&json!({ "municipalities": ["rebild", "aalborg"] }));
        assert_eq!(delivery_short(&two).as_deref(), Some("leverer til Rebild og Aalborg"));
    }
}
