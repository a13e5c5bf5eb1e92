//! The mails about what waits for an editor.

use app::mails::Answer;
use app::{links, mails};

use super::JobError;
use crate::site::Site;
use crate::store::ReviewOutcome;

/// To an editor: something waits.
pub async fn waits(site: &Site, email: &str, slug: &str, new: bool) -> Result<(), JobError> {
    let Some(name) = site.store.name(slug).await? else { return Ok(()) };
    let address = format!("{}{}", site.base_url, links::EDITORS);
    site.mailer.send(email, &mails::review_waits(&name, new, &address)).await?;
    Ok(())
}

/// To whoever wrote it: the answer.
pub async fn answered(
    site: &Site,
    email: &str,
    slug: &str,
    outcome: ReviewOutcome,
    words: &str,
) -> Result<(), JobError> {
    let Some(name) = site.store.name(slug).await? else { return Ok(()) };
    let own = links::sign_in_to(&links::own(slug, ""));
    let (answer, path) = match outcome {
        ReviewOutcome::Approved => (Answer::Approved, links::listing_at(slug)),
        ReviewOutcome::Asked => (Answer::Asked(words), own),
        ReviewOutcome::Rejected => (Answer::Rejected(words), own),
    };
    let address = format!("{}{path}", site.base_url);
    site.mailer.send(email, &mails::reviewed(&name, &answer, &address)).await?;
    Ok(())
}
