//! The mail about a reported error.

use app::model::ReportReason;
use app::{links, mails};

use super::JobError;
use crate::site::Site;

pub async fn perform(
    site: &Site,
    email: &str,
    slug: &str,
    reason: &str,
    editor: bool,
) -> Result<(), JobError> {
    let Some(name) = site.store.name(slug).await? else { return Ok(()) };
    let reason = ReportReason::from_slug(reason).unwrap_or(ReportReason::Other);
    let page = if editor { links::EDITORS } else { links::MY_PAGE };
    site.mailer.send(email, &mails::report(&name, reason, &format!("{}{page}", site.base_url))).await?;
    Ok(())
}
