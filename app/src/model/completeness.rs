//! What a listing still lacks, the most useful first.

use content::Listing;
use content::listing::Placement;

use super::Section;
use crate::links::{OWN_FREE_PLACES, OWN_PICTURES as PICTURES};

/// One thing that makes a listing easier to find or to trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Last part of the address of the page where it is done.
    pub part: &'static str,
    /// The field.
    pub field: &'static str,
    /// What to do, in Danish.
    pub words: &'static str,
    /// Whether it is done.
    pub done: bool,
}

/// All steps, the most useful first: what buyers and caseworkers look for before they write.
#[must_use]
pub fn completeness(listing: &Listing) -> Vec<Step> {
    let step = |section: Section, field, words, done| Step { part: section.part(), field, words, done };
    let reached = listing.phone.is_some() || listing.email.is_some();
    let delivers = listing.delivery.is_some();
    let describes = listing.description.chars().count() >= 100;
    let offers_services = listing.offers.iter().any(|offer| !offer.services.is_empty());
    let mut steps = vec![
        step(Section::Sales, "linje", "Skriv på én linje, hvad I sælger.", !listing.one_line.is_empty()),
        step(Section::Sales, "tilbud-0-titel", "Skriv jeres første tilbud.", !listing.offers.is_empty()),
        step(Section::Contact, "telefon", "Skriv, hvordan man får fat i jer.", reached),
        step(Section::Delivery, "region", "Skriv, hvor I leverer.", delivers),
        step(Section::Contact, "adresse-0-by", "Skriv jeres adresse.", !listing.addresses.is_empty()),
        step(Section::Sales, "beskrivelse", "Fortæl med et par sætninger, hvad I laver.", describes),
        step(Section::Sales, "tilbud-0-ydelse", "Vælg ydelser til jeres tilbud.", offers_services),
        Step {
            part: PICTURES,
            field: "fil",
            words: "Sæt et billede på.",
            done: !listing.pictures.is_empty(),
        },
    ];
    steps.extend(placement_steps(listing.placement.as_ref()));
    steps.extend([
        step(Section::Identity, "cvr", "Skriv jeres CVR-nummer.", listing.cvr.is_some()),
        step(Section::Contact, "hjemmeside", "Skriv jeres hjemmeside.", listing.website.is_some()),
        step(
            Section::Sales,
            "samarbejde",
            "Vælg, hvordan man kan samarbejde med jer.",
            !listing.cooperation.is_empty(),
        ),
        step(
            Section::Sales,
            "forskel",
            "Fortæl, hvorfor det gør en forskel.",
            !listing.social_effect.is_empty(),
        ),
        step(Section::Sales, "kapacitet", "Skriv, hvor meget I kan klare.", listing.capacity.is_some()),
        step(
            Section::Identity,
            "tredive",
            "Erklær jer, hvis mindst 30 % af jeres medarbejdere er i målgruppen.",
            listing.thirty_percent.is_some(),
        ),
    ]);
    steps
}

/// What a place for people says: all of it where there are schemes, and else those alone.
fn placement_steps(placement: Option<&Placement>) -> Vec<Step> {
    let part = Section::Places.part();
    let step = |field, words, done| Step { part, field, words, done };
    let schemes = |done| step("ordning", "Sæt kryds ved de ordninger, I har plads under.", done);
    let Some(placement) = placement.filter(|placement| !placement.schemes.is_empty()) else {
        return vec![schemes(false)];
    };
    let counted = |scheme| placement.free.iter().any(|free| free.scheme == scheme);
    let free = placement.schemes.iter().copied().all(counted);
    vec![
        step("opgave", "Sæt kryds ved de opgaver, I har.", !placement.tasks.is_empty()),
        step("hensyn", "Sæt kryds ved de hensyn, I kan tage.", !placement.considerations.is_empty()),
        schemes(true),
        Step { part: "", field: OWN_FREE_PLACES, words: "Sig, om I har plads lige nu.", done: free },
        step("modtager", "Skriv, hvem der tager imod nye.", placement.received_by.is_some()),
        step("foerste-dag", "Fortæl, hvordan den første dag er.", placement.first_day.is_some()),
        step("uden-bil", "Skriv, hvordan man kommer dertil uden bil.", placement.reach.is_some()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_there_are_schemes_a_place_for_people_says_more() {
        let open = |placement: serde_json::Value| {
            let listing =
                serde_json::json!({ "slug": "a", "name": "A", "state": "draft", "placement": placement });
            let listing: Listing = serde_json::from_value(listing).unwrap();
            let lacking = completeness(&listing).into_iter().filter(|step| !step.done);
            let about = lacking.filter(|step| ["plads", ""].contains(&step.part));
            about.map(|step| step.field).collect::<Vec<_>>()
        };
        assert_eq!(open(serde_json::json!({ "tasks": ["koekken"] })), ["ordning"]);
        let schemes =
            serde_json::json!({ "schemes": ["fleksjob"], "tasks": ["koekken"], "reach": "Fra Hobro" });
        assert_eq!(open(schemes), ["hensyn", "pladser", "modtager", "foerste-dag"]);
    }

    #[test]
    fn the_first_step_is_what_they_sell_and_a_done_one_stays_done() {
        let mut listing: Listing =
            serde_json::from_value(serde_json::json!({ "slug": "a", "name": "A", "state": "draft" }))
                .unwrap();
        let first = |listing: &Listing| completeness(listing).into_iter().find(|step| !step.done).unwrap();
        assert_eq!(first(&listing).field, "linje");
        listing.one_line = "Frokost".to_owned();
        assert_eq!(first(&listing).field, "tilbud-0-titel");
    }
}
