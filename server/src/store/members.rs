//! Who keeps which listing, and who has asked to.

use std::collections::BTreeSet;

use app::model::Listing;
use chrono::{DateTime, Duration, Utc};
use sea_orm::prelude::Expr;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::entity::{account, claim, listing, member};
use super::{Store, StoreError, Write};

/// How long a claim whose mail address nobody confirmed is kept.
const UNCONFIRMED: Duration = Duration::days(2);

/// What somebody may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// What the account with this number keeps.
    Kept(i64),
    /// Every listing.
    All,
}

/// How a claim stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimState {
    /// The mail address is not confirmed yet.
    Unconfirmed,
    /// Waits for an editor.
    Waiting,
    /// They keep the listing now.
    Granted,
    /// An editor said no.
    Refused,
}

impl ClaimState {
    fn name(self) -> &'static str {
        match self {
            Self::Unconfirmed => "unconfirmed",
            Self::Waiting => "waiting",
            Self::Granted => "granted",
            Self::Refused => "refused",
        }
    }
}

/// Somebody says that a listing is theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Its number.
    pub id: i64,
    /// Which listing.
    pub slug: String,
    /// Their mail address.
    pub email: String,
    /// Their name; empty once decided.
    pub name: String,
    /// What they do there; empty once decided.
    pub role: String,
    /// When it was made.
    pub created: DateTime<Utc>,
}

impl From<claim::Model> for Claim {
    fn from(row: claim::Model) -> Self {
        let claim::Model { id, slug, email, name, role, created_at, .. } = row;
        Self { id, slug, email, name, role, created: created_at }
    }
}

impl Write {
    /// Notes a claim whose mail address is not confirmed yet; returns its number.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn add_claim(
        &self,
        slug: &str,
        email: &str,
        name: &str,
        role: &str,
        now: DateTime<Utc>,
    ) -> Result<i64, StoreError> {
        let row = claim::ActiveModel {
            slug: Set(slug.to_owned()),
            email: Set(email.to_owned()),
            name: Set(name.to_owned()),
            role: Set(role.to_owned()),
            state: Set(ClaimState::Unconfirmed.name().to_owned()),
            created_at: Set(now),
            ..Default::default()
        };
        Ok(claim::Entity::insert(row).exec(&self.tx).await?.last_insert_id)
    }

    /// A claim in this state.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn claim(&self, id: i64, state: ClaimState) -> Result<Option<Claim>, StoreError> {
        let found = claim::Entity::find_by_id(id).filter(claim::Column::State.eq(state.name()));
        Ok(found.one(&self.tx).await?.map(Claim::from))
    }

    /// Brings a claim from one state to another; false when it was not in the first. Decided, it loses
    /// the name and the role, which were only there to decide by.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn move_claim(&self, id: i64, from: ClaimState, to: ClaimState) -> Result<bool, StoreError> {
        let mut update = claim::Entity::update_many()
            .col_expr(claim::Column::State, Expr::value(to.name()))
            .filter(claim::Column::Id.eq(id))
            .filter(claim::Column::State.eq(from.name()));
        if matches!(to, ClaimState::Granted | ClaimState::Refused) {
            update = update
                .col_expr(claim::Column::Name, Expr::value(""))
                .col_expr(claim::Column::Role, Expr::value(""));
        }
        Ok(update.exec(&self.tx).await?.rows_affected > 0)
    }

    /// Lets an account keep a listing; one that keeps it already stays as it is.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn add_member(
        &self,
        account: i64,
        slug: &str,
        may_invite: bool,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row = member::ActiveModel {
            account_id: Set(account),
            slug: Set(slug.to_owned()),
            since: Set(now),
            may_invite: Set(may_invite),
        };
        let keep =
            OnConflict::columns([member::Column::AccountId, member::Column::Slug]).do_nothing().to_owned();
        member::Entity::insert(row).on_conflict(keep).exec_without_returning(&self.tx).await?;
        Ok(())
    }

    /// A listing that is not closed and within reach, held until this write is over.
    ///
    /// # Errors
    /// When the database does not answer or the document cannot be read.
    pub async fn kept_listing(&self, reach: Reach, slug: &str) -> Result<Option<Listing>, StoreError> {
        self.hold(slug).await?;
        kept_listing(&self.tx, reach, slug).await
    }

    /// The mail addresses of all editors: the invited ones and those the settings name.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn editors(&self, named: &[String]) -> Result<BTreeSet<String>, StoreError> {
        let invited = account::Entity::find().filter(account::Column::Editor.eq(true)).all(&self.tx).await?;
        Ok(invited.into_iter().map(|row| row.email).chain(named.iter().cloned()).collect())
    }

    /// A listing as it is stored, whatever its state, held until this write is over.
    ///
    /// # Errors
    /// When the database does not answer or the document cannot be read.
    pub async fn listing(&self, slug: &str) -> Result<Option<Listing>, StoreError> {
        self.hold(slug).await?;
        stored_listing(&self.tx, slug).await
    }
}

