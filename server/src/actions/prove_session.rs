//! Take the second factor of a session.

use crate::key::Key;
use crate::second_factor::{SecondFactor, typed_recovery_code};
use crate::site::Site;
use crate::store::{Identity, StoreError};

/// Takes a code of the app, or one on paper, each once. Returns the new key of the session; none when
/// the code is wrong.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn prove_session(site: &Site, who: &Identity, code: &str) -> Result<Option<Key>, StoreError> {
    let secret = who.totp_secret.as_deref();
    let Some(factor) = secret.and_then(|secret| SecondFactor::from_base32(&who.email, secret)) else {
        return Ok(None);
    };
    let account = who.session.account;
    let write = site.store.write().await?;
    let right = match factor.step(code, site.clock.now()) {
        Some(step) => write.use_step(account, step).await?,
        None => write.use_recovery_code(account, &typed_recovery_code(code)).await?,
    };
    if !right {
        return Ok(None);
    }
    let key = Key::new();
    write.prove_session(who.session.id, &key).await?;
    write.commit().await?;
    Ok(Some(key))
}
