//! Enterprises that messages go to, and what may stand in the way.

use std::sync::Arc;

use chrono::NaiveDate;
use content::Listing;
use content::listing::State;

use super::{Kind, Wanted};

/// Most messages an enterprise gets in a day.
const MOST_A_DAY: u64 = 20;

/// Why an enterprise cannot be written to now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// It is closed, or no visitor can see it.
    Gone,
    /// It takes on nothing for now.
    Paused,
    /// It wants no messages.
    Unwanted,
    /// Nobody knows its mail address.
    NoAddress,
    /// It got as many this month as it wants.
    QuotaUsed,
    /// It got very many since yesterday.
    ManyToday,
    /// It takes no newcomers before this day, and the message looks for a place.
    NoNewcomers(NaiveDate),
}

/// What an enterprise has to do with messages already.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MessageLoad {
    /// Where its mails go.
    pub addresses: Vec<String>,
    /// Messages to it that were confirmed this month; counted only where it wants a limit.
    pub this_month: u64,
    /// Messages to it that were confirmed in the last 24 hours.
    pub last_day: u64,
}

impl Obstacle {
    /// What stands in the way of a message of this kind, if anything does.
    ///
    /// A listing that pauses is written to about nothing. A pause for newcomers is one for messages that look
    /// for a place, and only for those: it says nothing about what the enterprise sells. The limit of the month
    /// stands beside it in the form and is for all messages, as its help text promises.
    #[must_use]
    pub fn of(listing: &Listing, load: &MessageLoad, kind: Option<Kind>, today: NaiveDate) -> Option<Self> {
        let quota = listing.placement.as_ref().and_then(|placement| placement.messages_per_month);
        let newcomers = no_newcomers_before(listing, today).filter(|_| kind == Some(Kind::Placement));
        match listing.state {
            State::Draft | State::Waiting | State::Closed => Some(Self::Gone),
            State::Paused => Some(Self::Paused),
            State::Public if quota == Some(0) => Some(Self::Unwanted),
            State::Public if load.addresses.is_empty() => Some(Self::NoAddress),
            State::Public if quota.is_some_and(|most| load.this_month >= most.into()) => {
                Some(Self::QuotaUsed)
            }
            State::Public if load.last_day >= MOST_A_DAY => Some(Self::ManyToday),
            State::Public => newcomers.map(Self::NoNewcomers),
        }
    }
}

/// The day before which it takes no newcomers, if that is still to come.
fn no_newcomers_before(listing: &Listing, today: NaiveDate) -> Option<NaiveDate> {
    listing.placement.as_ref()?.paused_until.filter(|until| *until >= today)
}

/// An enterprise that can be written to.
#[derive(Debug, Clone)]
pub struct Receiver {
    /// Which.
    pub listing: Arc<Listing>,
    /// It takes no newcomers before this day.
    pub no_newcomers_before: Option<NaiveDate>,
}

impl Receiver {
    /// One with nothing in the way.
    #[must_use]
    pub fn new(listing: Arc<Listing>, today: NaiveDate) -> Self {
        let no_newcomers_before = no_newcomers_before(&listing, today);
        Self { listing, no_newcomers_before }
    }
}

/// Those whom a form for a message names.
#[derive(Debug, Clone, Default)]
pub struct Receivers {
    /// The form is for several of a list, not for one whose page it belongs to.
    pub several: bool,
    /// They can be written to.
    pub open: Vec<Receiver>,
    /// They cannot.
    pub blocked: Vec<(Arc<Listing>, Obstacle)>,
    /// Others that can, and are like those that cannot.
    pub instead: Vec<Arc<Listing>>,
    /// How many more are named that are not in the catalogue.
    pub unknown: usize,
}

/// A message on the page that asks its sender to go on.
#[derive(Debug, Clone)]
pub struct ToConfirm {
    /// What it is about.
    pub kind: Kind,
    /// What is asked for, how much, where and when; what was left empty is empty.
    pub wishes: [String; 4],
    /// What is looked for, of a message about a place.
    pub wanted: Wanted,
    /// The sender's company.
    pub company: String,
    /// Those it goes to.
    pub to: Vec<Arc<Listing>>,
    /// Those it can no longer go to.
    pub blocked: Vec<(String, Obstacle)>,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn obstacle(more: &serde_json::Value, load: (u64, u64), kind: Option<Kind>) -> Option<Obstacle> {
        let mut facts = json!({ "slug": "a", "name": "A", "state": "public" });
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let listing: Listing = serde_json::from_value(facts).unwrap();
        let load =
            MessageLoad { addresses: vec!["a@example.dk".to_owned()], this_month: load.0, last_day: load.1 };
        Obstacle::of(&listing, &load, kind, "2026-11-22".parse().unwrap())
    }

    #[test]
    fn a_pause_for_newcomers_is_one_for_those_who_look_for_a_place() {
        let paused = |until: &str| json!({ "placement": { "paused_until": until } });
        let placement = Some(Kind::Placement);
        let day = "2026-11-22".parse().unwrap();
        assert_eq!(obstacle(&paused("2026-11-22"), (0, 0), placement), Some(Obstacle::NoNewcomers(day)));
        assert_eq!(obstacle(&paused("2026-11-21"), (0, 0), placement), None);
        assert_eq!(obstacle(&paused("2026-11-22"), (0, 0), Some(Kind::Offer)), None);
        assert_eq!(obstacle(&json!({ "state": "paused" }), (0, 0), None), Some(Obstacle::Paused));
    }

    #[test]
    fn the_limit_of_a_month_is_kept_and_none_is_none() {
        let most = |most: u16| json!({ "placement": { "messages_per_month": most } });
        assert_eq!(obstacle(&most(2), (1, 1), None), None);
        assert_eq!(obstacle(&most(2), (2, 1), None), Some(Obstacle::QuotaUsed));
        assert_eq!(obstacle(&most(0), (0, 0), None), Some(Obstacle::Unwanted));
        assert_eq!(obstacle(&json!({}), (0, 19), None), None);
        assert_eq!(obstacle(&json!({}), (0, 20), None), Some(Obstacle::ManyToday));
    }
}
