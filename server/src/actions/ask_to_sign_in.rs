//! Have a link to sign in sent.

use crate::site::Site;
use crate::store::{JobKind, StoreError};

/// Puts the mail in the queue, with where to go once signed in; asked twice before it is sent, it is sent once.
///
/// # Errors
/// When the store refuses.
pub async fn ask_to_sign_in(site: &Site, email: &str, to: &str) -> Result<(), StoreError> {
    let now = site.clock.now();
    let mail = JobKind::SignInMail { email: email.to_owned(), asked: now, to: to.to_owned() };
    let write = site.store.write().await?;
    write.enqueue(&mail, Some(&format!("sign-in {email}")), now).await?;
    write.commit().await?;
    site.work.notify_one();
    Ok(())
}
