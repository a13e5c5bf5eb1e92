//! Deleting an account.

use std::collections::HashMap;

use serde::Deserialize;

/// Stands in the form where nobody takes a listing over.
pub const NOBODY: &str = "ingen";

/// Who takes a listing over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Successor {
    /// The colleague with this account.
    Colleague(i64),
    /// Nobody, and editors are told.
    Nobody,
}

/// The form: for each listing that needs it, who takes it over.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct DeleteForm(HashMap<String, String>);

impl DeleteForm {
    /// Name of the field for a listing.
    #[must_use]
    pub fn field(slug: &str) -> String {
        format!("efter-{slug}")
    }

    /// Who takes the listing over; none when nothing was chosen.
    #[must_use]
    pub fn successor(&self, slug: &str) -> Option<Successor> {
        match self.0.get(&Self::field(slug))?.as_str() {
            NOBODY => Some(Successor::Nobody),
            account => account.parse().ok().map(Successor::Colleague),
        }
    }
}

/// A listing that nobody could let others into once somebody has gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// Slug of the listing.
    pub slug: String,
    /// Name of the listing.
    pub name: String,
    /// Whether it can be closed instead.
    pub closable: bool,
    /// Who else keeps it: account and mail address.
    pub colleagues: Vec<(i64, String)>,
    /// What was chosen before.
    pub chosen: Option<Successor>,
}

/// What is to be decided before an account is deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Farewell {
    /// Mail address of the account.
    pub email: String,
    /// The listings that need a decision.
    pub handovers: Vec<Handover>,
}
