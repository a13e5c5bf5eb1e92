//! What a buyer compares and writes down, one short text each.

use chrono::NaiveDate;
use content::Listing;
use content::listing::{Label, State};
use content::taxonomy::Entry;

use super::{date, delivery, label, standing};
use crate::links;

/// What it sells, as titles.
#[must_use]
pub fn offers(listing: &Listing) -> Vec<&str> {
    listing.offers.iter().map(|offer| offer.title.as_str()).collect()
}

/// Smallest and largest order in one line; none when neither is known.
#[must_use]
pub fn order_sizes(listing: &Listing) -> Option<String> {
    let smallest = listing.smallest_order.as_deref().map(|size| format!("Mindste: {size}"));
    let largest = listing.largest_order.as_deref().map(|size| format!("Største: {size}"));
    let sizes: Vec<String> = [smallest, largest].into_iter().flatten().collect();
    (!sizes.is_empty()).then(|| sizes.join(". "))
}

/// When the enterprise declared the 30 %; none when it did not.
#[must_use]
pub fn declaration(listing: &Listing) -> Option<String> {
    listing.thirty_percent.map(|day| format!("Erklæret af virksomheden selv {}", date(day)))
}

/// The basis of a label, with what the register has to do with it.
#[must_use]
pub fn label_basis(of: &Label) -> String {
    let words = label(of);
    words.register.into_iter().chain([words.basis]).collect::<Vec<_>>().join(". ")
}

/// The columns of a list as a table for spreadsheets.
pub const SHEET: [&str; 21] = [
    "Navn",
    "Én linje",
    "Det sælger de",
    "Kommune",
    "Levering",
    "Kan klare",
    "Mindste ordre",
    "Største ordre",
    "Mærke",
    "Grundlag",
    "Mindst 30 % i målgruppen",
    "Mærker og certifikater",
    "Bekræftet",
    "Status",
    "CVR-nummer",
    "Hjemmeside",
    "Mail",
    "Telefon",
    "Side i kataloget",
    "Hentet",
    "Kilde",
];

/// The row of a listing; what is not known is empty.
#[must_use]
pub fn sheet_row(listing: &Listing, base_url: &str, today: NaiveDate) -> [String; SHEET.len()] {
    let or_empty = |text: Option<&str>| text.unwrap_or_default().to_owned();
    [
        listing.name.clone(),
        listing.one_line.clone(),
        offers(listing).join("; "),
        or_empty(listing.municipality.map(|place| place.get().label())),
        delivery(listing).unwrap_or_default(),
        or_empty(listing.capacity.as_deref()),
        or_empty(listing.smallest_order.as_deref()),
        or_empty(listing.largest_order.as_deref()),
        or_empty(listing.label.as_ref().map(|of| label(of).name)),
        listing.label.as_ref().map(label_basis).unwrap_or_default(),
        declaration(listing).unwrap_or_default(),
        listing.certificates.join("; "),
        standing(listing, today),
        state(listing).to_owned(),
        or_empty(listing.cvr.as_ref().map(content::cvr::Cvr::as_str)),
        or_empty(listing.website.as_ref().map(content::website::Website::href)),
        or_empty(listing.email.as_deref()),
        or_empty(listing.phone.as_deref()),
        format!("{base_url}{}", links::listing(listing)),
        today.to_string(),
        format!("Samhandel Nord, {base_url}"),
    ]
}

/// Whether it is open, in a word.
fn state(listing: &Listing) -> &'static str {
    match listing.state {
        State::Closed => "Lukket",
        State::Paused => "Holder pause",
        _ => "Åben",
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_row_says_what_is_known_and_no_more() {
        let today = "2026-11-21".parse().unwrap();
        let listing: Listing = serde_json::from_value(json!({
            "slug": "a", "name": "A", "state": "public", "municipality": "rebild",
            "smallest_order": "5 kasser", "thirty_percent": "2026-02-01",
            "label": { "kind": "rsv", "basis": "nvs.nu" },
        }))
        .unwrap();
        let row = sheet_row(&listing, "https://x.dk", today);
        let of = |name: &str| row[SHEET.iter().position(|column| *column == name).unwrap()].as_str();
        assert_eq!(of("Mærke"), "Socialøkonomisk virksomhed");
        assert_eq!(of("Grundlag"), "RSV ifølge kilde, ikke slået op. nvs.nu");
        assert_eq!(of("Mindst 30 % i målgruppen"), "Erklæret af virksomheden selv 1. februar 2026");
        assert_eq!((of("Kan klare"), of("Telefon"), of("Status")), ("", "", "Åben"));
        assert_eq!(of("Side i kataloget"), "https://x.dk/virksomheder/a");
        assert_eq!((of("Hentet"), of("Kilde")), ("2026-11-21", "Samhandel Nord, https://x.dk"));
        assert_eq!(order_sizes(&listing).as_deref(), Some("Mindste: 5 kasser"));
    }
}
