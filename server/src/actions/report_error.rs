//! Report an error in a listing.

use app::model::ReportReason;
use chrono::Duration;

use crate::site::Site;
use crate::store::{JobKind, StoreError};

/// How long no second mail is sent about a listing while its error is not mended.
const QUIET: Duration = Duration::days(1);

/// Notes the error and has those told who can mend it: its members and the editors, once a day.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn report_error(
    site: &Site,
    slug: &str,
    reason: ReportReason,
    text: &str,
) -> Result<(), StoreError> {
    let now = site.clock.now();
    let write = site.store.write().await?;
    let told = write.is_reported(slug, now - QUIET).await?;
    write.add_report(slug, reason, text, now).await?;
    if !told {
        let editors = write.editors(&site.editors).await?;
        let members = write.members(slug).await?.into_iter().filter(|member| !editors.contains(member));
        let receivers: Vec<(String, bool)> = members
            .map(|member| (member, false))
            .chain(editors.iter().map(|editor| (editor.clone(), true)))
            .collect();
        for (email, editor) in receivers {
            let key = format!("report {slug} {email}");
            let mail = JobKind::ReportMail {
                email,
                slug: slug.to_owned(),
                reason: reason.slug().to_owned(),
                editor,
            };
            write.enqueue(&mail, Some(&key), now).await?;
        }
    }
    write.commit().await?;
    site.work.notify_one();
    Ok(())
}
