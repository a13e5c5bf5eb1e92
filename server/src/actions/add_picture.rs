//! Take a picture that was sent.

use content::listing::MAX_PICTURES;

use crate::site::Site;
use crate::store::{Identity, JobKind, StoreError, Upload};

/// What comes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureAdded {
    /// It is kept, and a job will make it fit to show.
    Waits(i64),
    /// The listing has as many as it may have.
    TooMany,
    /// They keep no such listing.
    NotTheirs,
}

/// Keeps the file and asks for the job, both or neither.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn add_picture(
    site: &Site,
    who: &Identity,
    slug: &str,
    alt: String,
    logo: bool,
    bytes: Vec<u8>,
) -> Result<PictureAdded, StoreError> {
    let write = site.store.write().await?;
    let Some(listing) = write.kept_listing(site.reach(who), slug).await? else {
        return Ok(PictureAdded::NotTheirs);
    };
    let waiting = usize::try_from(write.waiting_pictures(slug).await?).unwrap_or(MAX_PICTURES);
    if !logo && listing.pictures.len() + waiting >= MAX_PICTURES {
        return Ok(PictureAdded::TooMany);
    }
    let now = site.clock.now();
    let upload = Upload { slug: slug.to_owned(), alt, logo, author: site.author(who), bytes };
    let id = write.add_upload(upload, now).await?;
    write.enqueue(&JobKind::Picture { upload: id }, Some(&format!("picture-{id}")), now).await?;
    write.commit().await?;
    site.work.notify_one();
    Ok(PictureAdded::Waits(id))
}
