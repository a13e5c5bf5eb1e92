//! The listing as schema.org facts.

use content::Listing;
use content::listing::{Address, Picture, Precision};
use content::taxonomy::Entry;
use serde_json::{Map, Value, json};

use crate::links;

/// A `LocalBusiness` where there is a street to go to, else an `Organization`.
pub fn facts(base_url: &str, listing: &Listing) -> Value {
    let address = listing.main_address();
    let local = address.is_some_and(|address| address.street.is_some());
    let page = format!("{base_url}{}", links::listing(listing));
    let mut facts = Map::new();
    let mut add = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            facts.insert(key.to_owned(), value);
        }
    };
    add("@context", Some("https://schema.org".into()));
    add("@type", Some(if local { "LocalBusiness" } else { "Organization" }.into()));
    add("@id", Some(page.clone().into()));
    add("name", Some(listing.name.clone().into()));
    add("description", (!listing.one_line.is_empty()).then(|| listing.one_line.clone().into()));
    add("url", Some(listing.website.as_ref().map_or(page, |site| site.href().to_owned()).into()));
    let file = |picture: &Picture| format!("{base_url}{}", links::picture(&picture.id, picture.width));
    let images: Vec<String> = listing.pictures.iter().map(file).collect();
    add("image", (!images.is_empty()).then(|| images.into()));
    add("logo", listing.logo.as_ref().map(|logo| file(logo).into()));
    add("address", address.map(postal));
    add("geo", address.filter(|_| local).and_then(coordinates));
    add("telephone", listing.phone.clone().map(Value::from));
    add("email", listing.email.clone().map(Value::from));
    add("foundingDate", listing.founded.map(|year| year.to_string().into()));
    add("vatID", listing.cvr.as_ref().map(|cvr| format!("DK{}", cvr.as_str()).into()));
    add("areaServed", area_served(listing));
    add("knowsAbout", trades(listing));
    facts.into()
}

fn postal(address: &Address) -> Value {
    let mut postal =
        json!({ "@type": "PostalAddress", "addressLocality": address.town, "addressCountry": "DK" });
    for (key, value) in [("streetAddress", &address.street), ("postalCode", &address.postcode)] {
        if let Some(value) = value {
            postal[key] = value.as_str().into();
        }
    }
    postal
}

/// Only a point of the house itself is told to others.
fn coordinates(address: &Address) -> Option<Value> {
    let point = address.point.filter(|_| address.precision == Some(Precision::Address))?;
    Some(json!({ "@type": "GeoCoordinates", "latitude": point.lat, "longitude": point.lon }))
}

fn area_served(listing: &Listing) -> Option<Value> {
    let delivery = listing.delivery.as_ref()?;
    if delivery.country {
        return Some("Danmark".into());
    }
    if delivery.region {
        return Some("Nordjylland".into());
    }
    let names: Vec<&str> = delivery.municipalities.iter().map(|place| place.get().name.as_str()).collect();
    (!names.is_empty()).then(|| names.into())
}

fn trades(listing: &Listing) -> Option<Value> {
    let names: Vec<&str> = listing.trades.iter().map(|trade| trade.get().label()).collect();
    (!names.is_empty()).then(|| names.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_street_makes_it_a_local_business() {
        let listing = |address: Value| -> Listing {
            let facts = json!({ "slug": "a", "name": "A", "state": "public", "addresses": [address] });
            serde_json::from_value(facts).unwrap()
        };
        let with = facts(
            "https://x.dk",
            &listing(json!({ "street": "Vej 1", "town": "Hobro", "postcode": "9500" })),
        );
        assert_eq!(with["@type"], "LocalBusiness");
        assert_eq!(with["address"]["streetAddress"], "Vej 1");
        assert_eq!(with["url"], "https://x.dk/virksomheder/a");
        assert_eq!(facts("", &listing(json!({ "town": "Hobro" })))["@type"], "Organization");
    }

    #[test]
    fn a_rough_point_is_not_told() {
        let facts_of = |precision: &str| {
            let address = json!({
                "street": "Vej 1", "town": "Hobro", "precision": precision, "point": { "lat": 56.6, "lon": 9.8 },
            });
            facts(
                "",
                &serde_json::from_value(
                    json!({ "slug": "a", "name": "A", "state": "public", "addresses": [address] }),
                )
                .unwrap(),
            )
        };
        assert!(facts_of("town").get("geo").is_none());
        assert_eq!(facts_of("address")["geo"]["latitude"], 56.6);
    }
}
