//! Whom else to ask.

use std::sync::Arc;

use app::catalogue::Catalogue;
use app::model::{Listing, MessageKind, Obstacle};

use crate::site::Site;
use crate::store::{Message, Recipient, StoreError};

/// Most suggestions.
const MOST: usize = 2;
/// How many like ones are looked at for them.
const LOOKED_AT: usize = 20;

/// At most two enterprises like the listing that can be written to and were not asked; none while the catalogue
/// cannot be read.
///
/// # Errors
/// When the store does not answer.
pub async fn alike(
    site: &Site,
    message: &Message,
    asked: &[Recipient],
    listing: &Listing,
) -> Result<Vec<Arc<Listing>>, StoreError> {
    let mut found = Vec::new();
    for other in site.similar(listing, LOOKED_AT).await.unwrap_or_default() {
        if found.len() == MOST {
            break;
        }
        let known = asked.iter().any(|recipient| recipient.slug == other.slug);
        let fits = message.words.kind != MessageKind::Placement || other.placement.is_some();
        if !known && fits && can_be_written_to(site, &other, message.words.kind).await? {
            found.push(other);
        }
    }
    Ok(found)
}

async fn can_be_written_to(site: &Site, listing: &Listing, kind: MessageKind) -> Result<bool, StoreError> {
    let load = site.store.message_load(listing, site.clock.now()).await?;
    Ok(Obstacle::of(listing, &load, Some(kind), site.clock.today()).is_none())
}
