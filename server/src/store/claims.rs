//! Who says that a listing is theirs.

use chrono::{DateTime, Duration, Utc};
use sea_orm::prelude::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};

use super::entity::claim;
use super::{Store, StoreError, Write};

/// How long a claim whose mail address nobody confirmed is kept.
const UNCONFIRMED: Duration = Duration::days(2);
/// How long one that was answered is kept.
const ANSWERED: Duration = Duration::days(30);

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
    /// As it stands in the table.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Unconfirmed => "unconfirmed",
            Self::Waiting => "waiting",
            Self::Granted => "granted",
            Self::Refused => "refused",
        }
    }

    /// The state that stands so in the table.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        let all = [Self::Unconfirmed, Self::Waiting, Self::Granted, Self::Refused];
        all.into_iter().find(|state| state.name() == name)
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
    pub async fn move_claim(
        &self,
        id: i64,
        from: ClaimState,
        to: ClaimState,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let mut update = claim::Entity::update_many()
            .col_expr(claim::Column::State, Expr::value(to.name()))
            .filter(claim::Column::Id.eq(id))
            .filter(claim::Column::State.eq(from.name()));
        if matches!(to, ClaimState::Granted | ClaimState::Refused) {
            update = update
                .col_expr(claim::Column::Name, Expr::value(""))
                .col_expr(claim::Column::Role, Expr::value(""))
                .col_expr(claim::Column::DecidedAt, Expr::value(now));
        }
        Ok(update.exec(&self.tx).await?.rows_affected > 0)
    }

    /// Forgets claims of a listing by one address that still wait, all but one of them.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn drop_waiting_claims(
        &self,
        slug: &str,
        email: &str,
        but: Option<i64>,
    ) -> Result<(), StoreError> {
        let mut which = Condition::all()
            .add(claim::Column::Slug.eq(slug))
            .add(claim::Column::Email.eq(email))
            .add(claim::Column::State.eq(ClaimState::Waiting.name()));
        if let Some(but) = but {
            which = which.add(claim::Column::Id.ne(but));
        }
        claim::Entity::delete_many().filter(which).exec(&self.tx).await?;
        Ok(())
    }
}

impl Store {
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

    /// Forgets claims that nobody confirmed, and those that were answered long ago.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_claims(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let unconfirmed = Condition::all()
            .add(claim::Column::State.eq(ClaimState::Unconfirmed.name()))
            .add(claim::Column::CreatedAt.lt(now - UNCONFIRMED));
        let over = Condition::any().add(unconfirmed).add(claim::Column::DecidedAt.lt(now - ANSWERED));
        claim::Entity::delete_many().filter(over).exec(&self.db).await?;
        Ok(())
    }
}
