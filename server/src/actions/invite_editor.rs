//! Invite an editor.

use crate::clock::Clock;
use crate::store::{JobKind, Store, StoreError};

/// Makes the account an editor's and has a mail sent that says so. With `anew`, a second factor that was
/// lost is taken from it first, and it is signed out everywhere.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn invite_editor(
    store: &Store,
    clock: &dyn Clock,
    email: &str,
    anew: bool,
) -> Result<(), StoreError> {
    let now = clock.now();
    let write = store.write().await?;
    let account = write.account(email, now).await?;
    write.make_editor(account).await?;
    if anew {
        write.forget_second_factor(account).await?;
    }
    let mail = JobKind::InvitationMail { email: email.to_owned() };
    write.enqueue(&mail, Some(&format!("invitation {email}")), now).await?;
    write.commit().await?;
    Ok(())
}
