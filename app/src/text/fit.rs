//! What a place says to a need, in words.

use content::Listing;
use content::taxonomy::{Entry, Ref, Trade};

use super::{count, date, distance, hours};
use crate::model::{FitObstacle, Free, Need, Pause, Wish};

/// A number of places.
#[must_use]
pub fn places(total: usize) -> String {
    match total {
        0 => "Ingen steder".to_owned(),
        total => count(total, "sted", "steder"),
    }
}

/// How many places there are for a need, and how many of them say yes to all of it.
#[must_use]
pub fn places_sentence(need: &Need, total: usize, whole: usize) -> String {
    let others = |rest: usize| match rest {
        0 => ".".to_owned(),
        rest => format!(". {} kan komme på tale.", count(rest, "sted mere", "steder mere")),
    };
    if need.wishes().next().is_none() {
        return format!("{} at begynde med. Vælg noget, så kommer de bedste først.", places(total));
    }
    match (total, whole) {
        (0, _) => "Intet sted kan det hele. Se, hvad der er tættest på.".to_owned(),
        (total, 0) => format!("Ingen har skrevet ja til det hele. {} kan komme på tale.", places(total)),
        (total, whole) => format!("{} siger ja til det hele{}", places(whole), others(total - whole)),
    }
}

/// On the button that leads to them.
#[must_use]
pub fn see_places(total: usize) -> String {
    match total {
        0 => "Se det nærmeste".to_owned(),
        total => format!("Se {}", places(total)),
    }
}

/// A wish on its own: `Køkken`, `4 timer om ugen`.
#[must_use]
pub fn wish(wish: Wish) -> String {
    match wish {
        Wish::Value(value) => value.entry().label().to_owned(),
        Wish::Hours(hours) => format!("{} om ugen", count(hours.into(), "time", "timer")),
        Wish::Within(km) => format!("Højst {km} km væk"),
        Wish::WithoutCar => "Uden bil".to_owned(),
    }
}

/// A wish the place meets, with what it says: `Fra 2 til 10 timer om ugen`.
#[must_use]
pub fn met(met: Wish, listing: &Listing, km: Option<f64>) -> String {
    let placement = listing.placement.as_ref();
    let said = match met {
        Wish::Value(_) => None,
        Wish::Hours(_) => placement.and_then(hours).map(|hours| format!("{hours} timer om ugen")),
        Wish::Within(_) => km.map(|km| format!("{} væk", distance(km))),
        Wish::WithoutCar => placement
            .and_then(|placement| placement.reach.as_deref())
            .map(|reach| format!("Uden bil: {reach}")),
    };
    said.unwrap_or_else(|| wish(met))
}

/// What to ask the place about a wish it does not mention; with the trade that makes it likely.
#[must_use]
pub fn ask(unstated: Wish, likely: Option<Ref<Trade>>) -> String {
    match (unstated, likely) {
        (_, Some(trade)) => format!("{} (de arbejder med {})", wish(unstated), trade.label().to_lowercase()),
        (Wish::Within(_), None) => "Hvor de ligger".to_owned(),
        (Wish::WithoutCar, None) => "Vejen uden bil".to_owned(),
        (_, None) => wish(unstated),
    }
}

/// A wish the place cannot meet, with what it says instead.
#[must_use]
pub fn refused(refused: Wish, obstacle: FitObstacle) -> String {
    match obstacle {
        FitObstacle::RuledOut => wish(refused),
        FitObstacle::HoursFrom(from) => format!("{} (de begynder ved {from})", wish(refused)),
        FitObstacle::HoursTo(to) => format!("{} (de har højst {to})", wish(refused)),
        FitObstacle::Away(km) => format!("{} (der er {})", wish(refused), distance(km)),
    }
}

/// Free places as they were said lately; none when nothing was.
#[must_use]
pub fn free_now(free: Free) -> Option<String> {
    match free {
        Free::Places { count: places, said } => {
            Some(format!("{}, sagt {}", count(places.into(), "ledig plads", "ledige pladser"), date(said)))
        }
        Free::None(said) => Some(format!("Ingen ledige pladser lige nu, sagt {}", date(said))),
        Free::Unknown => None,
    }
}

/// That it takes no newcomers, and how long.
#[must_use]
pub fn pause(pause: Pause) -> String {
    match pause {
        Pause::Until(day) => format!("Holder pause til og med {}", date(day)),
        Pause::Open => "Holder pause".to_owned(),
    }
}
