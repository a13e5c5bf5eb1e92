//! "Har I plads?": how many places are free, said in one tap.

use chrono::NaiveDate;
use content::Listing;
use content::listing::{FreePlaces, Placement};
use content::taxonomy::{Entry, Ref, Scheme};

use super::edit::{Reader, Refusal, Refusals, Typed};

/// Most places free under one scheme.
pub const MOST_FREE: u16 = 200;
/// Numbers that are said in one tap.
pub const ONE_TAP: [u16; 4] = [0, 1, 2, 3];
/// Name of the buttons.
pub const SAY: &str = "sig";
/// The button that says all numbers of the form.
pub const SAVE: &str = "gem";
/// The button that says that the numbers still hold.
pub const STILL: &str = "passer";

/// What was said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SaidPlaces {
    /// Numbers that hold today; none takes back what was said before. Schemes that are not named stay.
    pub counts: Vec<(Ref<Scheme>, Option<u16>)>,
    /// Whether all schemes were spoken of.
    pub all: bool,
}

/// Name of the field for the number of a scheme.
#[must_use]
pub fn count_field(scheme: Ref<Scheme>) -> String {
    format!("antal-{}", scheme.slug())
}

/// Name of the hidden field that holds the number whoever says something was shown.
#[must_use]
pub fn shown_field(scheme: Ref<Scheme>) -> String {
    format!("vist-{}", scheme.slug())
}

/// The schemes a listing can say free places of.
#[must_use]
pub fn schemes_offered(listing: &Listing) -> &[Ref<Scheme>] {
    listing.placement.as_ref().map_or(&[], |placement| &placement.schemes)
}

/// Reads the form for these schemes. A tap speaks of its scheme, and of others whose number was changed.
///
/// # Errors
/// What was refused, by the names of the fields.
pub fn said_places(typed: &Typed, schemes: &[Ref<Scheme>]) -> Result<SaidPlaces, Refusals> {
    let mut form = Reader::new(typed);
    let button = typed.one(SAY);
    let mut said = SaidPlaces { counts: Vec::new(), all: matches!(button, SAVE | STILL) };
    for scheme in schemes.iter().copied() {
        let (field, shown) = (count_field(scheme), shown_field(scheme));
        if button == STILL {
            said.counts.extend(form.number(&shown, 0, MOST_FREE.into()).map(|count| (scheme, Some(count))));
        } else if let Some(tapped) = tapped(button, scheme) {
            said.counts.push((scheme, Some(tapped)));
        } else {
            let count = form.number(&field, 0, MOST_FREE.into());
            let changed = typed.one(&field).trim() != typed.one(&shown);
            if changed || (button == SAVE && count.is_some()) {
                said.counts.push((scheme, count));
            }
        }
    }
    if let Some(first) = schemes.first().filter(|_| said.all && said.counts.is_empty()) {
        form.refuse(count_field(*first), Refusal::Missing);
    }
    form.finish(said)
}

/// The number that a button for the scheme says.
fn tapped(button: &str, scheme: Ref<Scheme>) -> Option<u16> {
    let (slug, count) = button.split_once(':')?;
    count.parse().ok().filter(|count| slug == scheme.slug() && *count <= MOST_FREE)
}

impl SaidPlaces {
    /// The listing with what was said of its schemes today.
    #[must_use]
    pub fn of(&self, listing: &Listing, today: NaiveDate) -> Listing {
        let Some(placement) = &listing.placement else { return listing.clone() };
        let mut free = placement.free.clone();
        for &(scheme, count) in self.counts.iter().filter(|(scheme, _)| placement.schemes.contains(scheme)) {
            let known = free.iter().position(|free| free.scheme == scheme);
            match (known, count.map(|count| FreePlaces { scheme, count, confirmed: today })) {
                (Some(at), Some(new)) => free[at] = new,
                (Some(at), None) => drop(free.remove(at)),
                (None, new) => free.extend(new),
            }
        }
        let placement = Placement { free, ..placement.clone() };
        Listing { placement: Some(placement), ..listing.clone() }
    }
}

