//! What may be wrong with a message.

use super::InvalidWanted;
use crate::model::InvalidEmail;

/// What is wrong with the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct InvalidMessage {
    /// With those it is to go to.
    pub receivers: Option<InvalidReceivers>,
    /// No kind was chosen.
    pub kind: bool,
    /// With what is asked for.
    pub what: Option<InvalidWords>,
    /// With how much.
    pub amount: Option<InvalidWords>,
    /// With where.
    pub place: Option<InvalidWords>,
    /// With when.
    pub wanted_by: Option<InvalidWords>,
    /// With the fields about a place.
    pub wanted: InvalidWanted,
    /// With the company.
    pub company: Option<InvalidWords>,
    /// With the mail address.
    pub email: Option<InvalidEmail>,
    /// Nothing but the time: it came quicker than a person types.
    pub too_quick: bool,
    /// Nothing; it looks for a place and speaks of health, which the sender was not asked about yet.
    pub health: bool,
    /// Nothing; it was sent too often for now.
    pub too_often: Option<TooOften>,
}

/// What is wrong with those a message is to go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidReceivers {
    /// None were chosen.
    None,
    /// More than [`MAX_RECEIVERS`].
    TooMany,
    /// One of them cannot be written to now.
    Blocked,
    /// One of them takes no newcomers now, and the message looks for a place.
    NoNewcomers,
}

/// What is wrong with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidWords {
    /// Nothing was typed.
    Missing,
    /// It has more characters than this.
    TooLong(usize),
    /// It holds what looks like a CPR number.
    Cpr,
    /// It holds signs that end a line or hide words.
    Signs,
}

/// Whose share is used up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooOften {
    /// That of the place the form came from, or of the mailbox.
    Visitor,
    /// The sender's for a day.
    Sender,
    /// A receiver's for a day.
    Receiver,
    /// The whole site's for an hour.
    Site,
}
