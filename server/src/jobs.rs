//! Work outside requests, from the job queue of the store.

mod claim_mails;
mod housekeeping;
mod invitation_mail;
mod picture;
mod report_mail;
mod sign_in_mail;

use std::time::Duration;

use crate::mail::MailError;
use crate::site::Site;
use crate::store::{Job, JobKind, StoreError};

/// How often the queue is looked at when nobody pokes.
const POLL: Duration = Duration::from_secs(10);

/// Runs due jobs, one after the other, until the task is dropped.
pub async fn run(site: &Site) {
    if let Err(error) = housekeeping::schedule(site, chrono::Duration::zero()).await {
        tracing::error!(%error, "housekeeping could not be scheduled");
    }
    loop {
        match run_next(site).await {
            Ok(true) => {}
            Ok(false) => {
                let _ = tokio::time::timeout(POLL, site.work.notified()).await;
            }
            Err(error) => {
                tracing::error!(%error, "the job queue does not answer");
                tokio::time::sleep(POLL).await;
            }
        }
    }
}

/// Runs the next due job; false when there is none.
///
/// # Errors
/// When the store does not answer. A job that fails is put off, not an error.
pub async fn run_next(site: &Site) -> Result<bool, StoreError> {
    let Some(job) = site.store.take_job(site.clock.now()).await? else {
        return Ok(false);
    };
    match perform(site, &job).await {
        Ok(()) => {
            let again = job.kind == JobKind::Housekeeping;
            site.store.finish_job(job, site.clock.now()).await?;
            if again {
                housekeeping::schedule(site, chrono::Duration::days(1)).await?;
            }
        }
        Err(error) => {
            // What a mail server says may name the receiver, so it stands in the table and not in the log.
            tracing::warn!(kind = job.kind.name(), attempt = job.attempt, "a job failed and is put off");
            site.store.retry_job(job, &error.to_string(), site.clock.now()).await?;
        }
    }
    Ok(true)
}

async fn perform(site: &Site, job: &Job) -> Result<(), JobError> {
    match &job.kind {
        JobKind::Housekeeping => Ok(housekeeping::perform(site).await?),
        JobKind::Picture { upload } => Ok(picture::perform(site, *upload, job.attempt).await?),
        JobKind::SignInMail { email, asked, to } => sign_in_mail::perform(site, email, *asked, to).await,
        JobKind::ClaimMail { claim, .. } => claim_mails::confirm(site, *claim).await,
        JobKind::ClaimWaitsMail { email, slug } => claim_mails::waits(site, email, slug).await,
        JobKind::ClaimDecidedMail { email, slug, granted } => {
            claim_mails::decided(site, email, slug, *granted).await
        }
        JobKind::ReportMail { email, slug, reason, editor } => {
            report_mail::perform(site, email, slug, reason, *editor).await
        }
        JobKind::InvitationMail { email } => invitation_mail::perform(site, email).await,
    }
}

/// Why a job is put off.
#[derive(Debug, thiserror::Error)]
enum JobError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The mail.
    #[error(transparent)]
    Mail(#[from] MailError),
}
