//! What visitors asked enterprises for, and how they answered.

mod answering;
mod forgetting;
mod habit;
mod sending;
mod standing;

use app::model::{DeclineReason, MessageKind, MessageWords, RecipientState, Wanted};
use chrono::{DateTime, NaiveDate, Utc};

use super::entity::{message, recipient};

pub use answering::AnswerLink;
pub use habit::Outcome;

/// A message; its words are empty once they are forgotten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its number.
    pub id: i64,
    /// What is asked, and by whom.
    pub words: MessageWords,
    /// When it was written.
    pub created: DateTime<Utc>,
    /// When the address was confirmed; nothing is sent before.
    pub confirmed: Option<DateTime<Utc>>,
    /// When its words and its sender were forgotten.
    pub forgotten: Option<DateTime<Utc>>,
}

impl Message {
    /// Whether whoever wrote it is told by mail that it stands so at an enterprise. Who answers writes themselves;
    /// about a place, they wait for a call.
    #[must_use]
    pub fn is_told_of(&self, state: RecipientState) -> bool {
        let may_call = self.words.kind == MessageKind::Placement && state == RecipientState::Answered;
        state.is_over() || may_call
    }
}

impl From<message::Model> for Message {
    fn from(row: message::Model) -> Self {
        Self {
            id: row.id,
            words: MessageWords {
                kind: MessageKind::from_slug(&row.kind).unwrap_or(MessageKind::Question),
                what: row.what,
                amount: row.amount,
                place: row.place,
                wanted_by: row.wanted_by,
                wanted: wanted(row.wanted.as_deref()),
                company: row.company,
                email: row.email,
            },
            created: row.created_at,
            confirmed: row.confirmed_at,
            forgotten: row.forgotten_at,
        }
    }
}

/// What is looked for. A value that has left its vocabulary takes the rest along rather than the message.
fn wanted(stored: Option<&str>) -> Wanted {
    stored.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
}

/// An enterprise a message goes to, and how it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// Its number.
    pub id: i64,
    /// Number of the message.
    pub message: i64,
    /// Which listing.
    pub slug: String,
    /// How it answered.
    pub state: RecipientState,
    /// Why it declined, if it said so.
    pub reason: Option<DeclineReason>,
    /// From which day it may be asked again, if it said so.
    pub again_on: Option<NaiveDate>,
    /// When the first mail went to it.
    pub sent: Option<DateTime<Utc>>,
    /// How many reminders went to it.
    pub reminders: u8,
    /// When it answered.
    pub answered: Option<DateTime<Utc>>,
    /// The day it last moved on: reminded, paused, answered or closed.
    pub moved_on: Option<NaiveDate>,
}

impl From<recipient::Model> for Recipient {
    fn from(row: recipient::Model) -> Self {
        Self {
            id: row.id,
            message: row.message_id,
            slug: row.slug,
            state: RecipientState::from_slug(&row.state).unwrap_or(RecipientState::Waiting),
            reason: row.reason.as_deref().and_then(DeclineReason::from_slug),
            again_on: row.again_on,
            sent: row.sent_at,
            reminders: u8::try_from(row.reminders).unwrap_or(0),
            answered: row.answered_at,
            moved_on: row.moved_on,
        }
    }
}
