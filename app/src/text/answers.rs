//! What was asked and answered, in words.

use crate::model::{
    DeclineReason, MessageAnswer, MessageKind, MessageStanding, MessageWords, RecipientState,
};

use super::{date, wanted_facts};

/// Most characters of a typed line where it stands in a subject.
const MOST: usize = 80;

/// A typed line on one line, whatever it holds: nothing of it can begin a line of its own.
#[must_use]
pub fn one_line(typed: &str) -> String {
    let ends = |sign: char| sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}');
    let spaced: String = typed.chars().map(|sign| if ends(sign) { ' ' } else { sign }).collect();
    super::shortened(&spaced.split_whitespace().collect::<Vec<_>>().join(" "), MOST)
}

/// What the sender wants, as the end of a sentence about them.
#[must_use]
pub fn message_asks(kind: MessageKind) -> &'static str {
    match kind {
        MessageKind::Offer => "vil gerne have et tilbud",
        MessageKind::Question => "har et spørgsmål",
        MessageKind::Meeting => "vil gerne mødes",
        MessageKind::Cooperation => "vil gerne samarbejde",
        MessageKind::Placement => "leder efter en plads til et menneske",
    }
}

/// What was filled in beside what is wanted, each with its name.
#[must_use]
pub fn message_facts(words: &MessageWords) -> Vec<(&'static str, String)> {
    let facts = [("Hvor meget", &words.amount), ("Hvor", &words.place), ("Hvornår", &words.wanted_by)];
    let filled = facts.into_iter().filter(|(_, typed)| !typed.trim().is_empty());
    wanted_facts(&words.wanted)
        .into_iter()
        .chain(filled.map(|(name, typed)| (name, one_line(typed))))
        .collect()
}

/// An answer as the enterprise says it.
#[must_use]
pub fn answer_words(answer: MessageAnswer, kind: MessageKind) -> &'static str {
    match (answer, kind) {
        (MessageAnswer::Yes, MessageKind::Placement) => "Ja, ring",
        (MessageAnswer::NotNow, MessageKind::Placement) => "Ikke nu, men fra en dato",
        (MessageAnswer::NotForUs, MessageKind::Placement) => "Nej",
        (MessageAnswer::Yes, _) => "Vi svarer",
        (MessageAnswer::NotNow, _) => "Ikke lige nu",
        (MessageAnswer::NotForUs, _) => "Ikke for os",
    }
}

/// A reason as the enterprise says it of a message of the kind.
#[must_use]
pub fn decline_reason(reason: DeclineReason, kind: MessageKind) -> &'static str {
    match (reason, kind) {
        (DeclineReason::Busy, MessageKind::Placement) => "Vi har ikke tid til at tage godt imod",
        (DeclineReason::TooLarge, MessageKind::Placement) => "Det er flere timer, end vi har",
        (DeclineReason::TooSmall, MessageKind::Placement) => "Det er for få timer for os",
        (DeclineReason::NotOffered, MessageKind::Placement) => "Vi har ikke sådan en plads",
        (DeclineReason::Busy, _) => "Vi har for travlt",
        (DeclineReason::TooLarge, _) => "Det er mere, end vi kan levere",
        (DeclineReason::TooSmall, _) => "Det er for lidt til, at vi kan tage det",
        (DeclineReason::TooFar, _) => "Det er for langt væk",
        (DeclineReason::When, _) => "Tidspunktet passer ikke",
        (DeclineReason::NotOffered, _) => "Det er ikke noget, vi laver",
    }
}

/// The same as whoever asked reads it.
#[must_use]
pub fn declined_reason(reason: DeclineReason, kind: MessageKind) -> &'static str {
    match (reason, kind) {
        (DeclineReason::Busy, MessageKind::Placement) => "De har ikke tid til at tage godt imod",
        (DeclineReason::TooLarge, MessageKind::Placement) => "Det er flere timer, end de har",
        (DeclineReason::TooSmall, MessageKind::Placement) => "Det er for få timer for dem",
        (DeclineReason::NotOffered, MessageKind::Placement) => "De har ikke sådan en plads",
        (DeclineReason::Busy, _) => "De har for travlt",
        (DeclineReason::TooLarge, _) => "Det er mere, end de kan levere",
        (DeclineReason::TooSmall, _) => "Det er for lidt til, at de kan tage det",
        (DeclineReason::TooFar, _) => "Det er for langt væk",
        (DeclineReason::When, _) => "Tidspunktet passer ikke",
        (DeclineReason::NotOffered, _) => "Det er ikke noget, de laver",
    }
}

