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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Filter, fit};

    #[test]
    fn the_number_of_places_is_a_sentence() {
        let (open, need) = (Need::default(), Need::parse("opgave=koekken"));
        for (need, total, whole, words) in [
            (&open, 26, 26, "26 steder at begynde med. Vælg noget, så kommer de bedste først."),
            (&need, 0, 0, "Intet sted kan det hele. Se, hvad der er tættest på."),
            (&need, 18, 0, "Ingen har skrevet ja til det hele. 18 steder kan komme på tale."),
            (&need, 18, 1, "1 sted siger ja til det hele. 17 steder mere kan komme på tale."),
            (&need, 2, 2, "2 steder siger ja til det hele."),
        ] {
            assert_eq!(places_sentence(need, total, whole), words);
        }
    }

    #[test]
    fn what_a_place_says_is_told_with_its_own_words() {
        let listing: Listing = serde_json::from_value(serde_json::json!({
            "slug": "a", "name": "A", "state": "public", "trades": ["kantine-catering"],
            "placement": {
                "hours_from": 2, "hours_to": 10, "reach": "900 m fra Brovst Rutebilstation",
                "ruled_out": ["koerestolsadgang"],
                "free": [{ "scheme": "fleksjob", "count": 0, "confirmed": "2026-11-01" }]
            }
        }))
        .unwrap();
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let need = Need::parse("opgave=koekken&hensyn=koerestolsadgang&timer=4&udenbil=1&naer=Brovst&km=10");
        let said = fit(&listing, &need, Some(32.4), today);
        let met: Vec<_> = said.met.iter().map(|wish| met(*wish, &listing, Some(32.4))).collect();
        assert_eq!(met, ["Fra 2 til 10 timer om ugen", "Uden bil: 900 m fra Brovst Rutebilstation"]);
        let unstated: Vec<_> = said.unstated.iter().map(|(wish, trade)| ask(*wish, *trade)).collect();
        assert_eq!(unstated, ["Køkken (de arbejder med kantine og catering)"]);
        let no: Vec<_> = said.refused.iter().map(|(wish, obstacle)| refused(*wish, *obstacle)).collect();
        assert_eq!(no, ["Kørestolsadgang", "Højst 10 km væk (der er 32 km)"]);
        assert_eq!(free_now(said.free).unwrap(), "Ingen ledige pladser lige nu, sagt 1. november 2026");
        assert!(Filter::met_by(&listing).iter().all(|met| met.entry().slug() != "koerestolsadgang"));
    }

    #[test]
    fn too_few_hours_and_too_many_are_told_apart() {
        let hours = |hours| Wish::Hours(hours);
        assert_eq!(refused(hours(4), FitObstacle::HoursFrom(10)), "4 timer om ugen (de begynder ved 10)");
        assert_eq!(refused(hours(30), FitObstacle::HoursTo(20)), "30 timer om ugen (de har højst 20)");
        assert_eq!(wish(hours(1)), "1 time om ugen");
        assert_eq!(pause(Pause::Open), "Holder pause");
    }
}
