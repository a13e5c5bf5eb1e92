//! A plan for keeping contact in words.

use chrono::{Datelike, NaiveDate, Weekday};

use super::date;
use crate::model::{AftercareStep as Step, InvalidStart, Taker, With};

/// The day with its weekday: `mandag den 30. november 2026`.
#[must_use]
pub fn weekday(day: NaiveDate) -> String {
    let name = match day.weekday() {
        Weekday::Mon => "mandag",
        Weekday::Tue => "tirsdag",
        Weekday::Wed => "onsdag",
        Weekday::Thu => "torsdag",
        Weekday::Fri => "fredag",
        Weekday::Sat => "lørdag",
        Weekday::Sun => "søndag",
    };
    format!("{name} den {}", date(day))
}

/// How long after the first day: `1 uge`.
#[must_use]
pub fn after(step: Step) -> &'static str {
    match step {
        Step::OneWeek => "1 uge",
        Step::TwoWeeks => "2 uger",
        Step::OneMonth => "1 måned",
        Step::ThreeMonths => "3 måneder",
        Step::SixMonths => "6 måneder",
        Step::TwelveMonths => "12 måneder",
    }
}

/// With whom one talks.
#[must_use]
pub fn with(with: With) -> &'static str {
    match with {
        With::Citizen => "borgeren",
        With::Company => "virksomheden",
        With::Both => "borgeren og virksomheden",
    }
}

/// Who takes it.
#[must_use]
pub fn taker(taker: Taker) -> &'static str {
    match taker {
        Taker::Municipality => "kontaktperson i kommunen",
        Taker::Consultant => "virksomhedskonsulent",
        Taker::Mentor => "mentor",
        Taker::Workplace => "kontaktperson på arbejdspladsen",
        Taker::Enterprise => "kontaktperson i den socialøkonomiske virksomhed",
    }
}

/// What to do about a day that cannot be used.
#[must_use]
pub fn invalid_start(refused: InvalidStart) -> &'static str {
    match refused {
        InvalidStart::Unreadable => "Vi kunne ikke læse datoen. Skriv den som 23-11-2026.",
        InvalidStart::FarAway => "Datoen skal ligge mellem år 2000 og 2100.",
    }
}

/// What to begin with, for each of those one talks with; they stand in the guide of the step too.
#[must_use]
pub fn first_questions(step: Step, talk: With) -> Vec<(&'static str, [&'static str; 2])> {
    let (citizen, company) = questions(step);
    let citizen = talk.citizen().then_some(("Spørg borgeren", citizen));
    citizen.into_iter().chain(talk.company().then_some(("Spørg virksomheden", company))).collect()
}

fn questions(step: Step) -> ([&'static str; 2], [&'static str; 2]) {
    match step {
        Step::OneWeek => (
            [
                "Hvordan var den første dag, og hvordan var den seneste?",
                "Er der noget, ingen har vist dig endnu?",
            ],
            ["Ligner opgaverne det, vi aftalte?", "Hvem viser til rette, når kontaktpersonen har fri?"],
        ),
        Step::TwoWeeks => (
            [
                "Hvilken dag i ugen er den tungeste, og hvad kan gøre den lettere?",
                "Får du holdt de pauser, vi talte om?",
            ],
            [
                "Hvad har I selv lavet om undervejs, og virkede det?",
                "Bliver der sagt til, mens noget er småt?",
            ],
        ),
        Step::OneMonth => (
            [
                "Hvad kan du nu, som du ikke kunne den første dag?",
                "Har du kræfter tilbage, når du kommer hjem?",
            ],
            [
                "Hvilke opgaver kan I trygt give fra jer nu?",
                "Er der et hensyn fra den første aftale, vi skal lave om?",
            ],
        ),
        Step::ThreeMonths => (
            [
                "Hvad er blevet en vane, og hvad kræver stadig, at du tager dig sammen?",
                "Hvad vil du gerne lære som det næste?",
            ],
            [
                "Hvilke opgaver får I brug for, at nogen kan?",
                "Kan der komme flere timer, og hvad ville de gå til?",
            ],
        ),
        Step::SixMonths => (
            [
                "Er det stadig det rigtige sted for dig?",
                "Har du brug for den samme støtte, eller kan noget af den tages væk?",
            ],
            [
                "Er kontaktpersonen den samme, og er der en stedfortræder?",
                "Hvad sker der med opgaverne i en stille periode?",
            ],
        ),
        Step::TwelveMonths => (
            ["Hvad er du mest glad for fra det år, der er gået?", "Hvordan ser en god uge ud om et år?"],
            [
                "Hvad ville I gøre på samme måde, hvis I tog imod igen?",
                "Kan aftalen blive til noget mere varigt?",
            ],
        ),
    }
}

#[cfg(test)]
mod tests {
    use content::articles::article;

    use super::*;
    use crate::links;

    #[test]
    fn every_step_has_a_guide_with_its_questions_where_the_link_leads() {
        for step in Step::ALL {
            let guide = links::guide(step);
            let (path, id) = guide.split_once('#').unwrap();
            let html = &article(path).unwrap_or_else(|| panic!("{path}")).html;
            let (_, below) =
                html.split_once(&format!("<h2 id=\"{id}\">")).unwrap_or_else(|| panic!("{guide}"));
            let section = below.split("<h2").next().unwrap();
            for (_, questions) in first_questions(step, With::Both) {
                for question in questions {
                    assert!(section.contains(&format!("<li>{question}</li>")), "{guide}: {question}");
                }
            }
        }
    }

    #[test]
    fn one_asks_those_who_are_there() {
        let asked =
            |talk| first_questions(Step::OneWeek, talk).iter().map(|(who, _)| *who).collect::<Vec<_>>();
        assert_eq!(asked(With::Citizen), ["Spørg borgeren"]);
        assert_eq!(asked(With::Company), ["Spørg virksomheden"]);
        assert_eq!(asked(With::Both), ["Spørg borgeren", "Spørg virksomheden"]);
    }

    #[test]
    fn a_day_has_its_weekday() {
        assert_eq!(weekday("2026-11-30".parse().unwrap()), "mandag den 30. november 2026");
    }
}
