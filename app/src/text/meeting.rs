//! What to ask at a first meeting.

use content::Listing;
use content::taxonomy::{Consideration, Ref};

use crate::model::{Facet, Fit, Need, Wish};

/// A question to every place of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// One sentence.
    pub words: String,
    /// Names of those that have not written anything about it.
    pub unstated: Vec<String>,
}

/// Whether a listing says something beforehand.
type Says = fn(&Listing) -> bool;

/// What is asked of every place, and whether a listing says it; none where a listing has no room for it.
const ALWAYS: [(&str, Option<Says>); 4] = [
    ("Hvordan ser den første dag ud?", Some(says_first_day)),
    ("Hvem tager imod, og hvem spørger man, når man er i tvivl?", Some(says_who_receives)),
    ("Hvornår er der pause, og hvor holder man den?", None),
    ("Hvem ringer man til, hvis man er syg eller bliver forsinket?", None),
];

/// The questions that a need and what the places leave out give: considerations first, for they are talked
/// through at the first meeting, then what somebody does not state, then what is always asked.
#[must_use]
pub fn questions(need: &Need, places: &[(&Listing, &Fit)]) -> Vec<Question> {
    let silent =
        |wish: Wish| names(places, |_, fit| fit.unstated.iter().any(|(unstated, _)| *unstated == wish));
    let considerations = need.chosen(Facet::Consideration).filter_map(|value| {
        let consideration: Ref<Consideration> = Ref::parse(value.entry().slug()).ok()?;
        Some(Question { words: consideration.question.clone(), unstated: silent(Wish::Value(value)) })
    });
    let rest = need.wishes().filter_map(|wish| {
        let unstated = silent(wish);
        let words = unstated_wish(wish).filter(|_| !unstated.is_empty())?;
        Some(Question { words, unstated })
    });
    let always = ALWAYS.iter().map(|(words, says)| Question {
        words: (*words).to_owned(),
        unstated: says.map(|says| names(places, |listing, _| !says(listing))).unwrap_or_default(),
    });
    considerations.chain(rest).chain(always).collect()
}

/// What to ask about a wish that is no consideration.
fn unstated_wish(wish: Wish) -> Option<String> {
    Some(match wish {
        Wish::Value(value) => match value.facet() {
            Facet::Task => format!("Er der opgaver hos jer inden for {}?", lowered(value.entry().label())),
            Facet::Scheme => {
                format!("Kan man begynde hos jer på ordningen {}?", lowered(value.entry().label()))
            }
            _ => return None,
        },
        Wish::Hours(hours) => {
            format!("Kan man begynde med {} om ugen?", super::count(hours.into(), "time", "timer"))
        }
        Wish::Within(_) => "Hvor ligger arbejdspladsen?".to_owned(),
        Wish::WithoutCar => "Hvordan kommer man hen til jer uden bil?".to_owned(),
    })
}

/// As it stands inside a sentence; abbreviations keep their capitals.
fn lowered(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        _ => label.to_owned(),
    }
}

fn names(places: &[(&Listing, &Fit)], counts: impl Fn(&Listing, &Fit) -> bool) -> Vec<String> {
    let places = places.iter().filter(|(listing, fit)| counts(listing, fit));
    places.map(|(listing, _)| listing.name.clone()).collect()
}

fn says_first_day(listing: &Listing) -> bool {
    listing.placement.as_ref().is_some_and(|placement| placement.first_day.is_some())
}

fn says_who_receives(listing: &Listing) -> bool {
    listing.placement.as_ref().is_some_and(|placement| placement.received_by.is_some())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::model::fit;

    fn asked(query: &str, placements: &[serde_json::Value]) -> Vec<Question> {
        let need = Need::parse(query);
        let today = "2026-11-22".parse().unwrap();
        let listings: Vec<Listing> = placements
            .iter()
            .enumerate()
            .map(|(at, placement)| {
                let name = format!("Sted {}", at + 1);
                let facts = json!({ "slug": "a", "name": name, "state": "public", "placement": placement });
                serde_json::from_value(facts).unwrap()
            })
            .collect();
        let fits: Vec<Fit> = listings.iter().map(|listing| fit(listing, &need, None, today)).collect();
        questions(&need, &listings.iter().zip(&fits).collect::<Vec<_>>())
    }

    fn of<'a>(questions: &'a [Question], part: &str) -> Option<&'a Question> {
        questions.iter().find(|question| question.words.contains(part))
    }

    #[test]
    fn considerations_are_always_asked_and_who_says_nothing_is_named() {
        let questions = asked(
            "hensyn=nedsat-tid&hensyn=ro-egen-plads",
            &[json!({ "considerations": ["nedsat-tid"], "first_day": "Kaffe" }), json!({})],
        );
        assert_eq!(questions.len(), 6);
        assert_eq!(questions[0].words, "Hvor få timer om ugen kan man begynde med hos jer?");
        assert_eq!(questions[0].unstated, ["Sted 2"]);
        assert_eq!(questions[1].unstated, ["Sted 1", "Sted 2"]);
        assert_eq!(of(&questions, "første dag").unwrap().unstated, ["Sted 2"]);
        assert_eq!(of(&questions, "pause").unwrap().unstated, Vec::<String>::new());
    }

    #[test]
    fn what_all_state_is_not_asked() {
        let query = "opgave=koekken&opgave=it-elektronik&ordning=stu&timer=4&udenbil=1";
        let whole = json!({
            "tasks": ["koekken", "it-elektronik"], "schemes": ["stu"], "hours_from": 2, "reach": "Bus",
        });
        assert_eq!(asked(query, std::slice::from_ref(&whole)).len(), 4, "only what is always asked");
        let questions = asked(query, &[whole, json!({})]);
        for words in [
            "Er der opgaver hos jer inden for køkken?",
            "Er der opgaver hos jer inden for IT og elektronik?",
            "Kan man begynde hos jer på ordningen STU og skolepraktik?",
            "Kan man begynde med 4 timer om ugen?",
            "Hvordan kommer man hen til jer uden bil?",
        ] {
            assert_eq!(of(&questions, words).unwrap().unstated, ["Sted 2"], "{words}");
        }
    }

    #[test]
    fn a_no_is_not_asked_about_as_if_it_were_unknown() {
        let questions = asked("timer=2", &[json!({ "hours_from": 10 })]);
        assert!(of(&questions, "timer om ugen").is_none());
    }
}
