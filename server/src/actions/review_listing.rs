//! Answer what waits for an editor.

use app::model::{Listing, Verdict};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use content::listing::State;
use content::mail_address::is_mail_address;
use sha2::{Digest, Sha256};

use crate::site::Site;
use crate::store::{
    Author, Identity, JobKind, Kept, Reach, Review, ReviewOutcome, StoreError, Verb, Write, fields,
};

/// What comes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reviewed {
    /// It is answered.
    Answered,
    /// It is no longer what the editor saw, or nothing waits. Nothing has changed.
    Changed,
    /// The listing still lacks what visitors must know. Nothing has changed.
    Lacking,
}

/// The version of what waits; another content, another version.
///
/// # Errors
/// Never for a listing that can be stored.
pub fn review_version(kept: &Kept) -> Result<String, StoreError> {
    let whole = serde_json::Value::Object(fields(&kept.latest()?)?).to_string();
    let asked = kept.review.as_ref().map(|review| review.asked.timestamp_micros()).unwrap_or_default();
    Ok(BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(format!("{asked} {whole}"))))
}

/// Lets what waits be seen, asks back, or sends it away with a reason; the author is told by mail. An answer
/// to something else than what waits now changes nothing.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn review_listing(
    site: &Site,
    editor: &Identity,
    slug: &str,
    version: &str,
    verdict: Verdict,
    words: &str,
) -> Result<Reviewed, StoreError> {
    let now = site.clock.now();
    let mut write = site.store.write().await?;
    let Some(kept) = write.kept(Reach::All, slug).await? else { return Ok(Reviewed::Changed) };
    if kept.review.is_none() || review_version(&kept)? != version {
        return Ok(Reviewed::Changed);
    }
    let Some(review) = kept.review.clone() else { return Ok(Reviewed::Changed) };
    let (verb, outcome) = match verdict {
        Verdict::Godkend => {
            if !approve(site, &mut write, &kept, &review).await? {
                return Ok(Reviewed::Lacking);
            }
            (Verb::Approve, ReviewOutcome::Approved)
        }
        Verdict::Spoerg => {
            let asked = Review { question: Some(words.to_owned()), answer: String::new(), ..review.clone() };
            write.put_review(&asked).await?;
            (Verb::AskBack, ReviewOutcome::Asked)
        }
        Verdict::Afvis => {
            reject(site, &mut write, editor, &kept).await?;
            (Verb::Reject, ReviewOutcome::Rejected)
        }
    };
    write.note_deed(&editor.email, verb, slug, now).await?;
    // Whoever deleted their account is told nothing.
    if is_mail_address(&review.author) {
        let (email, slug, words) = (review.author, slug.to_owned(), words.to_owned());
        write.enqueue(&JobKind::ReviewedMail { email, slug, outcome, words }, None, now).await?;
    }
    let revision = write.commit().await?;
    site.work.notify_one();
    site.follower.wait_for(revision).await;
    Ok(Reviewed::Answered)
}

/// The fields become the author's own change, made when they are approved. False when they do not make a
/// listing that visitors can be shown.
async fn approve(site: &Site, write: &mut Write, kept: &Kept, review: &Review) -> Result<bool, StoreError> {
    let mut after = kept.latest()?;
    if matches!(after.state, State::Draft | State::Waiting) {
        after.state = State::Public;
        after.published.get_or_insert_with(|| site.clock.today());
    }
    if !after.problems().is_empty() {
        return Ok(false);
    }
    let author = Author { email: review.author.clone(), editor: false };
    write.change(&kept.listing, &after, &author, site.clock.now()).await?;
    write.end_review(&after.slug).await?;
    Ok(true)
}

/// A new listing is a draft again; of a listing that is seen, only what waited goes.
async fn reject(site: &Site, write: &mut Write, editor: &Identity, kept: &Kept) -> Result<(), StoreError> {
    if kept.listing.state == State::Waiting {
        let after = Listing { state: State::Draft, ..kept.listing.clone() };
        write.change(&kept.listing, &after, &site.author(editor), site.clock.now()).await?;
    }
    write.end_review(&kept.listing.slug).await
}