/// How a message of the kind stands with an enterprise, as whoever asked reads it.
#[must_use]
pub fn message_state(standing: &MessageStanding, kind: MessageKind) -> String {
    let day = standing.since.map(date);
    let on = day.as_deref().map(|day| format!(" {day}")).unwrap_or_default();
    let since = day.as_deref().map(|day| format!(" siden {day}")).unwrap_or_default();
    match standing.state {
        RecipientState::Waiting if day.is_none() => "På vej.".to_owned(),
        RecipientState::Waiting => format!("Venter på svar. Sendt{on}."),
        RecipientState::Answered if kind == MessageKind::Placement => {
            format!("Ja, ring, svarede de{on}.")
        }
        RecipientState::NotNow if kind == MessageKind::Placement => {
            format!("Ikke nu, svarede de{on}.{}", why(standing, kind))
        }
        RecipientState::NotForUs if kind == MessageKind::Placement => {
            format!("Nej, svarede de{on}.{}", why(standing, kind))
        }
        RecipientState::Answered => format!("Svarer selv. Det sagde de{on}. Svaret kommer i jeres indbakke."),
        RecipientState::NotNow => format!("Ikke lige nu, svarede de{on}.{}", why(standing, kind)),
        RecipientState::NotForUs => format!("Ikke noget for dem, svarede de{on}.{}", why(standing, kind)),
        RecipientState::Silent => format!("Har ikke svaret. Vi spørger dem ikke mere{since}."),
        RecipientState::Withdrawn => format!("I venter ikke længere på dem{since}."),
        RecipientState::Undelivered => "Mailen kunne ikke leveres.".to_owned(),
    }
}

fn why(standing: &MessageStanding, kind: MessageKind) -> String {
    let reason = standing.declined.reason.map(|reason| format!(" {}.", declined_reason(reason, kind)));
    let again = standing.declined.again_on.map(|day| format!(" Spørg gerne igen fra {}.", date(day)));
    reason.into_iter().chain(again).collect()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::model::Declined;

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(one_line(" A\r\nBcc: x@y.dk\u{2028}\t B "), "A Bcc: x@y.dk B");
        assert!(one_line(&"a ".repeat(200)).chars().count() <= MOST);
    }

    #[test]
    fn a_state_has_its_day_and_its_reason() {
        let standing = |state, declined| MessageStanding {
            state,
            declined,
            since: NaiveDate::from_ymd_opt(2026, 11, 23),
        };
        let later =
            Declined { reason: Some(DeclineReason::Busy), again_on: NaiveDate::from_ymd_opt(2027, 3, 1) };
        assert_eq!(
            message_state(&standing(RecipientState::NotNow, later), MessageKind::Offer),
            "Ikke lige nu, svarede de 23. november 2026. De har for travlt. Spørg gerne igen fra 1. marts 2027."
        );
        let waiting = standing(RecipientState::Waiting, Declined::default());
        assert_eq!(message_state(&waiting, MessageKind::Offer), "Venter på svar. Sendt 23. november 2026.");
        assert_eq!(message_state(&MessageStanding { since: None, ..waiting }, MessageKind::Offer), "På vej.");
    }

    #[test]
    fn a_place_is_answered_in_words_of_its_own() {
        let standing = |state, reason, day: &str| MessageStanding {
            state,
            declined: Declined { reason, again_on: day.parse().ok() },
            since: NaiveDate::from_ymd_opt(2026, 11, 23),
        };
        for (standing, words) in [
            (standing(RecipientState::Answered, None, ""), "Ja, ring, svarede de 23. november 2026."),
            (
                standing(RecipientState::NotNow, None, "2027-03-01"),
                "Ikke nu, svarede de 23. november 2026. Spørg gerne igen fra 1. marts 2027.",
            ),
            (
                standing(RecipientState::NotForUs, Some(DeclineReason::NotOffered), ""),
                "Nej, svarede de 23. november 2026. De har ikke sådan en plads.",
            ),
        ] {
            assert_eq!(message_state(&standing, MessageKind::Placement), words);
        }
    }
}
