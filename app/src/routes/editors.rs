//! The editors' room.

use super::{Document, own};
use crate::model::{
    DeedLine, EditorsRoom, KeeperLine, LackingLine, Leaf, ListingLine, MailLine, Merge, MergeOutcome,
    PairLine, RefusedAnswer, Unconfirmed, WhyRefused,
};
use crate::pages;

/// The editors' list of every listing.
#[must_use]
pub fn all_listings(base_url: &str, typed: &str, listings: &[ListingLine], leaf: Leaf) -> Document {
    own(base_url, 200, &pages::editors::all(typed, listings, leaf))
}

/// The editors' list of listings nobody vouches for; `total` is how many there are.
#[must_use]
pub fn unconfirmed(base_url: &str, listings: &[Unconfirmed], total: usize) -> Document {
    own(base_url, 200, &pages::unconfirmed::page(listings, total))
}

/// What people did not find.
#[must_use]
pub fn lacking(base_url: &str, lines: &[LackingLine]) -> Document {
    own(base_url, 200, &pages::editors::lacking(lines))
}

/// The mails and how they stand.
#[must_use]
pub fn mail_log(base_url: &str, mails: &[MailLine]) -> Document {
    own(base_url, 200, &pages::editors::mails(mails))
}

/// What editors did.
#[must_use]
pub fn log(base_url: &str, deeds: &[DeedLine], leaf: Leaf) -> Document {
    own(base_url, 200, &pages::editors::log(deeds, leaf))
}

/// Who keeps which listing.
#[must_use]
pub fn keepers(base_url: &str, keepers: &[KeeperLine], leaf: Leaf) -> Document {
    own(base_url, 200, &pages::editors::keepers(keepers, leaf))
}

/// Listings that may be one enterprise twice.
#[must_use]
pub fn duplicates(base_url: &str, pairs: &[PairLine]) -> Document {
    own(base_url, 200, &pages::editors::duplicates(pairs))
}

/// Two listings on their way to be one.
#[must_use]
pub fn merge(base_url: &str, merge: &Merge, outcome: &MergeOutcome) -> Document {
    let status = match outcome {
        MergeOutcome::Open => 200,
        MergeOutcome::Conflict => 409,
        MergeOutcome::Unsound(_) => 422,
    };
    own(base_url, status, &pages::editors::merge(merge, outcome))
}

/// The editors' room.
#[must_use]
pub fn editors(base_url: &str, room: &EditorsRoom) -> Document {
    let status = match &room.refused {
        None => 200,
        Some(RefusedAnswer { why: WhyRefused::Changed, .. }) => 409,
        Some(_) => 422,
    };
    own(base_url, status, &pages::editors::page(room))
}
