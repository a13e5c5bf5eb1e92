//! What visitors ask enterprises for, and how they answer.

mod checks;
mod form;
mod invalid;
mod receiver;
mod wanted;
mod words;

pub use form::{
    MAX_COMPANY, MAX_RECEIVERS, MAX_WHAT, MAX_WISH, MESSAGE_HOURS, MessageForm, SENDER_DAYS, ValidMessage,
};
pub use invalid::{InvalidMessage, InvalidReceivers, InvalidWords, TooOften};
pub use receiver::{MessageLoad, Obstacle, Receiver, Receivers, ToConfirm};
pub use wanted::{ELSEWHERE, Home, InvalidWanted, MAX_HOURS, Wanted, WantedForm};
pub use words::Words;

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// They want an offer.
    Offer,
    /// They want to know something.
    Question,
    /// They want to meet.
    Meeting,
    /// They think of working together.
    Cooperation,
    /// They look for a place for somebody.
    Placement,
}

impl Kind {
    /// All of them, in the order they are asked.
    pub const ALL: [Self; 5] =
        [Self::Offer, Self::Question, Self::Meeting, Self::Cooperation, Self::Placement];

    /// As it stands in the form and in the store.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Offer => "tilbud",
            Self::Question => "spoergsmaal",
            Self::Meeting => "moede",
            Self::Cooperation => "samarbejde",
            Self::Placement => "placering",
        }
    }

    /// The kind with this slug.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }
}

/// How a message stands with one enterprise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It has not answered.
    Waiting,
    /// It says that it answers, by a mail of its own.
    Answered,
    /// Not just now; it may say why and from when.
    NotNow,
    /// It is not for them.
    NotForUs,
    /// It did not answer, and is no longer asked.
    Silent,
    /// The sender no longer waits for it.
    Withdrawn,
    /// The mail could not be delivered.
    Undelivered,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Waiting,
        Self::Answered,
        Self::NotNow,
        Self::NotForUs,
        Self::Silent,
        Self::Withdrawn,
        Self::Undelivered,
    ];

    /// As it stands in the store.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Answered => "answered",
            Self::NotNow => "not-now",
            Self::NotForUs => "not-for-us",
            Self::Silent => "silent",
            Self::Withdrawn => "withdrawn",
            Self::Undelivered => "undelivered",
        }
    }

    /// The state with this slug.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.slug() == slug)
    }
}

/// What the three links of a mail to an enterprise say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// *Vi svarer*.
    Yes,
    /// *Ikke lige nu*.
    NotNow,
    /// *Ikke for os*.
    NotForUs,
}

/// Why an enterprise does not take something on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeclineReason {
    /// There is no time for it.
    Busy,
    /// It is more than they can deliver.
    TooLarge,
    /// It is too little for them.
    TooSmall,
    /// It is too far away.
    TooFar,
    /// Too soon or too late.
    When,
    /// They do not do that.
    NotOffered,
}

impl DeclineReason {
    /// All of them, in the order they are asked.
    pub const ALL: [Self; 6] =
        [Self::Busy, Self::TooLarge, Self::TooSmall, Self::TooFar, Self::When, Self::NotOffered];

    /// As it stands in the form and in the store.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Busy => "travlt",
            Self::TooLarge => "for-stort",
            Self::TooSmall => "for-lille",
            Self::TooFar => "for-langt",
            Self::When => "tidspunkt",
            Self::NotOffered => "tilbydes-ikke",
        }
    }

    /// The reason with this slug.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.slug() == slug)
    }
}
