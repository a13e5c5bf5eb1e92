//! Save listings: all of them or none.

use app::model::Listing;

use crate::clock::Clock;
use crate::store::{Store, StoreError};

/// Adds or replaces listings in one transaction and returns its revision. A listing
/// that becomes visible for the first time gets today as its first day; pictures that are not in this
/// database are left out.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn save_listings(
    store: &Store,
    clock: &dyn Clock,
    mut listings: Vec<Listing>,
) -> Result<i64, StoreError> {
    for listing in listings.iter_mut().filter(|listing| listing.is_visible()) {
        listing.published.get_or_insert_with(|| clock.today());
    }
    let mut write = store.write().await?;
    for listing in &mut listings {
        write.leave_out_unknown_pictures(listing).await?;
    }
    write.put(&listings, clock.now()).await?;
    write.commit().await
}
