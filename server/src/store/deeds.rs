//! What editors did: who, what, about what, when. Nothing is ever taken out of it but the address of
//! a deleted account.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, EntityTrait, PaginatorTrait, QueryOrder, QuerySelect};

use super::entity::deed;
use super::{Store, StoreError, Write};

/// What an editor can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// Let somebody keep a listing.
    GrantClaim,
    /// Did not.
    RefuseClaim,
    /// Took a change back.
    TakeBack,
    /// Said that a reported error is mended.
    CloseReport,
    /// Let what waited be seen.
    Approve,
    /// Asked back about it.
    AskBack,
    /// Sent it away with a reason.
    Reject,
    /// Asked somebody to keep a listing too.
    InviteColleague,
    /// Took such an invitation back.
    WithdrawInvitation,
    /// Changed what a member may do.
    ChangeRole,
    /// Took a listing from a member; about the slug and the mail address.
    RemoveMember,
    /// Vouched for a listing.
    ConfirmListing,
    /// Merged a listing into another; about both slugs, the kept one last.
    Merge,
    /// Said that two listings are two; about both slugs.
    KeepApart,
}

/// All of them with their names in the table.
const VERBS: &[(Verb, &str)] = &[
    (Verb::GrantClaim, "grant_claim"),
    (Verb::RefuseClaim, "refuse_claim"),
    (Verb::TakeBack, "take_back"),
    (Verb::CloseReport, "close_report"),
    (Verb::Approve, "approve"),
    (Verb::AskBack, "ask_back"),
    (Verb::Reject, "reject"),
    (Verb::InviteColleague, "invite_colleague"),
    (Verb::WithdrawInvitation, "withdraw_invitation"),
    (Verb::ChangeRole, "change_role"),
    (Verb::RemoveMember, "remove_member"),
    (Verb::ConfirmListing, "confirm_listing"),
    (Verb::Merge, "merge"),
    (Verb::KeepApart, "keep_apart"),
];

/// Something an editor did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// Mail address of the editor.
    pub editor: String,
    /// What; none for what only a later version of this program can do.
    pub verb: Option<Verb>,
    /// Slugs of listings and mail addresses, single spaces between.
    pub about: String,
    /// When.
    pub done: DateTime<Utc>,
}

impl From<deed::Model> for Deed {
    fn from(row: deed::Model) -> Self {
        let verb = VERBS.iter().find(|(_, name)| *name == row.verb).map(|(verb, _)| *verb);
        Self { verb, editor: row.editor, about: row.about, done: row.done_at }
    }
}

impl Write {
    /// Notes what an editor does.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn note_deed(
        &self,
        editor: &str,
        verb: Verb,
        about: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let name = VERBS.iter().find(|(known, _)| *known == verb).map_or("", |(_, name)| name);
        let row = deed::ActiveModel {
            editor: Set(editor.to_owned()),
            verb: Set(name.to_owned()),
            about: Set(about.to_owned()),
            done_at: Set(now),
            ..Default::default()
        };
        deed::Entity::insert(row).exec_without_returning(&self.tx).await?;
        Ok(())
    }
}

impl Store {
    /// The latest deeds after so many, the newest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn deeds(&self, after: u64, limit: u64) -> Result<Vec<Deed>, StoreError> {
        let newest = deed::Entity::find().order_by_desc(deed::Column::Id);
        let rows = newest.offset(after).limit(limit).all(&self.db).await?;
        Ok(rows.into_iter().map(Deed::from).collect())
    }

    /// How many deeds there are.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn count_deeds(&self) -> Result<u64, StoreError> {
        Ok(deed::Entity::find().count(&self.db).await?)
    }
}
