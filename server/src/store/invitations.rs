//! Who is asked to keep a listing too.

use app::model::INVITATION_DAYS;
use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::entity::invitation;
use super::{Store, StoreError, Write};

/// An invitation that nobody has accepted yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Its number.
    pub id: i64,
    /// Which listing.
    pub slug: String,
    /// Whom it was sent to.
    pub email: String,
    /// Whether they may let others in then.
    pub may_invite: bool,
    /// Until when it can be accepted.
    pub until: DateTime<Utc>,
}

impl From<invitation::Model> for Invitation {
    fn from(row: invitation::Model) -> Self {
        let invitation::Model { id, slug, email, may_invite, created_at } = row;
        Self { id, slug, email, may_invite, until: created_at + open() }
    }
}

/// How long an invitation can be accepted.
fn open() -> Duration {
    Duration::days(INVITATION_DAYS)
}

impl Write {
    /// Notes an invitation and returns its number; one that waits already is renewed with this role.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn add_invitation(
        &self,
        slug: &str,
        email: &str,
        may_invite: bool,
        now: DateTime<Utc>,
    ) -> Result<i64, StoreError> {
        let row = invitation::ActiveModel {
            slug: Set(slug.to_owned()),
            email: Set(email.to_owned()),
            may_invite: Set(may_invite),
            created_at: Set(now),
            ..Default::default()
        };
        let renew = OnConflict::columns([invitation::Column::Slug, invitation::Column::Email])
            .update_columns([invitation::Column::MayInvite, invitation::Column::CreatedAt])
            .to_owned();
        let row = invitation::Entity::insert(row).on_conflict(renew).exec_with_returning(&self.tx).await?;
        Ok(row.id)
    }

    /// An invitation that can be accepted.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn invitation(&self, id: i64, now: DateTime<Utc>) -> Result<Option<Invitation>, StoreError> {
        let found = invitation::Entity::find_by_id(id).filter(invitation::Column::CreatedAt.gt(now - open()));
        Ok(found.one(&self.tx).await?.map(Invitation::from))
    }

    /// Takes an invitation of a listing off the list, accepted or not; false when it is not there.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn remove_invitation(&self, slug: &str, id: i64) -> Result<bool, StoreError> {
        let gone = invitation::Entity::delete_many()
            .filter(invitation::Column::Id.eq(id))
            .filter(invitation::Column::Slug.eq(slug))
            .exec(&self.tx)
            .await?;
        Ok(gone.rows_affected > 0)
    }
}

impl Store {
    /// The invitations to a listing that wait, the oldest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn invitations(&self, slug: &str, now: DateTime<Utc>) -> Result<Vec<Invitation>, StoreError> {
        let rows = invitation::Entity::find()
            .filter(invitation::Column::Slug.eq(slug))
            .filter(invitation::Column::CreatedAt.gt(now - open()))
            .order_by_asc(invitation::Column::Id)
            .all(&self.db)
            .await?;
        Ok(rows.into_iter().map(Invitation::from).collect())
    }

    /// Forgets invitations that nobody accepted in time.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_invitations(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let over = invitation::Column::CreatedAt.lte(now - open());
        invitation::Entity::delete_many().filter(over).exec(&self.db).await?;
        Ok(())
    }
}
