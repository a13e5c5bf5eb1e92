//! Accounts with the listings they keep, as editors see them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::entity::{account, listing, member, session};
use super::{Store, StoreError};

/// Somebody with an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberAccount {
    /// Number of the account.
    pub account: i64,
    /// Mail address.
    pub email: String,
    /// Whether invited as an editor.
    pub invited_editor: bool,
    /// Slug and name of each listing they keep, by slug.
    pub listings: Vec<(String, String)>,
    /// When they were last seen, to the hour; none when they are signed in nowhere.
    pub seen: Option<DateTime<Utc>>,
}

impl Store {
    /// How many accounts there are.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn count_accounts(&self) -> Result<u64, StoreError> {
        Ok(account::Entity::find().count(&self.db).await?)
    }

    /// Accounts by mail address, after so many and at most so many.
    ///
    /// # Errors
    /// When the database does not answer or a document cannot be read.
    pub async fn member_accounts(&self, after: u64, limit: u64) -> Result<Vec<MemberAccount>, StoreError> {
        let by_address = account::Entity::find().order_by_asc(account::Column::Email);
        let accounts = by_address.offset(after).limit(limit).all(&self.db).await?;
        let ids: Vec<i64> = accounts.iter().map(|account| account.id).collect();
        let theirs = member::Column::AccountId.is_in(ids.iter().copied());
        let by_slug = member::Entity::find().filter(theirs).order_by_asc(member::Column::Slug);
        let members = by_slug.all(&self.db).await?;
        let names = self.names(members.iter().map(|member| member.slug.as_str())).await?;
        let sessions = session::Entity::find().filter(session::Column::AccountId.is_in(ids));
        let mut seen: HashMap<i64, DateTime<Utc>> = HashMap::new();
        for session in sessions.all(&self.db).await? {
            let last = seen.entry(session.account_id).or_insert(session.seen_at);
            *last = session.seen_at.max(*last);
        }
        let mut kept: HashMap<i64, Vec<(String, String)>> = HashMap::new();
        for member in members {
            let name = names.get(&member.slug).unwrap_or(&member.slug).clone();
            kept.entry(member.account_id).or_default().push((member.slug, name));
        }
        let member = |account: account::Model| MemberAccount {
            listings: kept.remove(&account.id).unwrap_or_default(),
            seen: seen.get(&account.id).copied(),
            account: account.id,
            email: account.email,
            invited_editor: account.editor,
        };
        Ok(accounts.into_iter().map(member).collect())
    }

    /// The names of listings by slug, whatever their state; those that are none are left out.
    ///
    /// # Errors
    /// When the database does not answer or a document cannot be read.
    pub async fn names(
        &self,
        slugs: impl IntoIterator<Item = &str>,
    ) -> Result<HashMap<String, String>, StoreError> {
        let rows = listing::Entity::find().filter(listing::Column::Slug.is_in(slugs)).all(&self.db).await?;
        let listings = rows.into_iter().map(listing::Model::document);
        listings.map(|listing| listing.map(|listing| (listing.slug, listing.name))).collect()
    }
}
