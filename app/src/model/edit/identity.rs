//! Who the enterprise is.

use chrono::NaiveDate;
use content::Listing;
use content::cvr::Cvr;
use content::listing::{Label, LabelKind};

use super::reader::Reader;
use super::{MAX_NAME, MAX_SHORT, Refusal, Refusals, Typed};

/// The first year an enterprise may say it was founded in.
const OLDEST: u32 = 1700;

pub(super) fn fill(listing: &Listing) -> Typed {
    let mut typed = Typed::default();
    typed.put("navn", &listing.name);
    typed.put("cvr", listing.cvr.as_ref().map_or("", Cvr::as_str));
    typed.put("pnummer", listing.p_number.as_deref().unwrap_or_default());
    typed.put("form", listing.legal_form.as_deref().unwrap_or_default());
    typed.put("startet", listing.founded.map(|year| year.to_string()).unwrap_or_default());
    typed.put("under", listing.parent.as_deref().unwrap_or_default());
    if let Some(label) = &listing.label {
        typed.put("maerke", label_value(label.kind));
        typed.put("grundlag", &label.basis);
        typed.put("slaaet-op", label.verified.map(|day| day.to_string()).unwrap_or_default());
    }
    typed.put("tredive", listing.thirty_percent.map_or("", |_| "ja"));
    typed
}

fn label_value(kind: LabelKind) -> &'static str {
    match kind {
        LabelKind::Soev => "soev",
        LabelKind::Rsv => "rsv",
    }
}

pub(super) fn read(
    typed: &Typed,
    listing: Listing,
    today: NaiveDate,
    editor: bool,
) -> Result<Listing, Refusals> {
    let mut form = Reader::new(typed);
    let this_year = today.format("%Y").to_string().parse().unwrap_or(u32::MAX);
    let after = Listing {
        name: form.needed_line("navn", MAX_NAME),
        cvr: cvr(&mut form),
        p_number: form.digits("pnummer", 10),
        legal_form: form.some_line("form", MAX_SHORT),
        founded: form.number("startet", OLDEST, this_year),
        parent: match listing.parent_slug {
            Some(_) => None,
            None => form.some_line("under", MAX_NAME),
        },
        label: label(&mut form, listing.label.as_ref(), editor),
        thirty_percent: form.ticked("tredive").then(|| listing.thirty_percent.unwrap_or(today)),
        ..listing
    };
    form.finish(after)
}

fn cvr(form: &mut Reader<'_>) -> Option<Cvr> {
    let digits: String = form.typed.one("cvr").split_whitespace().collect();
    if digits.is_empty() {
        return None;
    }
    let cvr = Cvr::try_from(digits).ok();
    if cvr.is_none() {
        form.refuse("cvr", Refusal::NotCvr);
    }
    cvr
}

/// Another label, or the same on another basis, is no longer the one that was looked up in the register.
fn label(form: &mut Reader<'_>, before: Option<&Label>, editor: bool) -> Option<Label> {
    let kind = match form.typed.one("maerke") {
        "soev" => LabelKind::Soev,
        "rsv" => LabelKind::Rsv,
        _ => return None,
    };
    let basis = form.needed_line("grundlag", MAX_SHORT);
    let same = before.filter(|before| before.kind == kind && before.basis == basis);
    let verified = if editor {
        form.day("slaaet-op").filter(|_| kind == LabelKind::Rsv)
    } else {
        same.and_then(|before| before.verified)
    };
    Some(Label { kind, basis, date: same.and_then(|before| before.date), verified })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn registered() -> Listing {
        serde_json::from_value(json!({
            "slug": "a", "name": "A", "state": "draft",
            "label": { "kind": "rsv", "basis": "Registret", "verified": "2026-03-01" }
        }))
        .unwrap()
    }

    #[test]
    fn only_an_editor_says_that_the_register_was_looked_up() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let mut typed = fill(&registered());
        typed.put("slaaet-op", "2026-11-22");
        let verified = |listing: Listing| listing.label.unwrap().verified;
        let by_member = read(&typed, registered(), today, false).unwrap();
        assert_eq!(verified(by_member), NaiveDate::from_ymd_opt(2026, 3, 1));
        let soev = Listing { label: None, ..registered() };
        assert_eq!(verified(read(&typed, soev.clone(), today, false).unwrap()), None);
        assert_eq!(verified(read(&typed, soev, today, true).unwrap()), NaiveDate::from_ymd_opt(2026, 3, 1));
    }
}