impl Store {
    /// The name of a listing, whatever its state.
    ///
    /// # Errors
    /// When the database does not answer or the document cannot be read.
    pub async fn name(&self, slug: &str) -> Result<Option<String>, StoreError> {
        Ok(stored_listing(&self.db, slug).await?.map(|listing| listing.name))
    }

    /// A listing that is not closed and within reach.
    ///
    /// # Errors
    /// When the database does not answer or the document cannot be read.
    pub async fn kept_listing(&self, reach: Reach, slug: &str) -> Result<Option<Listing>, StoreError> {
        kept_listing(&self.db, reach, slug).await
    }

    /// The listings an account keeps, by name.
    ///
    /// # Errors
    /// When the database does not answer or a document cannot be read.
    pub async fn listings_of(&self, account: i64) -> Result<Vec<Listing>, StoreError> {
        let mine = member::Entity::find()
            .filter(member::Column::AccountId.eq(account))
            .select_only()
            .column(member::Column::Slug);
        let slugs: Vec<String> = mine.into_tuple().all(&self.db).await?;
        let rows = listing::Entity::find().filter(listing::Column::Slug.is_in(slugs)).all(&self.db).await?;
        let mut listings = rows.into_iter().map(listing::Model::document).collect::<Result<Vec<_>, _>>()?;
        listings.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(listings)
    }

    /// The claims in a state, the oldest first; those of one mail address, or all.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn claims(&self, state: ClaimState, email: Option<&str>) -> Result<Vec<Claim>, StoreError> {
        let mut whose = Condition::all().add(claim::Column::State.eq(state.name()));
        if let Some(email) = email {
            whose = whose.add(claim::Column::Email.eq(email));
        }
        let rows = claim::Entity::find().filter(whose).order_by_asc(claim::Column::Id).all(&self.db).await?;
        Ok(rows.into_iter().map(Claim::from).collect())
    }

    /// Forgets claims that nobody confirmed.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_claims(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        claim::Entity::delete_many()
            .filter(claim::Column::State.eq(ClaimState::Unconfirmed.name()))
            .filter(claim::Column::CreatedAt.lt(now - UNCONFIRMED))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}

async fn stored_listing(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Listing>, StoreError> {
    let row = listing::Entity::find_by_id(slug).one(db).await?;
    row.map(listing::Model::document).transpose()
}

async fn kept_listing(
    db: &impl ConnectionTrait,
    reach: Reach,
    slug: &str,
) -> Result<Option<Listing>, StoreError> {
    if let Reach::Kept(account) = reach
        && member::Entity::find_by_id((account, slug.to_owned())).one(db).await?.is_none()
    {
        return Ok(None);
    }
    Ok(stored_listing(db, slug).await?.filter(|listing| !listing.is_closed()))
}
