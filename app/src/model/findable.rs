//! How a listing was found, as its members see it.

use super::Lacking;

/// How often a listing was seen, and by which searches.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findable {
    /// How often its page was seen.
    pub views: Often,
    /// The searches that showed it most, the most frequent first.
    pub searches: Vec<FoundBy>,
    /// What people nearby searched for with few hits and the listing could answer, the most wanted first.
    pub wanted: Vec<Lacking>,
    /// What people asked it for, in numbers.
    pub messages: MessageCounts,
}

/// How often, this month and in this and the twelve months before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Often {
    /// This month.
    pub month: usize,
    /// All thirteen.
    pub year: usize,
}

/// Words by which a listing was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundBy {
    /// The telling words, folded; empty when only filters were chosen.
    pub words: String,
    /// How often such a search showed it.
    pub times: Often,
    /// Its place among the hits on average, in tenths, from 10.
    pub place: usize,
}

/// How many messages a listing got in this month and the twelve before, and how they were answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MessageCounts {
    /// This month.
    pub month: usize,
    /// All thirteen.
    pub year: usize,
    /// Of these: they answered themselves.
    pub answered: usize,
    /// They said that it was not for them, or not just now.
    pub declined: usize,
    /// Nobody answered.
    pub silent: usize,
    /// They still wait.
    pub waiting: usize,
    /// Whoever asked stopped waiting.
    pub withdrawn: usize,
}
