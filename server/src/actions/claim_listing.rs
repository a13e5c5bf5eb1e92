//! Say that a listing is one's own.

use app::model::ValidClaim;

use crate::site::Site;
use crate::store::{JobKind, StoreError};

/// Notes the claim and has the mail sent that confirms its address; asked twice before it is sent, it is
/// sent once.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn claim_listing(site: &Site, slug: &str, claim: &ValidClaim) -> Result<(), StoreError> {
    let now = site.clock.now();
    let ValidClaim { name, role, email } = claim;
    let write = site.store.write().await?;
    let id = write.add_claim(slug, email, name, role, now).await?;
    let mail = JobKind::ClaimMail { claim: id, email: email.clone() };
    write.enqueue(&mail, Some(&format!("claim {slug} {email}")), now).await?;
    write.commit().await?;
    site.work.notify_one();
    Ok(())
}
