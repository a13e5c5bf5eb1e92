//! Invite an editor.

use std::error::Error;

use crate::actions::invite_editor;
use crate::clock::SystemClock;
use crate::config::Config;

pub(super) async fn run(config: &Config, email: &str, anew: bool) -> Result<(), Box<dyn Error>> {
    let store = super::open(config).await?;
    invite_editor(&store, &SystemClock, email, anew).await?;
    store.close().await;
    eprintln!("{email} is an editor now; the running site sends the mail");
    Ok(())
}
