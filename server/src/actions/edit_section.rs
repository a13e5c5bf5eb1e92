//! Change a section of a listing.

use app::model::{Listing, Refusals, Section, Typed};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use content::listing::State;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::site::Site;
use crate::store::{Fields, Identity, JobKind, Kept, Review, StoreError, Write, differing, with_fields};

/// What comes of it.
#[derive(Debug)]
pub enum Edited {
    /// It is saved; what may be seen at once is seen.
    Saved {
        /// Whether something of it waits for an editor.
        waits: bool,
    },
    /// Something typed cannot be taken. Nothing has changed.
    Refused(Refusals),
    /// Somebody else saved meanwhile: the listing as it is now. Nothing has changed.
    Conflict(Box<Listing>),
    /// They keep no such listing.
    NotTheirs,
}

/// The version of a section; another content, another version.
#[must_use]
pub fn version(section: Section, listing: &Listing) -> String {
    let mut digest = Sha256::new();
    for (name, value) in section.fill(listing).pairs() {
        for part in [name, value] {
            digest.update(part.len().to_le_bytes());
            digest.update(part);
        }
    }
    BASE64_URL_SAFE_NO_PAD.encode(digest.finalize())
}

/// Saves the section if it is still of the version it was when the form was opened, or the very same. What
/// the catalogue vouches for waits for an editor, unless an editor wrote it.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn edit_section(
    site: &Site,
    who: &Identity,
    slug: &str,
    section: Section,
    opened: &str,
    typed: &Typed,
) -> Result<Edited, StoreError> {
    let mut write = site.store.write().await?;
    let Some(kept) = write.kept(site.reach(who), slug).await? else { return Ok(Edited::NotTheirs) };
    let latest = kept.latest()?;
    let editor = site.acts_as_editor(who);
    let wanted = match section.read(typed, latest.clone(), site.clock.today(), editor) {
        Ok(wanted) => wanted,
        Err(refused) => return Ok(Edited::Refused(refused)),
    };
    let waits = kept.review.is_some();
    // The same form sent twice is saved once and no conflict.
    if wanted == latest {
        return Ok(Edited::Saved { waits });
    }
    if version(section, &latest) != opened {
        return Ok(Edited::Conflict(Box::new(latest)));
    }
    let waits = save(site, &mut write, who, kept, &differing(&wanted, &latest)?).await?;
    let revision = write.commit().await?;
    site.work.notify_one();
    site.follower.wait_for(revision).await;
    Ok(Edited::Saved { waits })
}

/// Puts what may be seen at once into the listing and the rest beside it. Says whether something waits.
async fn save(
    site: &Site,
    write: &mut Write,
    who: &Identity,
    kept: Kept,
    written: &Fields,
) -> Result<bool, StoreError> {
    let now = site.clock.now();
    let Kept { listing, review } = kept;
    let unseen = matches!(listing.state, State::Draft | State::Waiting);
    let at_once = |key: &str| unseen || site.acts_as_editor(who) || !Section::RISKY.contains(&key);
    let seen: Fields = written.iter().filter(|(key, _)| at_once(key)).map(owned).collect();
    let after = with_fields(&listing, &seen)?;
    write.change(&listing, &after, &site.author(who), now).await?;

    let mut waiting = review.as_ref().map(|review| review.fields.clone()).unwrap_or_default();
    waiting.retain(|key, _| !seen.contains_key(key));
    waiting.extend(written.iter().filter(|(key, _)| !at_once(key)).map(owned));
    // What is to be as it is needs nobody's eye.
    let waiting: Fields = differing(&with_fields(&after, &waiting)?, &after)?;
    if unseen {
        return Ok(review.is_some());
    }
    if waiting.is_empty() {
        write.end_review(&listing.slug).await?;
        return Ok(false);
    }
    let changed = review.as_ref().is_none_or(|review| review.fields != waiting);
    if changed {
        let told = review.as_ref().is_some_and(|review| review.question.is_none());
        put(site, write, &listing.slug, &who.email, waiting, String::new(), told).await?;
    }
    Ok(true)
}

fn owned((key, value): (&String, &Value)) -> (String, Value) {
    (key.clone(), value.clone())
}

/// Has something wait for an editor, and tells the editors unless they know.
pub(super) async fn put(
    site: &Site,
    write: &Write,
    slug: &str,
    author: &str,
    fields: Fields,
    answer: String,
    told: bool,
) -> Result<(), StoreError> {
    let now = site.clock.now();
    let new = fields.is_empty();
    let (slug, author) = (slug.to_owned(), author.to_owned());
    let review = Review { slug: slug.clone(), author, fields, question: None, answer, asked: now };
    write.put_review(&review).await?;
    if !told {
        for editor in write.editors(&site.editors).await? {
            let key = format!("review waits {slug} {editor}");
            let mail = JobKind::ReviewWaitsMail { email: editor, slug: slug.clone(), new };
            write.enqueue(&mail, Some(&key), now).await?;
        }
    }
    Ok(())
}
