//! Change what an enterprise says it sells.

use app::model::{Listing, Sales};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::site::Site;
use crate::store::{Identity, StoreError};

/// What comes of it.
#[derive(Debug)]
pub enum Edited {
    /// It is saved and can be seen.
    Saved,
    /// Somebody else saved meanwhile: the listing as it is now. Nothing has changed.
    Conflict(Box<Listing>),
    /// They keep no such listing.
    NotTheirs,
}

/// The version of a listing's texts; another text, another version.
#[must_use]
pub fn version(listing: &Listing) -> String {
    let Sales { one_line, description, social_effect } = Sales::of(listing);
    let texts = [one_line, description, social_effect].join("\0");
    BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(texts.as_bytes()))
}

/// Saves the texts if they are still of the version they were when the form was opened, or the very same.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn edit_sales(
    site: &Site,
    who: &Identity,
    slug: &str,
    opened: &str,
    sales: Sales,
) -> Result<Edited, StoreError> {
    let mut write = site.store.write().await?;
    let Some(before) = write.kept_listing(site.reach(who), slug).await? else {
        return Ok(Edited::NotTheirs);
    };
    // The same form sent twice is saved once and no conflict.
    if Sales::of(&before) == sales {
        return Ok(Edited::Saved);
    }
    if version(&before) != opened {
        return Ok(Edited::Conflict(Box::new(before)));
    }
    let after = sales.put_into(before.clone());
    write.change(&before, &after, &site.author(who), site.clock.now()).await?;
    let revision = write.commit().await?;
    site.follower.wait_for(revision).await;
    Ok(Edited::Saved)
}
