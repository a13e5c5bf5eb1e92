//! The job queue: taken by one runner at a time, retried with growing pauses.

mod kind;

use super::entity::job;
use super::{Store, StoreError};
use chrono::{DateTime, Duration, Utc};
use sea_orm::prelude::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, DbBackend, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

pub use kind::{JobKind, ReviewOutcome};

/// How long a runner has before another may take the job.
const LEASE: Duration = Duration::minutes(10);
/// How often a job is tried.
pub const ATTEMPTS: i32 = 10;

/// What a runner takes: a mail server that does not answer holds up nothing but mails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// What writes to somebody.
    Mails,
    /// What does not.
    Rest,
}

impl Lane {
    /// The jobs in it.
    fn holds(self) -> Expr {
        let writes = job::Column::Kind.contains("_mail\"");
        if self == Self::Mails { writes } else { writes.not() }
    }
}

/// A job that has been taken.
#[derive(Debug)]
pub struct Job {
    /// What to do.
    pub kind: JobKind,
    /// Which try this is, from 1.
    pub attempt: i32,
    row: job::Model,
}

/// How a job stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobState {
    /// What to do.
    pub kind: JobKind,
    /// When it is due or was done.
    pub at: DateTime<Utc>,
    /// How often it was tried and failed.
    pub attempts: i32,
    /// Whether it is done.
    pub done: bool,
    /// Whether it is not tried any more.
    pub given_up: bool,
}

impl TryFrom<job::Model> for JobState {
    type Error = StoreError;

    fn try_from(row: job::Model) -> Result<Self, StoreError> {
        let kind = serde_json::from_str(&row.kind)
            .map_err(|reason| StoreError::Corrupt { slug: format!("job {}", row.id), reason })?;
        Ok(Self {
            kind,
            at: row.finished_at.unwrap_or(row.run_at),
            attempts: row.attempts - i32::from(row.locked_until.is_some()),
            done: row.finished_at.is_some(),
            given_up: row.finished_at.is_none() && row.locked_until.is_none() && row.attempts >= ATTEMPTS,
        })
    }
}

impl Store {
    /// The newest jobs that write to somebody, at most `limit` of them.
    ///
    /// # Errors
    /// When the database does not answer or a job cannot be read.
    pub async fn mail_jobs(&self, limit: u64) -> Result<Vec<JobState>, StoreError> {
        let rows = job::Entity::find()
            .filter(Lane::Mails.holds())
            .order_by_desc(job::Column::Id)
            .limit(limit)
            .all(&self.db)
            .await?;
        rows.into_iter().map(JobState::try_from).collect()
    }

    /// Gives back what a runner held that is no more. An SQLite file has one program that runs its jobs, so at
    /// its start no other one can be at work; of several replicas some may, so there the leases run out.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn release_jobs(&self) -> Result<(), StoreError> {
        if self.db.get_database_backend() == DbBackend::Sqlite {
            job::Entity::update_many()
                .col_expr(job::Column::LockedUntil, Expr::value(Option::<DateTime<Utc>>::None))
                .filter(job::Column::FinishedAt.is_null())
                .exec(&self.db)
                .await?;
        }
        Ok(())
    }

    /// Takes the next due job, if there is one; of a lane, or of both.
    ///
    /// # Errors
    /// When the database does not answer or the job cannot be read.
    pub async fn take_job(
        &self,
        lane: impl Into<Option<Lane>>,
        now: DateTime<Utc>,
    ) -> Result<Option<Job>, StoreError> {
        let free =
            Condition::any().add(job::Column::LockedUntil.is_null()).add(job::Column::LockedUntil.lt(now));
        let due = Condition::all()
            .add(job::Column::FinishedAt.is_null())
            .add(job::Column::RunAt.lte(now))
            .add(job::Column::Attempts.lt(ATTEMPTS))
            .add(free)
            .add_option(lane.into().map(Lane::holds));
        let next =
            job::Entity::find().filter(due.clone()).order_by_asc(job::Column::RunAt).one(&self.db).await?;
        let Some(next) = next else { return Ok(None) };
        // Asks again for all of it: another runner may have taken the job meanwhile.
        let taken = job::Entity::update_many()
            .col_expr(job::Column::LockedUntil, Expr::value(now + LEASE))
            .col_expr(job::Column::Attempts, Expr::col(job::Column::Attempts).add(1))
            .filter(due)
            .filter(job::Column::Id.eq(next.id))
            .filter(job::Column::Attempts.eq(next.attempts))
            .exec(&self.db)
            .await?;
        if taken.rows_affected == 0 {
            return Ok(None);
        }
        let kind = serde_json::from_str(&next.kind)
            .map_err(|reason| StoreError::Corrupt { slug: format!("job {}", next.id), reason })?;
        Ok(Some(Job { kind, attempt: next.attempts + 1, row: next }))
    }

    /// Marks a job as done. One whose receiver had it deleted meanwhile is gone, and that is no error.
    ///
    /// # Errors
    /// When the database does not answer; the job will then be run again.
    pub async fn finish_job(&self, job: Job, now: DateTime<Utc>) -> Result<(), StoreError> {
        let done = job::ActiveModel {
            finished_at: Set(Some(now)),
            locked_until: Set(None),
            dedup_key: Set(None),
            ..Default::default()
        };
        job::Entity::update_many().set(done).filter(job::Column::Id.eq(job.row.id)).exec(&self.db).await?;
        Ok(())
    }

    /// Puts a job off after a failure: one minute, then twice as long each time. Tried often enough it is
    /// given up, which is returned, and another may take its key.
    ///
    /// # Errors
    /// When the database does not answer; the job is then free again when its lease ends.
    pub async fn retry_job(&self, job: Job, error: &str, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let given_up = job.attempt >= ATTEMPTS;
        let pause = Duration::minutes(1 << (job.attempt - 1).clamp(0, 10));
        let later = job::ActiveModel {
            run_at: Set(now + pause),
            locked_until: Set(None),
            last_error: Set(Some(error.to_owned())),
            dedup_key: Set(job.row.dedup_key.filter(|_| !given_up)),
            ..Default::default()
        };
        job::Entity::update_many().set(later).filter(job::Column::Id.eq(job.row.id)).exec(&self.db).await?;
        Ok(given_up)
    }

    /// Forgets jobs finished or given up before the time.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_jobs(&self, before: DateTime<Utc>) -> Result<u64, StoreError> {
        let given_up = Condition::all()
            .add(job::Column::FinishedAt.is_null())
            .add(job::Column::Attempts.gte(ATTEMPTS))
            .add(job::Column::RunAt.lt(before));
        let over = Condition::any().add(job::Column::FinishedAt.lt(before)).add(given_up);
        let gone = job::Entity::delete_many().filter(over).exec(&self.db).await?;
        Ok(gone.rows_affected)
    }
}
