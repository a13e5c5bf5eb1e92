//! What a buyer may honestly write of a supplier in a report.

use chrono::NaiveDate;
use content::Listing;
use content::listing::Label;

use super::{date, label};

/// A paragraph with blanks in brackets, made of nothing but what the listing states; `address` is its whole
/// address. Only who was looked up in the register is called registered (law 711/2014 § 3), and of one that
/// is closed no more is said than that.
#[must_use]
pub fn csr_paragraph(listing: &Listing, address: &str, today: NaiveDate) -> String {
    let name = &listing.name;
    let place = listing.municipality.map(|place| format!(" i {}", place.name)).unwrap_or_default();
    let (kind, basis) = listing.label.as_ref().filter(|_| !listing.is_closed()).map(said).unwrap_or_default();
    let stated = if listing.is_closed() { closed(listing) } else { declared(listing).unwrap_or_default() };
    format!(
        "I [år] købte vi [varer og ydelser] for [beløb] kr. hos {name}{kind}{place}{basis}.{stated} \
         Kilde: Samhandel Nord, {}, {address}",
        date(today),
    )
}

/// What it may be called, and on what that rests.
fn said(of: &Label) -> (&'static str, String) {
    let words = label(of);
    match words.register.filter(|_| words.verified) {
        Some(register) => {
            let register = register.replacen("Slået", "slået", 1);
            (", en registreret socialøkonomisk virksomhed", format!(" ({register})"))
        }
        None => (", en socialøkonomisk virksomhed", format!(" (grundlag: {})", words.basis)),
    }
}

fn declared(listing: &Listing) -> Option<String> {
    let day = date(listing.thirty_percent?);
    Some(format!(
        " Ifølge virksomheden selv var mindst 30 % af dens beskæftigede i målgruppen pr. {day}. \
         Vi har ikke selv efterprøvet tallet."
    ))
}

fn closed(listing: &Listing) -> String {
    let day = listing.closed.as_ref().and_then(|closed| closed.date);
    let day = day.map(|day| format!(" ({day})")).unwrap_or_default();
    format!(" {} findes ikke længere som socialøkonomisk virksomhed{day}.", listing.name)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn paragraph(more: Value) -> String {
        let mut facts =
            json!({ "slug": "a", "name": "Værkstedet", "state": "public", "municipality": "rebild" });
        let Value::Object(more) = more else { panic!("no object") };
        facts.as_object_mut().unwrap().extend(more);
        let listing: Listing = serde_json::from_value(facts).unwrap();
        csr_paragraph(&listing, "https://x.dk/virksomheder/a", "2026-11-21".parse().unwrap())
    }

    const BOUGHT: &str = "I [år] købte vi [varer og ydelser] for [beløb] kr. hos Værkstedet";
    const SOURCE: &str = " Kilde: Samhandel Nord, 21. november 2026, https://x.dk/virksomheder/a";

    #[test]
    fn who_states_nothing_is_called_nothing() {
        assert_eq!(paragraph(json!({})), format!("{BOUGHT} i Rebild Kommune.{SOURCE}"));
    }

    #[test]
    fn only_a_verified_one_is_called_registered() {
        let verified = json!({ "label": { "kind": "rsv", "basis": "CVR", "verified": "2026-11-02" } });
        let said = ", en registreret socialøkonomisk virksomhed i Rebild Kommune \
                    (slået op i statens register 2. november 2026).";
        assert_eq!(paragraph(verified), format!("{BOUGHT}{said}{SOURCE}"));
        let read = json!({ "label": { "kind": "rsv", "basis": "nvs.nu", "date": "2022" } });
        let said = ", en socialøkonomisk virksomhed i Rebild Kommune (grundlag: nvs.nu, 2022).";
        assert_eq!(paragraph(read), format!("{BOUGHT}{said}{SOURCE}"));
    }

    #[test]
    fn a_declaration_is_the_enterprises_own_with_its_date() {
        let said = " i Rebild Kommune. Ifølge virksomheden selv var mindst 30 % af dens beskæftigede i \
                    målgruppen pr. 2. oktober 2026. Vi har ikke selv efterprøvet tallet.";
        assert_eq!(paragraph(json!({ "thirty_percent": "2026-10-02" })), format!("{BOUGHT}{said}{SOURCE}"));
    }

    #[test]
    fn of_a_closed_one_no_more_is_said() {
        let closed = json!({
            "state": "closed", "closed": { "reason": "Den holdt op.", "date": "2025" },
            "label": { "kind": "rsv", "basis": "CVR", "verified": "2026-10-01" }, "thirty_percent": "2026-10-02",
        });
        let said = " i Rebild Kommune. Værkstedet findes ikke længere som socialøkonomisk virksomhed (2025).";
        assert_eq!(paragraph(closed), format!("{BOUGHT}{said}{SOURCE}"));
    }
}
