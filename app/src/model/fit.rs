//! How well a place fits a need. What a listing does not say is not known, never a no.

use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use content::Listing;
use content::listing::{Placement, State};
use content::taxonomy::{Consideration, Ref, Scheme, Task, Term, Trade};

use super::{Facet, Filter, Need};

/// What a listing says that has no places.
static NOTHING_SAID: LazyLock<Placement> = LazyLock::new(Placement::default);

/// How many days a number of free places is taken for the number now.
const LATELY: Days = Days::new(90);

/// One wish of a need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wish {
    /// A task, a consideration or a scheme.
    Value(Filter),
    /// So many hours a week to begin with.
    Hours(u8),
    /// Within so many kilometres of the place.
    Within(u16),
    /// To be reached without a car.
    WithoutCar,
}

/// Why a wish cannot be met.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Obstacle {
    /// It says that it cannot take this into account.
    RuledOut,
    /// It begins at more hours.
    HoursFrom(u8),
    /// It ends at fewer hours.
    HoursTo(u8),
    /// It lies so many kilometres away.
    Away(f64),
}

/// How long it takes no newcomers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pause {
    /// Up to and with this day.
    Until(NaiveDate),
    /// It does not say.
    Open,
}

/// What is known of free places, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Free {
    /// So many, said lately on the day.
    Places {
        /// How many in all, under the schemes asked for.
        count: u16,
        /// The last day one of them was said.
        said: NaiveDate,
    },
    /// Nothing was said lately.
    Unknown,
    /// None, said lately on the day.
    None(NaiveDate),
}

/// What a place says to each wish of a need.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// Wishes it says yes to.
    pub met: Vec<Wish>,
    /// Wishes it says nothing about; with the trade in which there is such work as a rule, if it is of one.
    pub unstated: Vec<(Wish, Option<Ref<Trade>>)>,
    /// Wishes it cannot meet.
    pub refused: Vec<(Wish, Obstacle)>,
    /// Whether it takes no newcomers now.
    pub paused: Option<Pause>,
    /// Its free places under the schemes asked for, or under any.
    pub free: Free,
}

/// The wishes of a need, read once to be asked of many.
#[derive(Debug, Clone)]
pub struct Wishes {
    all: Vec<Wish>,
    schemes: Vec<Ref<Scheme>>,
}

impl Wishes {
    /// Those of the need.
    #[must_use]
    pub fn of(need: &Need) -> Self {
        Self { all: need.wishes().collect(), schemes: need.chosen(Facet::Scheme).filter_map(term).collect() }
    }

    /// What the listing says to each, on a day. `km` is how far it lies from the place of the need, where both
    /// are known.
    #[must_use]
    pub fn fit(&self, listing: &Listing, km: Option<f64>, today: NaiveDate) -> Fit {
        let placement = listing.placement.as_ref().unwrap_or(&NOTHING_SAID);
        let (mut met, mut unstated, mut refused) = (Vec::new(), Vec::new(), Vec::new());
        for wish in self.all.iter().copied() {
            match said(listing, placement, wish, km) {
                Said::Yes => met.push(wish),
                Said::Nothing(likely) => unstated.push((wish, likely)),
                Said::No(obstacle) => refused.push((wish, obstacle)),
            }
        }
        Fit {
            met,
            unstated,
            refused,
            paused: paused(listing, placement, today),
            free: free(placement, &self.schemes, today),
        }
    }
}

/// The same for one listing.
#[must_use]
pub fn fit(listing: &Listing, need: &Need, km: Option<f64>, today: NaiveDate) -> Fit {
    Wishes::of(need).fit(listing, km, today)
}

/// Whether the listing says yes to the wish.
#[must_use]
pub fn says_yes(listing: &Listing, wish: Wish, km: Option<f64>) -> bool {
    matches!(said(listing, listing.placement.as_ref().unwrap_or(&NOTHING_SAID), wish, km), Said::Yes)
}

enum Said {
    Yes,
    Nothing(Option<Ref<Trade>>),
    No(Obstacle),
}

fn said(listing: &Listing, placement: &Placement, wish: Wish, km: Option<f64>) -> Said {
    let stated = |yes: bool| if yes { Said::Yes } else { Said::Nothing(None) };
    match wish {
        Wish::Value(value) => match value.facet() {
            Facet::Task => term::<Task>(value).map_or(Said::Nothing(None), |task| {
                if placement.tasks.contains(&task) {
                    return Said::Yes;
                }
                Said::Nothing(task.get().trades.iter().copied().find(|trade| listing.trades.contains(trade)))
            }),
            Facet::Consideration => term::<Consideration>(value).map_or(Said::Nothing(None), |value| {
                if placement.ruled_out.contains(&value) {
                    return Said::No(Obstacle::RuledOut);
                }
                stated(placement.considerations.contains(&value))
            }),
            _ => stated(term::<Scheme>(value).is_some_and(|scheme| placement.schemes.contains(&scheme))),
        },
        Wish::Hours(hours) => match (placement.hours_from, placement.hours_to) {
            (Some(from), _) if hours < from => Said::No(Obstacle::HoursFrom(from)),
            (_, Some(to)) if hours > to => Said::No(Obstacle::HoursTo(to)),
            (from, to) => stated(from.or(to).is_some()),
        },
        Wish::Within(most) => match km {
            Some(km) if km > f64::from(most) => Said::No(Obstacle::Away(km)),
            km => stated(km.is_some()),
        },
        Wish::WithoutCar => stated(placement.reach.is_some()),
    }
}

fn term<T: Term>(value: Filter) -> Option<Ref<T>> {
    Ref::every().nth(value.index())
}

fn paused(listing: &Listing, placement: &Placement, today: NaiveDate) -> Option<Pause> {
    let until = placement.paused_until.filter(|until| *until >= today).map(Pause::Until);
    until.or((listing.state == State::Paused).then_some(Pause::Open))
}

/// Whether a number of free places that was said on the day is taken for the number now.
#[must_use]
pub fn is_lately(said: NaiveDate, today: NaiveDate) -> bool {
    said >= today.checked_sub_days(LATELY).unwrap_or(today)
}

fn free(placement: &Placement, asked: &[Ref<Scheme>], today: NaiveDate) -> Free {
    let lately = placement.free.iter().filter(|free| {
        (asked.is_empty() || asked.contains(&free.scheme)) && is_lately(free.confirmed, today)
    });
    let Some(said) = lately.clone().map(|free| free.confirmed).max() else {
        return Free::Unknown;
    };
    match lately.map(|free| free.count).sum() {
        0 => Free::None(said),
        count => Free::Places { count, said },
    }
}

impl Fit {
    /// Whether no wish is one it cannot meet.
    #[must_use]
    pub fn is_possible(&self) -> bool {
        self.refused.is_empty()
    }

    /// Whether it says yes to all.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.unstated.is_empty() && self.refused.is_empty()
    }

    /// How well it fits: a task counts most, for that is where a person begins; where such work is usual
    /// counts a little.
    #[must_use]
    pub fn points(&self) -> u32 {
        let met = self.met.iter().map(|wish| match wish {
            Wish::Value(value) if value.facet() == Facet::Task => 4,
            Wish::Within(_) => 0,
            _ => 2,
        });
        let likely = self.unstated.iter().filter(|(_, trade)| trade.is_some()).map(|_| 1);
        met.chain(likely).sum()
    }
}
