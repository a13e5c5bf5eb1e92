//! What was asked and answered, in words.

use crate::model::{DeclineReason, MessageKind, MessageStanding, MessageWords, RecipientState};

use super::date;

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
    filled.map(|(name, typed)| (name, one_line(typed))).collect()
}

/// A reason as the enterprise says it.
#[must_use]
pub fn decline_reason(reason: DeclineReason) -> &'static str {
    match reason {
        DeclineReason::Busy => "Vi har for travlt",
        DeclineReason::TooLarge => "Det er mere, end vi kan levere",
        DeclineReason::TooSmall => "Det er for lidt til, at vi kan tage det",
        DeclineReason::TooFar => "Det er for langt væk",
        DeclineReason::When => "Tidspunktet passer ikke",
        DeclineReason::NotOffered => "Det er ikke noget, vi laver",
    }
}

/// The same as whoever asked reads it.
#[must_use]
pub fn declined_reason(reason: DeclineReason) -> &'static str {
    match reason {
        DeclineReason::Busy => "De har for travlt",
        DeclineReason::TooLarge => "Det er mere, end de kan levere",
        DeclineReason::TooSmall => "Det er for lidt til, at de kan tage det",
        DeclineReason::TooFar => "Det er for langt væk",
        DeclineReason::When => "Tidspunktet passer ikke",
        DeclineReason::NotOffered => "Det er ikke noget, de laver",
    }
}

/// How a message stands with an enterprise, as whoever asked reads it.
#[must_use]
pub fn message_state(standing: &MessageStanding) -> String {
    let day = standing.since.map(date);
    let on = day.as_deref().map(|day| format!(" {day}")).unwrap_or_default();
    let since = day.as_deref().map(|day| format!(" siden {day}")).unwrap_or_default();
    match standing.state {
        RecipientState::Waiting if day.is_none() => "På vej.".to_owned(),
        RecipientState::Waiting => format!("Venter på svar. Sendt{on}."),
        RecipientState::Answered => format!("Svarer selv. Det sagde de{on}. Svaret kommer i jeres indbakke."),
        RecipientState::NotNow => format!("Ikke lige nu, svarede de{on}.{}", why(standing)),
        RecipientState::NotForUs => format!("Ikke noget for dem, svarede de{on}.{}", why(standing)),
        RecipientState::Silent => format!("Har ikke svaret. Vi spørger dem ikke mere{since}."),
        RecipientState::Withdrawn => format!("I venter ikke længere på dem{since}."),
        RecipientState::Undelivered => "Mailen kunne ikke leveres.".to_owned(),
    }
}

fn why(standing: &MessageStanding) -> String {
    let reason = standing.declined.reason.map(|reason| format!(" {}.", declined_reason(reason)));
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
            message_state(&standing(RecipientState::NotNow, later)),
            "Ikke lige nu, svarede de 23. november 2026. De har for travlt. Spørg gerne igen fra 1. marts 2027."
        );
        let waiting = standing(RecipientState::Waiting, Declined::default());
        assert_eq!(message_state(&waiting), "Venter på svar. Sendt 23. november 2026.");
        assert_eq!(message_state(&MessageStanding { since: None, ..waiting }), "På vej.");
    }
}
