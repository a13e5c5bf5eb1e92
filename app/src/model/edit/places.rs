//! Places for people.

use chrono::NaiveDate;
use content::Listing;
use content::listing::{FreePlaces, Placement};
use content::taxonomy::{Entry, Ref, Scheme};

use super::reader::Reader;
use super::{MAX_SHORT, MAX_TEXT_FIELD, Refusal, Refusals, Typed};

/// Hours of a full week.
const FULL_WEEK: u32 = 37;
/// Most places free under one scheme.
const MOST_FREE: u32 = 200;
/// Most messages a month.
const MOST_MESSAGES: u32 = 500;

pub(super) fn fill(listing: &Listing) -> Typed {
    let mut typed = Typed::default();
    let Some(placement) = &listing.placement else { return typed };
    let or_none = |text: &Option<String>| text.clone().unwrap_or_default();
    typed.put_all("opgave", placement.tasks.iter().map(|task| task.slug()));
    typed.put_all("ordning", placement.schemes.iter().map(|scheme| scheme.slug()));
    for free in &placement.free {
        typed.put(free_name(free.scheme), free.count.to_string());
    }
    typed.put_all("hensyn", placement.considerations.iter().map(|consideration| consideration.slug()));
    typed.put_all("ikke-hensyn", placement.ruled_out.iter().map(|consideration| consideration.slug()));
    typed.put("timer-fra", placement.hours_from.map(|hours| hours.to_string()).unwrap_or_default());
    typed.put("timer-til", placement.hours_to.map(|hours| hours.to_string()).unwrap_or_default());
    typed.put("erfaring", placement.experience.join("\n"));
    typed.put("modtager", or_none(&placement.received_by));
    typed.put("foerste-dag", or_none(&placement.first_day).trim());
    typed.put("uden-bil", or_none(&placement.reach));
    typed.put("kontaktmaade", or_none(&placement.contact));
    let most = placement.messages_per_month.map(|most| most.to_string());
    typed.put("henvendelser", most.unwrap_or_default());
    typed.put("pause-til", placement.paused_until.map(|day| day.to_string()).unwrap_or_default());
    typed.put("bemaerkning", or_none(&placement.note).trim());
    typed
}

/// The field for the places free under a scheme.
fn free_name(scheme: Ref<Scheme>) -> String {
    format!("ledige-{}", scheme.slug())
}

pub(super) fn read(typed: &Typed, listing: Listing, today: NaiveDate) -> Result<Listing, Refusals> {
    let mut form = Reader::new(typed);
    let before = listing.placement.clone().unwrap_or_default();
    let schemes = form.terms("ordning", &before.schemes);
    let placement = Placement {
        tasks: form.terms("opgave", &before.tasks),
        free: free(&mut form, &schemes, &before.free, today),
        schemes,
        considerations: form.terms("hensyn", &before.considerations),
        ruled_out: form.terms("ikke-hensyn", &before.ruled_out),
        experience: form.lines("erfaring", MAX_SHORT),
        hours_from: form.number("timer-fra", 0, FULL_WEEK),
        hours_to: form.number("timer-til", 1, FULL_WEEK),
        received_by: form.some_line("modtager", MAX_SHORT),
        first_day: form.some_text("foerste-dag", MAX_TEXT_FIELD, before.first_day.as_deref()),
        reach: form.some_line("uden-bil", MAX_SHORT),
        contact: form.some_line("kontaktmaade", MAX_SHORT),
        paused_until: form.day("pause-til"),
        messages_per_month: form.number("henvendelser", 0, MOST_MESSAGES),
        note: form.some_text("bemaerkning", MAX_TEXT_FIELD, before.note.as_deref()),
    };
    if let (Some(from), Some(to)) = (placement.hours_from, placement.hours_to)
        && from > to
    {
        form.refuse("timer-fra", Refusal::WrongOrder);
    }
    let both = placement.ruled_out.iter().filter(|value| placement.considerations.contains(value));
    let both: Vec<&'static str> = both.map(|value| value.get().label()).collect();
    if !both.is_empty() {
        form.refuse("ikke-hensyn", Refusal::InBoth(both));
    }
    let placement = (placement != Placement::default()).then_some(placement);
    form.finish(Listing { placement, ..listing })
}

/// Places free under the schemes it has. A number that stays keeps the day it was said; those whose scheme
/// went are gone.
fn free(
    form: &mut Reader<'_>,
    schemes: &[Ref<Scheme>],
    before: &[FreePlaces],
    today: NaiveDate,
) -> Vec<FreePlaces> {
    let mut counted: Vec<(Ref<Scheme>, u16)> = Vec::new();
    let order = before.iter().map(|free| free.scheme).chain(schemes.iter().copied());
    for scheme in order.filter(|scheme| schemes.contains(scheme)) {
        if counted.iter().all(|(known, _)| *known != scheme)
            && let Some(count) = form.number(&free_name(scheme), 0, MOST_FREE)
        {
            counted.push((scheme, count));
        }
    }
    let said = |scheme, count| {
        let same = before.iter().find(|free| free.scheme == scheme && free.count == count);
        same.map_or(today, |free| free.confirmed)
    };
    counted
        .into_iter()
        .map(|(scheme, count)| FreePlaces { scheme, count, confirmed: said(scheme, count) })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_number_that_stays_keeps_its_day_and_a_new_one_is_of_today() {
        let listing: Listing = serde_json::from_value(json!({
            "slug": "a", "name": "A", "state": "draft",
            "placement": {
                "schemes": ["virksomhedspraktik", "fleksjob"],
                "free": [
                    { "scheme": "virksomhedspraktik", "count": 2, "confirmed": "2026-01-01" },
                    { "scheme": "fleksjob", "count": 1, "confirmed": "2026-01-01" }
                ]
            }
        }))
        .unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let mut typed = Typed::default();
        typed.put_all("ordning", ["virksomhedspraktik", "fleksjob"]);
        typed.put("ledige-virksomhedspraktik", "2");
        typed.put("ledige-fleksjob", "0");
        let free = read(&typed, listing.clone(), today).unwrap().placement.unwrap().free;
        assert_eq!(free[0].confirmed, NaiveDate::from_ymd_opt(2026, 1, 1).unwrap());
        assert_eq!((free[1].count, free[1].confirmed), (0, today));
        assert_eq!(read(&Typed::default(), listing.clone(), today).unwrap().placement, None);
        let mut wrong = Typed::default();
        wrong.put("timer-fra", "20");
        wrong.put("timer-til", "10");
        let refused = read(&wrong, listing, today).unwrap_err();
        assert_eq!(refused, [("timer-fra".to_owned(), Refusal::WrongOrder)]);
    }

    #[test]
    fn what_they_can_and_what_they_cannot_are_two_things() {
        let listing = Listing::new("a", "A", content::listing::State::Draft);
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let mut typed = Typed::default();
        typed.put("hensyn", "nedsat-tid");
        typed.put_all("ikke-hensyn", ["koerestolsadgang", "ukendt"]);
        let placement = read(&typed, listing.clone(), today).unwrap().placement.unwrap();
        assert_eq!(placement.considerations.len(), 1);
        assert_eq!(placement.ruled_out[0].slug(), "koerestolsadgang");
        typed.put("ikke-hensyn", "nedsat-tid");
        let refused = read(&typed, listing, today).unwrap_err();
        assert_eq!(refused, [("ikke-hensyn".to_owned(), Refusal::InBoth(vec!["Nedsat tid"]))]);
    }
}
