//! Once a day: ask those who keep listings whether they are still right.

use chrono::Duration;

use crate::freshness::{Ask, due};
use crate::site::Site;
use crate::store::{JobKind, StoreError};

/// Mails decided on in one transaction.
const CHUNK: usize = 100;

/// Asks for the next run; when one is waiting, that one stays.
pub async fn schedule(site: &Site, after: Duration) -> Result<(), StoreError> {
    let write = site.store.write().await?;
    write.enqueue(&JobKind::Freshness, Some("freshness"), site.clock.now() + after).await?;
    write.commit().await?;
    Ok(())
}

/// Decides on the mails. That somebody is asked and the mail that does are noted together, so whoever runs
/// this again, on the same day or after half of it, finds nothing to do twice.
pub async fn perform(site: &Site) -> Result<(), StoreError> {
    let keepers = site.store.keepers(None).await?;
    let listings = site.store.listings_kept().await?;
    let asked = site.store.asked(None).await?;
    for asks in due(&keepers, &listings, &asked, site.clock.today()).chunks(CHUNK) {
        decide(site, asks).await?;
    }
    Ok(())
}

async fn decide(site: &Site, asks: &[Ask]) -> Result<(), StoreError> {
    let (now, today) = (site.clock.now(), site.clock.today());
    let write = site.store.write().await?;
    for Ask { account, email, about } in asks {
        for (slug, mail) in about {
            write.note_asked(*account, slug, *mail, today).await?;
        }
        let mail = JobKind::FreshnessMail {
            account: *account,
            email: email.clone(),
            asked: now,
            about: about.clone(),
        };
        write.enqueue(&mail, Some(&format!("freshness {account} {today}")), now).await?;
    }
    write.commit().await?;
    Ok(())
}
