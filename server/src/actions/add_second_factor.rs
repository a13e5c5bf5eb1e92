//! Give an editor a second factor.

use crate::key::Key;
use crate::second_factor::{SecondFactor, recovery_codes};
use crate::site::Site;
use crate::store::{Identity, StoreError};

/// What comes of it.
#[derive(Debug)]
pub struct Added {
    /// The new key of the session, which is proven now.
    pub key: Key,
    /// The codes to keep on paper, as they are shown.
    pub recovery_codes: Vec<String>,
}

/// Takes the secret if the code proves that the app has it. None when the code is wrong or the
/// account has a second factor already.
///
/// # Errors
/// When the store refuses; then nothing has changed.
pub async fn add_second_factor(
    site: &Site,
    who: &Identity,
    factor: &SecondFactor,
    code: &str,
) -> Result<Option<Added>, StoreError> {
    let Some(step) = factor.step(code, site.clock.now()) else { return Ok(None) };
    let (account, codes) = (who.session.account, recovery_codes());
    let write = site.store.write().await?;
    if !write.add_second_factor(account, &factor.base32(), step, &codes).await? {
        return Ok(None);
    }
    let key = Key::new();
    write.prove_session(who.session.id, &key).await?;
    write.commit().await?;
    let recovery_codes = codes.iter().map(|code| code.as_str().to_owned()).collect();
    Ok(Some(Added { key, recovery_codes }))
}
