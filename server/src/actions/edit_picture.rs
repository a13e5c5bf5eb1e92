//! Describe, move or remove a picture of a listing.

use app::model::{Focus, Listing};

use crate::site::Site;
use crate::store::{Identity, StoreError};

/// What to do with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PictureEdit {
    /// Say what it shows, and what of it must be seen.
    Describe(String, Focus),
    /// Show it before the one that stands before it.
    Earlier,
    /// Show it after the one that stands after it.
    Later,
    /// Show it no more.
    Remove,
}

/// Does it to the picture or logo with this id, and waits until it can be seen. False when they keep no
/// such listing, or it has no such picture; one that is to be removed may be gone already.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn edit_picture(
    site: &Site,
    who: &Identity,
    slug: &str,
    id: &str,
    edit: PictureEdit,
) -> Result<bool, StoreError> {
    let mut write = site.store.write().await?;
    let Some(before) = write.kept_listing(site.reach(who), slug).await? else { return Ok(false) };
    let gone = edit == PictureEdit::Remove;
    let mut after = before.clone();
    if apply(&mut after, id, edit).is_none() {
        return Ok(gone);
    }
    write.change(&before, &after, &site.author(who), site.clock.now()).await?;
    let revision = write.commit().await?;
    site.follower.wait_for(revision).await;
    Ok(true)
}

/// None when there is no such picture.
fn apply(listing: &mut Listing, id: &str, edit: PictureEdit) -> Option<()> {
    let at = listing.pictures.iter().position(|picture| picture.id == id);
    match edit {
        PictureEdit::Describe(alt, focus) => {
            let mut all = listing.pictures.iter_mut().chain(&mut listing.logo);
            let picture = all.find(|picture| picture.id == id)?;
            picture.alt = alt;
            (picture.focus_x, picture.focus_y) = (focus.x, focus.y);
        }
        PictureEdit::Earlier => listing.pictures.swap(at?, at?.saturating_sub(1)),
        PictureEdit::Later => {
            let next = (at? + 1).min(listing.pictures.len() - 1);
            listing.pictures.swap(at?, next);
        }
        PictureEdit::Remove => match at {
            Some(at) => drop(listing.pictures.remove(at)),
            None => drop(listing.logo.take_if(|logo| logo.id == id)?),
        },
    }
    Some(())
}
