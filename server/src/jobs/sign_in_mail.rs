//! The mail with the link to sign in.
//!
//! The link is made here, so that its key is never stored: not in the queue, only hashed.

use app::model::LINK_MINUTES;
use app::{links, mails};
use chrono::{DateTime, Duration, Utc};

use super::JobError;
use crate::key::Key;
use crate::site::Site;
use crate::store::Purpose;

/// How long somebody waits for the mail.
const AWAITED: Duration = Duration::hours(1);

pub async fn perform(site: &Site, email: &str, asked: DateTime<Utc>, to: &str) -> Result<(), JobError> {
    let now = site.clock.now();
    if now - asked > AWAITED {
        return Ok(());
    }
    let key = Key::new();
    let write = site.store.write().await?;
    write.add_link(&key, Purpose::SignIn, email, now + Duration::minutes(LINK_MINUTES)).await?;
    write.commit().await?;
    let address = format!("{}{}", site.base_url, links::confirm_sign_in(key.as_str(), to));
    site.mailer.send(email, &mails::sign_in(&address)).await?;
    Ok(())
}
