//! Work outside requests, from the job queue of the store.

mod claim_mails;
mod colleague_mails;
mod freshness;
mod freshness_mail;
mod housekeeping;
mod invitation_mail;
mod messages;
mod picture;
mod report_mail;
mod review_mails;
mod sign_in_mail;

use std::time::Duration;

use tokio::sync::Notify;

use crate::mail::MailError;
use crate::site::Site;
use crate::store::{Job, JobKind, Lane, StoreError};

/// How often the queue is looked at when nobody pokes.
const POLL: Duration = Duration::from_secs(10);

/// Runs due jobs until the task is dropped: mails one after the other, and beside them the rest.
pub async fn run(site: &Site) {
    if let Err(error) = site.store.release_jobs().await {
        tracing::error!(%error, "what was begun before the start waits for its lease to end");
    }
    if let Err(error) = housekeeping::schedule(site, chrono::Duration::zero()).await {
        tracing::error!(%error, "housekeeping could not be scheduled");
    }
    if let Err(error) = freshness::schedule(site, chrono::Duration::zero()).await {
        tracing::error!(%error, "asking whether listings are right could not be scheduled");
    }
    if let Err(error) = messages::schedule(site, chrono::Duration::zero()).await {
        tracing::error!(%error, "reminding of messages could not be scheduled");
    }
    let (mails, rest) = (Notify::new(), Notify::new());
    let wake = async {
        loop {
            site.work.notified().await;
            mails.notify_one();
            rest.notify_one();
        }
    };
    // Each on the heap: what all kinds of jobs need at once is large.
    let (slow, quick) = (run_lane(site, Lane::Mails, &mails), run_lane(site, Lane::Rest, &rest));
    tokio::join!(wake, Box::pin(slow), Box::pin(quick));
}

async fn run_lane(site: &Site, lane: Lane, work: &Notify) {
    loop {
        match run_next_of(site, Some(lane)).await {
            Ok(true) => {}
            Ok(false) => {
                let _ = tokio::time::timeout(POLL, work.notified()).await;
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
    run_next_of(site, None).await
}

async fn run_next_of(site: &Site, lane: Option<Lane>) -> Result<bool, StoreError> {
    let Some(job) = site.store.take_job(lane, site.clock.now()).await? else {
        return Ok(false);
    };
    match perform(site, &job).await {
        Ok(()) => {
            let kind = job.kind.clone();
            site.store.finish_job(job, site.clock.now()).await?;
            schedule_again(site, &kind).await?;
        }
        Err(error) => {
            // What a mail server says may name the receiver, so it stands in the table and not in the log.
            tracing::warn!(kind = job.kind.name(), attempt = job.attempt, "a job failed and is put off");
            let kind = job.kind.clone();
            if site.store.retry_job(job, &error.to_string(), site.clock.now()).await? {
                schedule_again(site, &kind).await?;
            }
        }
    }
    Ok(true)
}

/// Asks for the next run of what is done every day.
async fn schedule_again(site: &Site, kind: &JobKind) -> Result<(), StoreError> {
    let tomorrow = chrono::Duration::days(1);
    match kind {
        JobKind::Housekeeping => housekeeping::schedule(site, tomorrow).await,
        JobKind::Freshness => freshness::schedule(site, tomorrow).await,
        JobKind::Messages => messages::schedule(site, tomorrow).await,
        _ => Ok(()),
    }
}

async fn perform(site: &Site, job: &Job) -> Result<(), JobError> {
    match &job.kind {
        JobKind::Housekeeping => Ok(housekeeping::perform(site).await?),
        JobKind::Freshness => Ok(freshness::perform(site).await?),
        JobKind::FreshnessMail { account, email, asked, about } => {
            freshness_mail::perform(site, *account, email, *asked, about).await
        }
        JobKind::Picture { upload } => Ok(picture::perform(site, *upload, job.attempt).await?),
        JobKind::SignInMail { email, asked, to } => sign_in_mail::perform(site, email, *asked, to).await,
        JobKind::ClaimMail { claim, .. } => claim_mails::confirm(site, *claim).await,
        JobKind::ClaimWaitsMail { email, slug, member } => {
            claim_mails::waits(site, email, slug, *member).await
        }
        JobKind::ClaimDecidedMail { email, slug, granted } => {
            claim_mails::decided(site, email, slug, *granted).await
        }
        JobKind::ReportMail { email, slug, reason, editor } => {
            report_mail::perform(site, email, slug, reason, *editor).await
        }
        JobKind::ReviewWaitsMail { email, slug, new } => review_mails::waits(site, email, slug, *new).await,
        JobKind::ReviewedMail { email, slug, outcome, words } => {
            review_mails::answered(site, email, slug, *outcome, words).await
        }
        JobKind::InvitationMail { email } => invitation_mail::perform(site, email).await,
        JobKind::ColleagueMail { invitation, .. } => colleague_mails::invite(site, *invitation).await,
        JobKind::OrphanMail { email, slug } => colleague_mails::orphan(site, email, slug).await,
        JobKind::Messages => Ok(messages::perform(site).await?),
        JobKind::ConfirmMessageMail { message, email } => messages::confirm(site, *message, email).await,
        JobKind::MessageMail { recipient, email, reminder } => {
            messages::deliver(site, *recipient, email, *reminder, job.attempt).await
        }
        JobKind::MessageSentMail { message, email } => messages::sent(site, *message, email).await,
        JobKind::MessageDeclinedMail { recipient, email } => {
            messages::declined(site, *recipient, email).await
        }
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
