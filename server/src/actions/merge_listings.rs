//! Make one listing of two.

use std::collections::HashMap;

use app::model::{Listing, Merge};

use crate::merging::{closed, merged, side_by_side};
use crate::site::Site;
use crate::store::{Identity, Reach, StoreError, Verb, Write};

/// What comes of it.
#[derive(Debug)]
pub enum Merged {
    /// They are one and can be seen as one.
    Done,
    /// One of them was changed meanwhile: both as they are now. Nothing has changed.
    Conflict(Box<Merge>),
    /// The values chosen do not go together, in these fields. Nothing has changed.
    Unsound(Box<Merge>, Vec<String>),
    /// One of them is not there, or closed.
    NotThere,
}

/// For the key of a field, whether the value of the listing that goes is taken.
pub type Choices = HashMap<String, bool>;

/// Gives the first listing the values chosen, lets members, open claims and reports of the other follow,
/// and closes the other with the way to the first. Only if both are of the version they were when the
/// page was opened.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn merge_listings(
    site: &Site,
    editor: &Identity,
    (kept, other): (&str, &str),
    opened: &str,
    choices: &Choices,
) -> Result<Merged, StoreError> {
    let mut write = site.store.write().await?;
    let Some(mut merge) = both(&write, kept, other).await? else { return Ok(Merged::NotThere) };
    for field in &mut merge.fields {
        field.take_other = choices.get(&field.key).copied().unwrap_or(field.take_other);
    }
    if merge.version != opened {
        return Ok(Merged::Conflict(Box::new(merge)));
    }
    let one = match merged(&merge) {
        Ok(one) => one,
        Err(wrong) => return Ok(Merged::Unsound(Box::new(merge), wrong)),
    };
    let (author, now) = (site.author(editor), site.clock.now());
    let gone = closed(&merge.other, &one, site.clock.today());
    write.change(&merge.kept, &one, &author, now).await?;
    write.change(&merge.other, &gone, &author, now).await?;
    for before in write.leading_to(other).await? {
        if before.slug != one.slug {
            write.change(&before, &led_to(&before, &one), &author, now).await?;
        }
    }
    write.move_members(other, kept, now).await?;
    write.move_claims_and_reports(other, kept).await?;
    write.move_messages(other, kept).await?;
    // What of it waited for an editor goes with it.
    write.end_review(other).await?;
    write.note_deed(&editor.email, Verb::Merge, &format!("{other} {kept}"), now).await?;
    let revision = write.commit().await?;
    site.follower.wait_for(revision).await;
    Ok(Merged::Done)
}

async fn both(write: &Write, kept: &str, other: &str) -> Result<Option<Merge>, StoreError> {
    let (one, two) =
        (write.kept_listing(Reach::All, kept).await?, write.kept_listing(Reach::All, other).await?);
    one.zip(two).filter(|_| kept != other).map(|(one, two)| side_by_side(one, two)).transpose()
}

/// A listing that led to the one that goes, leading to the one that stays.
fn led_to(before: &Listing, one: &Listing) -> Listing {
    let mut after = before.clone();
    if let Some(parent) = &mut after.parent_slug {
        parent.clone_from(&one.slug);
    }
    if let Some(to) = after.closed.as_mut().and_then(|closed| closed.moved_to.as_mut()) {
        to.clone_from(&one.slug);
    }
    after
}
