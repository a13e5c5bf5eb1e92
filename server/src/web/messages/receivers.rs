//! Who can be written to, and who is like those that cannot.

use std::sync::Arc;

use app::catalogue::Catalogue;
use app::model::{
    Listing, MAX_RECEIVERS, MessageKind, MessageWords, Obstacle, Receiver, Receivers, Shortlist, ToConfirm,
};
use app::page::Failure;

use super::super::failures::Refused;
use crate::site::Site;
use crate::store::{Message, Recipient};

/// Others that are offered.
const INSTEAD: usize = 3;
/// So many like one are looked at to find them.
const LOOKED_AT: usize = 9;

/// The slug of a listing, or of the one it was merged into.
pub fn current(site: &Site, slug: &str) -> String {
    let index = site.index.current();
    let moved = index.as_ref().and_then(|state| state.snapshot.moved.get(slug));
    moved.map_or_else(|| slug.to_owned(), ToString::to_string)
}

/// What stands between a form and those it names.
///
/// # Errors
/// When the catalogue or the database cannot be read.
pub async fn receivers(site: &Site, named: &[String], several: bool) -> Result<Receivers, Refused> {
    let slugs = Shortlist::of(named);
    let mut found = Receivers { several, ..Receivers::default() };
    for slug in slugs.slugs() {
        let Some(listing) = listing(site, slug).await? else {
            found.unknown += 1;
            continue;
        };
        match obstacle(site, &listing, None).await? {
            None => found.open.push(Receiver::new(listing, site.clock.today())),
            Some(why) => found.blocked.push((listing, why)),
        }
    }
    found.instead = instead(site, &found).await?;
    Ok(found)
}

/// Those like the blocked ones that can be written to and are not named.
async fn instead(site: &Site, found: &Receivers) -> Result<Vec<Arc<Listing>>, Refused> {
    let mut instead: Vec<Arc<Listing>> = Vec::new();
    // No more than one may write to are looked at, whatever an address names.
    for (blocked, _) in found.blocked.iter().take(MAX_RECEIVERS) {
        for listing in site.similar(blocked, LOOKED_AT).await.map_err(|_| Refused(Failure::Unavailable))? {
            let mut named = found.open.iter().map(|receiver| &receiver.listing).chain(&instead);
            if named.any(|other| other.slug == listing.slug) {
                continue;
            }
            if obstacle(site, &listing, None).await?.is_none() {
                instead.push(listing);
            }
            if instead.len() == INSTEAD {
                return Ok(instead);
            }
        }
    }
    Ok(instead)
}

/// A message as its sender sees it before it goes.
///
/// # Errors
/// When the catalogue or the database cannot be read.
pub async fn to_confirm(
    site: &Site,
    message: Message,
    recipients: &[Recipient],
) -> Result<ToConfirm, Refused> {
    let MessageWords { kind, what, amount, place, wanted_by, wanted, company, .. } = message.words;
    let wishes = [what, amount, place, wanted_by];
    let mut shown = ToConfirm { kind, wishes, wanted, company, to: Vec::new(), blocked: Vec::new() };
    for Recipient { slug, .. } in recipients {
        let Some(listing) = listing(site, slug).await? else {
            shown.blocked.push((slug.clone(), Obstacle::Gone));
            continue;
        };
        match obstacle(site, &listing, Some(kind)).await? {
            None => shown.to.push(listing),
            Some(why) => shown.blocked.push((listing.name.clone(), why)),
        }
    }
    Ok(shown)
}

async fn listing(site: &Site, slug: &str) -> Result<Option<Arc<Listing>>, Refused> {
    site.listing(slug).await.map_err(|_| Refused(Failure::Unavailable))
}

async fn obstacle(
    site: &Site,
    listing: &Listing,
    kind: Option<MessageKind>,
) -> Result<Option<Obstacle>, Refused> {
    let load = site.store.message_load(listing, site.clock.now()).await?;
    Ok(Obstacle::of(listing, &load, kind, site.clock.today()))
}
