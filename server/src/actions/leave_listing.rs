//! Keep a listing no longer.

use app::model::LastOne;

use crate::site::Site;
use crate::store::{Colleague, Identity, JobKind, Reach, StoreError, Write};

/// What comes of changing who keeps a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Managed {
    /// It is done, or was before.
    Done,
    /// They may not, or there is no such thing.
    NotTheirs,
    /// Nobody else could let others in then.
    Refused(LastOne),
}

/// Takes the listing from whoever asks. The last who may invite names the colleague who may from now on, unless
/// the listing is closed.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn leave_listing(
    site: &Site,
    who: &Identity,
    slug: &str,
    successor: Option<i64>,
) -> Result<Managed, StoreError> {
    let account = who.session.account;
    let write = site.store.write().await?;
    let all = write.colleagues(slug).await?;
    let Some(listing) = write.reached_listing(Reach::Kept(account), slug).await? else {
        return Ok(Managed::NotTheirs);
    };
    if !listing.is_closed() {
        if let Some(last) = left_behind(&all, account) {
            let Some(successor) = successor.filter(|other| is_other(&all, account, *other)) else {
                return Ok(Managed::Refused(last));
            };
            write.let_invite(successor, slug, true).await?;
        } else if all.len() == 1 {
            tell_of_orphan(site, &write, slug, &who.email).await?;
        }
    }
    write.remove_member(account, slug).await?;
    write.commit().await?;
    site.work.notify_one();
    Ok(Managed::Done)
}

/// What stands in the way of going without a word: that nobody else may invite.
#[must_use]
pub fn left_behind(all: &[Colleague], account: i64) -> Option<LastOne> {
    let (own, others): (Vec<_>, Vec<_>) = all.iter().partition(|colleague| colleague.account == account);
    let last = own.iter().any(|own| own.may_invite) && !others.iter().any(|colleague| colleague.may_invite);
    last.then_some(if others.is_empty() { LastOne::IsAlone } else { LastOne::NamesNobody })
}

/// Whether one keeps the listing beside another.
pub(super) fn is_other(all: &[Colleague], account: i64, other: i64) -> bool {
    other != account && all.iter().any(|colleague| colleague.account == other)
}

/// Has all editors but one address told that nobody is left who may invite.
pub(super) async fn tell_of_orphan(
    site: &Site,
    write: &Write,
    slug: &str,
    but: &str,
) -> Result<(), StoreError> {
    for email in write.editors(&site.editors).await?.into_iter().filter(|email| email != but) {
        let key = format!("orphan {slug} {email}");
        let mail = JobKind::OrphanMail { email, slug: slug.to_owned() };
        write.enqueue(&mail, Some(&key), site.clock.now()).await?;
    }
    Ok(())
}
