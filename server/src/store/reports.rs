//! Errors that visitors report.

use app::model::ReportReason;
use chrono::{DateTime, Utc};
use sea_orm::prelude::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
};

use super::entity::{account, member, report};
use super::{Store, StoreError, Write};

/// An error that was reported and is not mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Its number.
    pub id: i64,
    /// Which listing.
    pub slug: String,
    /// What is wrong.
    pub reason: ReportReason,
    /// In the visitor's words.
    pub text: String,
    /// When.
    pub created: DateTime<Utc>,
}

impl From<report::Model> for Report {
    fn from(row: report::Model) -> Self {
        let reason = ReportReason::from_slug(&row.reason).unwrap_or(ReportReason::Other);
        Self { id: row.id, slug: row.slug, reason, text: row.text, created: row.created_at }
    }
}

impl Write {
    /// Notes a report.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn add_report(
        &self,
        slug: &str,
        reason: ReportReason,
        text: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row = report::ActiveModel {
            slug: Set(slug.to_owned()),
            reason: Set(reason.slug().to_owned()),
            text: Set(text.to_owned()),
            created_at: Set(now),
            mended_at: Set(None),
            ..Default::default()
        };
        report::Entity::insert(row).exec_without_returning(&self.tx).await?;
        Ok(())
    }

    /// Whether an error of the listing that is not mended was reported since the time.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn is_reported(&self, slug: &str, since: DateTime<Utc>) -> Result<bool, StoreError> {
        let open = report::Entity::find()
            .filter(report::Column::Slug.eq(slug))
            .filter(report::Column::MendedAt.is_null())
            .filter(report::Column::CreatedAt.gt(since));
        Ok(open.count(&self.tx).await? > 0)
    }

    /// Notes that an error is mended, and forgets the text; one that is mended stays so. Gives the listing
    /// it was in.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn close_report(&self, id: i64, now: DateTime<Utc>) -> Result<Option<String>, StoreError> {
        let mended = report::Entity::update_many()
            .col_expr(report::Column::MendedAt, Expr::value(now))
            .col_expr(report::Column::Text, Expr::value(""))
            .filter(report::Column::Id.eq(id))
            .filter(report::Column::MendedAt.is_null())
            .exec_with_returning(&self.tx)
            .await?;
        Ok(mended.into_iter().next().map(|row| row.slug))
    }

    /// The mail addresses of those who keep a listing.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn members(&self, slug: &str) -> Result<Vec<String>, StoreError> {
        let members = member::Entity::find().filter(member::Column::Slug.eq(slug)).all(&self.tx).await?;
        let ids = members.into_iter().map(|member| member.account_id);
        let accounts = account::Entity::find().filter(account::Column::Id.is_in(ids)).all(&self.tx).await?;
        Ok(accounts.into_iter().map(|account| account.email).collect())
    }
}

impl Store {
    /// Reports of errors that are not mended, the oldest first; those of some listings, or all.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn reports(&self, slugs: Option<&[String]>) -> Result<Vec<Report>, StoreError> {
        let mut which = Condition::all().add(report::Column::MendedAt.is_null());
        if let Some(slugs) = slugs {
            which = which.add(report::Column::Slug.is_in(slugs));
        }
        let rows =
            report::Entity::find().filter(which).order_by_asc(report::Column::Id).all(&self.db).await?;
        Ok(rows.into_iter().map(Report::from).collect())
    }
}
