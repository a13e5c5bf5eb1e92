//! A listing as those see it who keep it, put together from what is stored.

use std::collections::BTreeSet;

use app::model::{Listing, Origin, Origins, OwnListing, Waiting};
use app::text::listing_value;
use serde_json::Value;

use crate::clock::danish_day;
use crate::site::Site;
use crate::store::{Fields, Identity, Kept, StoreError, fields};

/// The listing with what waits and where its fields come from.
///
/// # Errors
/// When the database does not answer or something cannot be read.
pub async fn own_listing(site: &Site, who: &Identity, kept: &Kept) -> Result<OwnListing, StoreError> {
    Ok(OwnListing {
        listing: kept.latest()?,
        waiting: waiting(kept)?,
        in_review: kept.review.is_some(),
        asked: kept.review.as_ref().and_then(|review| review.question.clone()),
        origins: origins(site, &kept.listing).await?,
        editor: site.acts_as_editor(who),
        today: site.clock.today(),
    })
}

/// What waits beside what is seen, field by field.
///
/// # Errors
/// Never for a listing that can be stored.
pub fn waiting(kept: &Kept) -> Result<Vec<Waiting>, StoreError> {
    let now = fields(&kept.listing)?;
    let waiting = kept.review.as_ref().map(|review| review.fields.clone()).unwrap_or_default();
    Ok(waiting.iter().map(|(key, value)| shown(key, now.get(key), Some(value))).collect())
}

/// What is said of a listing by itself and is no news to an editor.
const NO_NEWS: [&str; 2] = ["confirmed", "slug"];

/// What two versions say differently, field by field.
pub fn differences(before: &Fields, after: &Fields) -> Vec<Waiting> {
    let keys: BTreeSet<&String> =
        before.keys().chain(after.keys()).filter(|key| !NO_NEWS.contains(&key.as_str())).collect();
    keys.into_iter().map(|key| shown(key, before.get(key), after.get(key))).collect()
}

fn shown(key: &str, now: Option<&Value>, then: Option<&Value>) -> Waiting {
    Waiting { key: key.to_owned(), now: listing_value(key, now), proposed: listing_value(key, then) }
}

/// Where each field comes from: whoever wrote it last, or else the listing's source.
async fn origins(site: &Site, listing: &Listing) -> Result<Origins, StoreError> {
    let mut origins = Origins::new();
    if let Some(source) = &listing.source {
        for key in fields(listing)?.into_iter().map(|(key, _)| key) {
            origins.insert(key, (Origin::Source(source.site.clone()), source.date));
        }
    }
    for (key, (author, made)) in site.store.authors(&listing.slug).await? {
        let origin = if author.editor { Origin::Editors } else { Origin::Enterprise };
        origins.insert(key, (origin, Some(danish_day(made).into())));
    }
    Ok(origins)
}
