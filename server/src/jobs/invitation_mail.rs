//! The mail to a new editor. It holds no key: they sign in as everybody does.

use app::{links, mails};

use super::JobError;
use crate::site::Site;

pub async fn perform(site: &Site, email: &str) -> Result<(), JobError> {
    let address = format!("{}{}", site.base_url, links::SIGN_IN);
    site.mailer.send(email, &mails::invitation(&address)).await?;
    Ok(())
}
