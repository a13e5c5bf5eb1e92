//! What editors look at.

use chrono::NaiveDate;

use super::{InReview, OpenReport, RefusedAnswer, Waiting, WaitingClaim};

/// Words people searched for with few hits or none, over some days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking {
    /// The telling words, folded.
    pub words: String,
    /// The place as a visitor reads it; empty for none.
    pub place: String,
    /// Hits of the last such search.
    pub hits: i32,
    /// How many such searches.
    pub count: i64,
    /// The last day.
    pub last: NaiveDate,
}

/// A mail on its way or lately gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailLine {
    /// The day it was asked for or last tried.
    pub day: NaiveDate,
    /// What it is for.
    pub purpose: &'static str,
    /// Whom to.
    pub to: String,
    /// How it stands.
    pub state: MailState,
}

/// How a mail stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailState {
    /// Waits for its turn.
    Waiting,
    /// Was refused so many times and waits for another try.
    Retrying(i32),
    /// Is not tried any more.
    GivenUp,
    /// Is sent.
    Sent,
}

/// A change that a member made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeLine {
    /// Its number.
    pub id: i64,
    /// Slug of the listing.
    pub slug: String,
    /// Name of the listing.
    pub listing: String,
    /// Mail address of whoever made it.
    pub author: String,
    /// The day.
    pub day: NaiveDate,
    /// What was changed.
    pub fields: Vec<Waiting>,
    /// Whether it was taken back.
    pub taken_back: bool,
}

/// The editors' room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditorsRoom {
    /// An answer that was not taken.
    pub refused: Option<RefusedAnswer>,
    /// What waits to be seen, the oldest first.
    pub reviews: Vec<InReview>,
    /// Those who say a listing is theirs, the oldest first.
    pub claims: Vec<WaitingClaim>,
    /// Errors that were reported, the oldest first.
    pub reports: Vec<OpenReport>,
    /// The latest changes that members made, the newest first.
    pub changes: Vec<ChangeLine>,
}
