//! Sends a message to an enterprise, or reminds it.

use super::super::JobError;
use crate::site::Site;

pub async fn deliver(
    _site: &Site,
    _recipient: i64,
    _email: &str,
    _reminder: u8,
    _attempt: i32,
) -> Result<(), JobError> {
    Ok(())
}
