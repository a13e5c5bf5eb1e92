//! Once a day: forget old finished jobs, what was and was not found long ago, sessions, links and
//! invitations that are over, claims that were answered long ago,
//! pictures that nobody shows, what was asked in old messages; let the database tidy up.

use chrono::{Duration, Months};

use crate::site::Site;
use crate::store::{JobKind, StoreError};

/// How long a finished job is kept for those who look back.
const KEPT: Duration = Duration::days(30);
/// How long counts of what was and was not found are kept: a year, and the same month of the year before.
const GAPS_KEPT: Months = Months::new(13);

/// Asks for the next run; when one is waiting, that one stays.
pub async fn schedule(site: &Site, after: Duration) -> Result<(), StoreError> {
    let write = site.store.write().await?;
    write.enqueue(&JobKind::Housekeeping, Some("housekeeping"), site.clock.now() + after).await?;
    write.commit().await?;
    Ok(())
}

pub async fn perform(site: &Site) -> Result<(), StoreError> {
    site.store.forget_jobs(site.clock.now() - KEPT).await?;
    site.store.forget_gaps(site.clock.today() - GAPS_KEPT).await?;
    site.store.forget_tallies(site.clock.today() - GAPS_KEPT).await?;
    site.store.forget_sessions(site.clock.now()).await?;
    site.store.forget_links(site.clock.now()).await?;
    site.store.forget_claims(site.clock.now()).await?;
    site.store.forget_invitations(site.clock.now()).await?;
    site.store.forget_messages(site.clock.now()).await?;
    site.store.forget_uploads(site.clock.now()).await?;
    let write = site.store.write().await?;
    write.forget_pictures(site.clock.now()).await?;
    write.commit().await?;
    site.limits.tidy();
    site.store.optimise().await
}
