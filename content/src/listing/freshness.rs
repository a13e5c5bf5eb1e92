//! How long the word of whoever vouched for a listing holds.

use chrono::{Days, Months, NaiveDate};

use super::Listing;

/// Months between two times the enterprise is asked; it chooses one of them.
pub const CONFIRM_MONTHS: [u8; 3] = [3, 6, 12];
/// What holds for those who have not chosen.
pub const USUAL_MONTHS: u8 = 6;
/// From when they are asked until visitors are told: two reminders take 30 days, then a week.
const PATIENCE: Days = Days::new(37);

impl Listing {
    /// Months after which the enterprise is asked whether the listing is still right.
    #[must_use]
    pub fn asked_every(&self) -> u8 {
        self.confirm_months.unwrap_or(USUAL_MONTHS)
    }

    /// The day on which to ask whoever has kept the listing since a day.
    #[must_use]
    pub fn asked_on(&self, kept_since: NaiveDate) -> NaiveDate {
        let confirmed = self.confirmed.as_ref().map_or(kept_since, |confirmed| confirmed.on);
        confirmed.max(kept_since).checked_add_months(self.months()).unwrap_or(NaiveDate::MAX)
    }

    /// The day of the last confirmation, when that is so long ago that visitors are told. None for one that
    /// was never confirmed, which says so anyway, and for one that is closed.
    #[must_use]
    pub fn unconfirmed_since(&self, today: NaiveDate) -> Option<NaiveDate> {
        let on = self.confirmed.as_ref()?.on;
        let told = on.checked_add_months(self.months())?.checked_add_days(PATIENCE)?;
        (!self.is_closed() && told < today).then_some(on)
    }

    fn months(&self) -> Months {
        Months::new(self.asked_every().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn listing(months: Option<u8>) -> Listing {
        let mut listing: Listing = serde_json::from_value(serde_json::json!({
            "slug": "a", "name": "A", "state": "draft",
            "confirmed": { "on": "2026-03-31", "by": "virksomheden" }
        }))
        .unwrap();
        listing.confirm_months = months;
        listing
    }

    #[test]
    fn visitors_are_told_after_the_months_and_the_reminders() {
        for (months, last) in [(Some(3), "2026-08-06"), (None, "2026-11-06"), (Some(12), "2027-05-07")] {
            let (listing, last) = (listing(months), day(last));
            assert_eq!(listing.unconfirmed_since(last), None, "{months:?}");
            assert_eq!(listing.unconfirmed_since(last + Days::new(1)), Some(day("2026-03-31")));
        }
        let never = Listing { confirmed: None, ..listing(None) };
        assert_eq!(never.unconfirmed_since(day("2099-01-01")), None);
    }

    #[test]
    fn whoever_came_later_is_asked_later() {
        assert_eq!(listing(Some(3)).asked_on(day("2025-01-01")), day("2026-06-30"));
        assert_eq!(listing(Some(3)).asked_on(day("2026-05-01")), day("2026-08-01"));
    }

    #[test]
    fn only_the_three_may_be_chosen() {
        assert!(listing(Some(12)).problems().is_empty() && listing(None).problems().is_empty());
        assert_eq!(listing(Some(5)).problems()[0].field, "confirm_months");
    }
}