/// Whether every scheme of the listing has a number that was said on that day or later.
#[must_use]
pub fn all_said_since(listing: &Listing, day: NaiveDate) -> bool {
    let free = listing.placement.as_ref().map_or(&[][..], |placement| &placement.free);
    let said = |scheme: &Ref<Scheme>| free.iter().any(|free| free.scheme == *scheme && free.confirmed >= day);
    schemes_offered(listing).iter().all(said)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn listing() -> Listing {
        serde_json::from_value(json!({
            "slug": "a", "name": "A", "state": "public",
            "placement": {
                "schemes": ["fleksjob", "smaajob", "stu"],
                "free": [
                    { "scheme": "fleksjob", "count": 2, "confirmed": "2026-01-01" },
                    { "scheme": "smaajob", "count": 1, "confirmed": "2026-01-01" }
                ]
            }
        }))
        .unwrap()
    }

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
    }

    /// What stands there after the form was sent with a button, the numbers as shown but for these.
    fn after(button: &str, more: &[(&str, &str)]) -> Result<Vec<(String, u16, bool)>, Refusals> {
        let shown = [("vist-fleksjob", "2"), ("vist-smaajob", "1")];
        let mut typed = Typed::default();
        for (name, value) in more.iter().chain(&shown) {
            typed.put(*name, *value);
        }
        for (name, value) in [("antal-fleksjob", "2"), ("antal-smaajob", "1")] {
            if more.iter().all(|(other, _)| *other != name) {
                typed.put(name, value);
            }
        }
        typed.put(SAY, button);
        let said = said_places(&typed, schemes_offered(&listing()))?;
        let free = said.of(&listing(), today()).placement.unwrap().free;
        Ok(free.iter().map(|f| (f.scheme.slug().to_owned(), f.count, f.confirmed == today())).collect())
    }

    fn is(expected: &[(&str, u16, bool)]) -> Vec<(String, u16, bool)> {
        expected.iter().map(|(slug, count, new)| ((*slug).to_owned(), *count, *new)).collect()
    }

    #[test]
    fn a_tap_speaks_of_its_scheme_and_the_others_keep_their_day() {
        assert_eq!(after("fleksjob:0", &[]), Ok(is(&[("fleksjob", 0, true), ("smaajob", 1, false)])));
        assert_eq!(
            after("stu:3", &[("antal-smaajob", "4")]),
            Ok(is(&[("fleksjob", 2, false), ("smaajob", 4, true), ("stu", 3, true)])),
            "what was typed beside it counts too"
        );
        for nonsense in ["", "fleksjob", "fleksjob:x", "fleksjob:201", "eftervaern:1", "x:1"] {
            assert_eq!(after(nonsense, &[]), Ok(is(&[("fleksjob", 2, false), ("smaajob", 1, false)])));
        }
    }

    #[test]
    fn saving_says_every_number_and_an_empty_field_takes_one_back() {
        assert_eq!(after(SAVE, &[("antal-stu", "1")]), {
            Ok(is(&[("fleksjob", 2, true), ("smaajob", 1, true), ("stu", 1, true)]))
        });
        assert_eq!(after(SAVE, &[("antal-fleksjob", "")]), Ok(is(&[("smaajob", 1, true)])));
        let refused = after(SAVE, &[("antal-stu", "mange")]);
        assert_eq!(refused, Err(vec![("antal-stu".to_owned(), Refusal::NotBetween(0, 200))]));
        let mut nothing = Typed::default();
        nothing.put(SAY, SAVE);
        let refused = said_places(&nothing, schemes_offered(&listing()));
        assert_eq!(refused, Err(vec![("antal-fleksjob".to_owned(), Refusal::Missing)]), "nothing is said");
    }

    #[test]
    fn what_still_holds_is_what_was_shown() {
        assert_eq!(
            after(STILL, &[("antal-fleksjob", "9")]),
            Ok(is(&[("fleksjob", 2, true), ("smaajob", 1, true)]))
        );
        let said = |day: &str| all_said_since(&listing(), day.parse().unwrap());
        assert!(!said("2026-01-01"), "one has no number");
        let still = SaidPlaces { counts: vec![(Ref::parse("stu").unwrap(), Some(0))], all: false };
        assert!(all_said_since(&still.of(&listing(), today()), "2026-01-01".parse().unwrap()));
        assert!(!all_said_since(&still.of(&listing(), today()), "2026-01-02".parse().unwrap()));
    }
}
