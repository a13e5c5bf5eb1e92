//! Answer an editor, or send a draft in.

use content::Listing;
use content::listing::State;

use super::edit_section::put;
use crate::site::Site;
use crate::store::{Identity, StoreError};

/// Has the listing wait for an editor again, with the words. False when they keep no such listing, or
/// nothing of it is to be looked at.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn answer_review(
    site: &Site,
    who: &Identity,
    slug: &str,
    answer: String,
) -> Result<bool, StoreError> {
    let mut write = site.store.write().await?;
    let Some(kept) = write.kept(site.reach(who), slug).await? else { return Ok(false) };
    let draft = kept.listing.state == State::Draft;
    if kept.review.is_none() && !draft {
        return Ok(false);
    }
    if draft {
        let after = Listing { state: State::Waiting, ..kept.listing.clone() };
        write.change(&kept.listing, &after, &site.author(who), site.clock.now()).await?;
    }
    let told = kept.review.as_ref().is_some_and(|review| review.question.is_none());
    let fields = kept.review.map(|review| review.fields).unwrap_or_default();
    put(site, &write, slug, &who.email, fields, answer, told).await?;
    write.commit().await?;
    site.work.notify_one();
    Ok(true)
}
