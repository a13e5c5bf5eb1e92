//! What a message is about, and why it cannot go.

use super::date;
use crate::model::{InvalidReceivers, InvalidWords, MAX_RECEIVERS, MessageKind, Obstacle};

/// As the sender says it.
#[must_use]
pub fn message_kind(kind: MessageKind) -> &'static str {
    match kind {
        MessageKind::Offer => "Vi vil gerne have et tilbud",
        MessageKind::Question => "Vi har et spørgsmål",
        MessageKind::Meeting => "Vi vil gerne mødes",
        MessageKind::Cooperation => "Vi vil gerne samarbejde",
        MessageKind::Placement => "Vi leder efter en plads: praktik, fleksjob eller andet",
    }
}

/// Why an enterprise cannot be written to now, as a sentence after its name.
#[must_use]
pub fn obstacle(obstacle: Obstacle) -> String {
    match obstacle {
        Obstacle::Gone => "Er lukket og tager ikke imod beskeder.".to_owned(),
        Obstacle::Paused => "Holder pause og tager ikke imod beskeder lige nu.".to_owned(),
        Obstacle::Unwanted => "Tager ikke imod beskeder herfra.".to_owned(),
        Obstacle::NoAddress => "Har ingen mailadresse i kataloget.".to_owned(),
        Obstacle::QuotaUsed => {
            "Har fået så mange beskeder, som de kan nå at svare på i denne måned.".to_owned()
        }
        Obstacle::ManyToday => "Har fået mange beskeder det seneste døgn. Prøv igen i morgen.".to_owned(),
        Obstacle::NoNewcomers(day) => format!("Tager ikke imod nye før {}.", date(day)),
    }
}

/// What to do about those a message is to go to.
#[must_use]
pub fn invalid_receivers(refused: InvalidReceivers) -> String {
    match refused {
        InvalidReceivers::None => "Vælg, hvem beskeden skal til.".to_owned(),
        InvalidReceivers::TooMany => {
            format!("Vælg højst {MAX_RECEIVERS}. Man kan ikke skrive til flere ad gangen.")
        }
        InvalidReceivers::Blocked => {
            "En af dem kan ikke få beskeden lige nu. Se hvorfor, og vælg igen.".to_owned()
        }
        InvalidReceivers::NoNewcomers => {
            "En af dem tager ikke imod nye lige nu. Vælg en anden, eller skriv om noget andet end en plads."
                .to_owned()
        }
    }
}

/// What to do about a text; `missing` says what to write.
#[must_use]
pub fn invalid_words(refused: InvalidWords, missing: &str) -> String {
    match refused {
        InvalidWords::Missing => missing.to_owned(),
        InvalidWords::TooLong(most) => {
            format!("Skriv det kortere: højst {} tegn.", super::number(most))
        }
        InvalidWords::Cpr => super::refusals::CPR.to_owned(),
        InvalidWords::Signs => {
            "Der er usynlige tegn eller linjeskift i feltet. Skriv det igen med almindelige tegn.".to_owned()
        }
    }
}
