//! Put an enterprise into the catalogue.

use app::model::Created;
use content::Listing;

use super::edit_section::put;
use crate::duplicates::alike;
use crate::site::Site;
use crate::store::{Fields, Identity, StoreError};

/// What comes of it.
#[derive(Debug)]
pub enum Creation {
    /// It waits for an editor under this slug, and whoever made it keeps it.
    Made(String),
    /// It may be one of these, slug and name. Nothing has changed.
    Alike(Vec<(String, String)>),
}

/// Makes the listing, unless it may be one that is there already and nobody said otherwise. Made twice by
/// one account, it is made once.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn create_listing(site: &Site, who: &Identity, created: Created) -> Result<Creation, StoreError> {
    let now = site.clock.now();
    let mut write = site.store.write().await?;
    // Of two who make the same at once, the second one sees what the first one made.
    write.hold_all().await?;
    let all = write.open_listings().await?;
    let same =
        |other: &Listing| other.name == created.listing.name && other.one_line == created.listing.one_line;
    let mine = write.kept_slugs(who.session.account).await?;
    if let Some(made) = all.iter().find(|other| mine.contains(&other.slug) && same(other)) {
        return Ok(Creation::Made(made.slug.clone()));
    }
    let mut listing = created.listing;
    let stem = listing.slug.clone();
    for number in 2.. {
        if write.listing(&listing.slug).await?.is_none() {
            break;
        }
        listing.slug = format!("{stem}-{number}");
    }
    if !created.anyway {
        // What nobody may see yet is not told to strangers.
        let found = alike(&listing, all.iter().filter(|other| other.is_visible()));
        if !found.is_empty() {
            let named = |(other, _): (&Listing, _)| (other.slug.clone(), other.name.clone());
            return Ok(Creation::Alike(found.into_iter().map(named).collect()));
        }
    }
    write.create(&listing, &site.author(who), now).await?;
    write.add_member(who.session.account, &listing.slug, true, now).await?;
    put(site, &write, &listing.slug, &who.email, Fields::new(), String::new(), false).await?;
    write.commit().await?;
    site.work.notify_one();
    Ok(Creation::Made(listing.slug))
}
