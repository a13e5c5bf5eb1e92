//! How far a listing can be trusted: who vouched for it, and what it may be called.

use chrono::{Datelike, NaiveDate};
use content::listing::{Label, LabelKind};
use content::{Listing, PartialDate};

use crate::model::Origin;

/// The day in Danish: `15. juni 2022`.
#[must_use]
pub fn date(day: NaiveDate) -> String {
    PartialDate::from(day).to_string()
}

/// Who vouched for the listing and when, or where it was read; a word given too long ago no longer counts.
#[must_use]
pub fn standing(listing: &Listing, today: NaiveDate) -> String {
    if let Some(since) = listing.unconfirmed_since(today) {
        return format!("Ikke bekræftet siden {}", month(since));
    }
    if let Some(confirmed) = &listing.confirmed {
        return format!("Bekræftet af {}, {}", confirmed.by, month(confirmed.on));
    }
    match &listing.source {
        Some(source) => match source.date {
            Some(date) => format!("Fra {}, {date}, ikke bekræftet af virksomheden", source.site),
            None => format!("Fra {}, uden dato, ikke bekræftet af virksomheden", source.site),
        },
        None => "Ikke bekræftet af virksomheden".to_owned(),
    }
}

/// Where a field comes from, and since when.
#[must_use]
pub fn origin_of(origin: &Origin, day: Option<PartialDate>) -> String {
    let whence = match origin {
        Origin::Enterprise => "Fra virksomheden selv",
        Origin::Editors => "Fra redaktionen",
        Origin::Source(site) => &format!("Fra en offentlig kilde ({site})"),
    };
    day.map_or_else(|| whence.to_owned(), |day| format!("{whence}, {day}"))
}

/// The month of a day in Danish: `juni 2022`.
#[must_use]
pub fn month(day: NaiveDate) -> String {
    let month = PartialDate::try_from(format!("{:04}-{:02}", day.year(), day.month()));
    month.map_or_else(|_| date(day), |month| month.to_string())
}

/// What an enterprise may be called, and how we know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelText {
    /// The words of the badge.
    pub name: &'static str,
    /// What the register has to do with it, where it has.
    pub register: Option<String>,
    /// The basis with its date.
    pub basis: String,
    /// Whether an editor looked it up in the register.
    pub verified: bool,
}

/// The words of a label. "Registreret" stands only where an editor looked it up (law 711/2014 § 3).
#[must_use]
pub fn label(label: &Label) -> LabelText {
    let register = match (label.kind, label.verified) {
        (LabelKind::Rsv, Some(day)) => Some(format!("Slået op i statens register {}", date(day))),
        (LabelKind::Rsv, None) => Some("RSV ifølge kilde, ikke slået op".to_owned()),
        (LabelKind::Soev, _) => None,
    };
    let verified = label.kind == LabelKind::Rsv && label.verified.is_some();
    LabelText {
        name: if verified {
            "Registreret socialøkonomisk virksomhed"
        } else {
            "Socialøkonomisk virksomhed"
        },
        register,
        basis: label.date.map_or_else(|| label.basis.clone(), |date| format!("{}, {date}", label.basis)),
        verified,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn listing(more: &serde_json::Value) -> Listing {
        let mut facts = json!({ "slug": "a", "name": "A", "state": "draft" });
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        serde_json::from_value(facts).unwrap()
    }

    #[test]
    fn tells_who_vouched_or_where_it_was_read() {
        for (more, line) in [
            (
                json!({ "confirmed": { "on": "2026-03-09", "by": "virksomheden" }, "source": { "site": "a.dk" } }),
                "Bekræftet af virksomheden, marts 2026",
            ),
            (
                json!({ "source": { "site": "nordjyske.dk", "date": "2022-06" } }),
                "Fra nordjyske.dk, juni 2022, ikke bekræftet af virksomheden",
            ),
            (json!({ "source": { "site": "a.dk" } }), "Fra a.dk, uden dato, ikke bekræftet af virksomheden"),
            (json!({}), "Ikke bekræftet af virksomheden"),
        ] {
            assert_eq!(standing(&listing(&more), day("2026-10-16")), line);
        }
    }

    #[test]
    fn an_old_word_no_longer_counts() {
        let old = listing(&json!({ "confirmed": { "on": "2026-03-09", "by": "virksomheden" } }));
        assert_eq!(standing(&old, day("2026-10-17")), "Ikke bekræftet siden marts 2026");
        let yearly = Listing { confirm_months: Some(12), ..old.clone() };
        assert_eq!(standing(&yearly, day("2026-10-17")), "Bekræftet af virksomheden, marts 2026");
        let read = listing(&json!({ "source": { "site": "a.dk" } }));
        assert!(standing(&read, day("2099-01-01")).starts_with("Fra a.dk"));
    }

    #[test]
    fn only_a_verified_label_says_registered() {
        let words = |label_json: serde_json::Value| {
            let listing = listing(&json!({ "label": label_json }));
            label(listing.label.as_ref().unwrap())
        };
        let soev = words(json!({ "kind": "soev", "basis": "Egen side", "date": "2021" }));
        assert_eq!((soev.name, soev.register.as_deref()), ("Socialøkonomisk virksomhed", None));
        assert_eq!(soev.basis, "Egen side, 2021");
        let unverified = words(json!({ "kind": "rsv", "basis": "nvs.nu" }));
        assert_eq!(unverified.name, "Socialøkonomisk virksomhed");
        assert_eq!(unverified.register.as_deref(), Some("RSV ifølge kilde, ikke slået op"));
        let verified = words(json!({ "kind": "rsv", "basis": "CVR", "verified": "2026-11-02" }));
        assert_eq!(verified.name, "Registreret socialøkonomisk virksomhed");
        assert_eq!(verified.register.as_deref(), Some("Slået op i statens register 2. november 2026"));
        let not_rsv = words(json!({ "kind": "soev", "basis": "x", "verified": "2026-11-02" }));
        assert!(!not_rsv.verified && not_rsv.name == "Socialøkonomisk virksomhed");
    }
}
