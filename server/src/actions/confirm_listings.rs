//! Vouch that listings are right.

use app::model::Listing;
use chrono::NaiveDate;
use content::listing::Confirmed;

use crate::site::Site;
use crate::store::{Identity, StoreError, Verb};

/// Who vouches, as visitors read it.
const BY: &str = "virksomheden";
/// The same when it is an editor who does.
const BY_EDITORS: &str = "redaktionen";

/// Notes that the enterprise itself, or an editor, vouched for the listings today, and waits until it can be
/// seen. Those that they may not vouch for, or that are closed, stay as they are; false when all do.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn confirm_listings(site: &Site, who: &Identity, slugs: &[String]) -> Result<bool, StoreError> {
    let (editor, now) = (site.acts_as_editor(who), site.clock.now());
    let mut write = site.store.write().await?;
    let mut any = false;
    for slug in slugs {
        let Some(before) = write.kept_listing(site.reach(who), slug).await? else { continue };
        let after = vouched(&before, editor, site.clock.today());
        write.change(&before, &after, &site.author(who), now).await?;
        if editor {
            write.note_deed(&who.email, Verb::ConfirmListing, slug, now).await?;
        }
        any = true;
    }
    let revision = write.commit().await?;
    site.follower.wait_for(revision).await;
    Ok(any)
}

/// The listing with the word of the enterprise, or of an editor.
pub(super) fn vouched(listing: &Listing, editor: bool, today: NaiveDate) -> Listing {
    let by = if editor { BY_EDITORS } else { BY }.to_owned();
    Listing { confirmed: Some(Confirmed { on: today, by }), ..listing.clone() }
}
