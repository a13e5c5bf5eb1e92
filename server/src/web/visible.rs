//! The listing an address names, as anybody may see it.

use std::sync::Arc;

use app::catalogue::Catalogue;
use app::model::Listing;
use app::page::Failure;

use super::failures::Refused;
use crate::site::Site;

/// The listing with this slug, closed or not.
///
/// # Errors
/// Not found when there is none that visitors may see, else why the catalogue cannot be read.
pub async fn visible(site: &Site, slug: &str) -> Result<Arc<Listing>, Refused> {
    let listing = site.listing(slug).await.map_err(|failure| Refused(failure.into()))?;
    listing.ok_or(Refused(Failure::NotFound))
}
