//! Show a picture that was sent, or say why not.

use std::fmt::Write as _;

use app::model::{InvalidFile, Listing};
use content::listing::{MAX_PICTURES, Picture};
use sha2::{Digest, Sha256};

use crate::pictures::Made;
use crate::site::Site;
use crate::store::{StoreError, Upload};

/// Bytes of the hash that names a picture.
const NAMED_BY: usize = 16;

/// In one transaction: what was sent waits no longer, the picture is there in its sizes, and the listing
/// shows it; or it is refused. Done twice it is done once. A listing that was closed meanwhile shows
/// nothing new.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn show_picture(
    site: &Site,
    id: i64,
    upload: Upload,
    made: Result<Made, InvalidFile>,
) -> Result<(), StoreError> {
    let mut write = site.store.write().await?;
    let before = write.listing(&upload.slug).await?.filter(|listing| !listing.is_closed());
    let full = |listing: &Listing| !upload.logo && listing.pictures.len() >= MAX_PICTURES;
    let made = match made {
        Ok(_) if before.as_ref().is_some_and(full) => Err(InvalidFile::TooMany),
        made => made,
    };
    match (made, before) {
        (Err(reason), _) => write.refuse_upload(id, reason).await?,
        (Ok(made), Some(before)) if write.take_upload(id).await? => {
            let picture = picture(&upload, &made);
            write.add_picture(&picture.id, &upload.slug, made.sizes).await?;
            let after = with(before.clone(), picture, upload.logo);
            write.change(&before, &after, &upload.author, site.clock.now()).await?;
        }
        (Ok(_), _) => {
            write.take_upload(id).await?;
        }
    }
    write.commit().await?;
    Ok(())
}

/// Named by what is seen and where, so that the same file sent twice is one picture.
fn picture(upload: &Upload, made: &Made) -> Picture {
    let mut hash = Sha256::new();
    hash.update(&upload.slug);
    hash.update([0, u8::from(upload.logo)]);
    hash.update(made.sizes.last().map_or(&[][..], |(_, file)| file));
    let id = hash.finalize().iter().take(NAMED_BY).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    Picture { id, alt: upload.alt.clone(), width: made.width, height: made.height, focus_x: 50, focus_y: 50 }
}

/// The listing with the picture; one that it shows already stays where it is.
fn with(mut listing: Listing, picture: Picture, logo: bool) -> Listing {
    if logo {
        listing.logo = Some(picture);
    } else if listing.pictures.iter().all(|shown| shown.id != picture.id) {
        listing.pictures.push(picture);
    }
    listing
}
