//! Who keeps which listing and was asked when whether it is right.

use std::collections::HashMap;

use app::model::{Listing, Quiet};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use super::entity::{account, freshness, listing, member};
use super::{Store, StoreError, Write};

/// Somebody who keeps a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keeper {
    /// Number of the account.
    pub account: i64,
    /// Its mail address.
    pub email: String,
    /// Which listing.
    pub slug: String,
    /// Since when.
    pub since: DateTime<Utc>,
    /// Whether they may let others in; these are asked first.
    pub may_invite: bool,
}

/// What somebody was asked about a listing, and whether they want to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Number of the account.
    pub account: i64,
    /// Which listing.
    pub slug: String,
    /// Which mail of its round the last one was.
    pub mails: u8,
    /// The day of the last mail.
    pub on: Option<NaiveDate>,
    /// Whether they want no mails.
    pub quiet: Quiet,
}

impl From<freshness::Model> for Asked {
    fn from(row: freshness::Model) -> Self {
        let freshness::Model { account_id, slug, mails, asked_on, quiet, quiet_until } = row;
        let quiet = match (quiet, quiet_until) {
            (false, _) => Quiet::No,
            (true, Some(day)) => Quiet::Until(day),
            (true, None) => Quiet::ForGood,
        };
        Self { account: account_id, slug, mails: u8::try_from(mails).unwrap_or(0), on: asked_on, quiet }
    }
}

impl Store {
    /// Who keeps a listing, or any.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn keepers(&self, slug: Option<&str>) -> Result<Vec<Keeper>, StoreError> {
        let which = Condition::all().add_option(slug.map(|slug| member::Column::Slug.eq(slug)));
        let members = member::Entity::find().filter(which);
        let who = members.clone().select_only().column(member::Column::AccountId).into_query();
        let members = members.all(&self.db).await?;
        let accounts =
            account::Entity::find().filter(account::Column::Id.in_subquery(who)).all(&self.db).await?;
        let emails: HashMap<i64, String> = accounts.into_iter().map(|row| (row.id, row.email)).collect();
        let keeper = |row: member::Model| {
            let member::Model { account_id: account, slug, since, may_invite } = row;
            Some(Keeper { email: emails.get(&account)?.clone(), account, slug, since, may_invite })
        };
        Ok(members.into_iter().filter_map(keeper).collect())
    }

    /// The listings that anybody keeps.
    ///
    /// # Errors
    /// When the database does not answer or a document cannot be read.
    pub async fn listings_kept(&self) -> Result<Vec<Listing>, StoreError> {
        let kept = member::Entity::find().select_only().column(member::Column::Slug).into_query();
        let rows =
            listing::Entity::find().filter(listing::Column::Slug.in_subquery(kept)).all(&self.db).await?;
        rows.into_iter().map(listing::Model::document).collect()
    }

    /// What an account was asked, or everybody.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn asked(&self, account: Option<i64>) -> Result<Vec<Asked>, StoreError> {
        let whose =
            Condition::all().add_option(account.map(|account| freshness::Column::AccountId.eq(account)));
        let rows = freshness::Entity::find().filter(whose);
        Ok(rows.all(&self.db).await?.into_iter().map(Asked::from).collect())
    }
}

impl Write {
    /// Notes that somebody is asked about a listing, with which mail of its round.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn note_asked(
        &self,
        account: i64,
        slug: &str,
        mail: u8,
        on: NaiveDate,
    ) -> Result<(), StoreError> {
        let row = freshness::ActiveModel {
            mails: Set(mail.into()),
            asked_on: Set(Some(on)),
            ..blank(account, slug)
        };
        self.put_freshness(row, [freshness::Column::Mails, freshness::Column::AskedOn]).await
    }

    /// Notes whether somebody wants no mails about a listing.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn set_quiet(&self, account: i64, slug: &str, quiet: Quiet) -> Result<(), StoreError> {
        let until = if let Quiet::Until(day) = quiet { Some(day) } else { None };
        let row = freshness::ActiveModel {
            quiet: Set(quiet != Quiet::No),
            quiet_until: Set(until),
            ..blank(account, slug)
        };
        self.put_freshness(row, [freshness::Column::Quiet, freshness::Column::QuietUntil]).await
    }

    async fn put_freshness(
        &self,
        row: freshness::ActiveModel,
        update: [freshness::Column; 2],
    ) -> Result<(), StoreError> {
        let known = OnConflict::columns([freshness::Column::AccountId, freshness::Column::Slug])
            .update_columns(update)
            .to_owned();
        freshness::Entity::insert(row).on_conflict(known).exec_without_returning(&self.tx).await?;
        Ok(())
    }
}

/// Nobody was asked and nobody minds.
fn blank(account: i64, slug: &str) -> freshness::ActiveModel {
    freshness::ActiveModel {
        account_id: Set(account),
        slug: Set(slug.to_owned()),
        mails: Set(0),
        asked_on: Set(None),
        quiet: Set(false),
        quiet_until: Set(None),
    }
}
