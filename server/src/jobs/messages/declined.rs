//! Tells whoever wrote a message that an enterprise declined it or did not answer.

use super::super::JobError;
use crate::site::Site;

pub async fn declined(_site: &Site, _recipient: i64, _email: &str) -> Result<(), JobError> {
    Ok(())
}
