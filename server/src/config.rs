//! Settings: one struct, from the environment or the command line. A wrong value
//! stops the start with a sentence.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::http::HeaderName;
use clap::Args;
use content::mail_address::is_mail_address;
use lettre::message::Mailbox;

use crate::clock::Clock;
use crate::mail::{Folder, Mailer, Smtp};

/// What can be set. Everything has a default that works.
#[derive(Debug, Clone, Args)]
pub struct Config {
    /// Address and port to listen on.
    #[arg(long, env = "BIND", default_value = "127.0.0.1:3000", global = true)]
    pub bind: SocketAddr,

    /// Scheme and host visitors use, without a last slash; canonical addresses begin with it.
    #[arg(long, env = "BASE_URL", default_value = "http://127.0.0.1:3000", value_parser = base_url, global = true)]
    pub base_url: String,

    /// Folder for the database file; made if missing.
    #[arg(long, env = "DATA_DIR", default_value = "./data", global = true)]
    pub data_dir: PathBuf,

    /// Database: `sqlite://FILE` or `postgres://…`. Unset: samhandel.db in `DATA_DIR`.
    #[arg(long, env = "DATABASE_URL", value_parser = database_url, hide_env_values = true, global = true)]
    pub database_url: Option<String>,

    /// Mail server: `smtps://user:password@host`, or `smtp://…`. Unset: mails become `.eml` files in
    /// `DATA_DIR/mail`.
    #[arg(long, env = "SMTP_URL", hide_env_values = true, global = true)]
    pub smtp_url: Option<String>,

    /// Who mails come from: an address, or `Name <address>`.
    #[arg(long, env = "MAIL_FROM", default_value = "Samhandel Nord <samhandel@localhost>", global = true)]
    pub mail_from: Mailbox,

    /// Mail addresses of editors, with commas between; `invite` adds more.
    #[arg(long, env = "EDITORS", value_delimiter = ',', value_parser = mail_address, global = true)]
    pub editors: Vec<String>,

    /// Header in which a proxy in front names the visitor's address, such as `x-forwarded-for`. Unset:
    /// the visitor is who connects.
    #[arg(long, env = "FORWARDED_HEADER", global = true)]
    pub forwarded_header: Option<HeaderName>,

    /// What to log, as in `info` or `server=debug,warn`.
    #[arg(long, env = "RUST_LOG", default_value = "info", global = true)]
    pub log: String,
}

/// The data folder cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("DATA_DIR {} cannot be used: {reason}; check that it exists and can be written", folder.display())]
pub struct DataDirError {
    folder: PathBuf,
    reason: std::io::Error,
}

impl Config {
    /// Address of the database. Makes the data folder when the database is a file in it.
    ///
    /// # Errors
    /// When the folder cannot be made or written.
    pub fn database(&self) -> Result<String, DataDirError> {
        if let Some(url) = &self.database_url {
            return Ok(url.clone());
        }
        let folder = &self.data_dir;
        writable(folder).map_err(|reason| DataDirError { folder: folder.clone(), reason })?;
        Ok(format!("sqlite://{}?mode=rwc", folder.join("samhandel.db").display()))
    }
}

impl Config {
    /// Where mails go.
    ///
    /// # Errors
    /// When `SMTP_URL` is no address of a mail server.
    pub fn mailer(&self, clock: Arc<dyn Clock>) -> Result<Arc<dyn Mailer>, String> {
        let from = self.mail_from.clone();
        match &self.smtp_url {
            Some(url) => match Smtp::new(url, from) {
                Ok(smtp) => Ok(Arc::new(smtp)),
                Err(_) => Err("SMTP_URL is no address like smtps://user:password@mail.example.dk".to_owned()),
            },
            None => Ok(Arc::new(Folder::new(self.data_dir.join("mail"), from, clock))),
        }
    }
}

/// Makes the folder and tries to write in it.
fn writable(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let probe = folder.join(".writable");
    std::fs::write(&probe, b"")?;
    std::fs::remove_file(probe)
}

pub(crate) fn mail_address(text: &str) -> Result<String, String> {
    let address = text.trim().to_lowercase();
    is_mail_address(&address).then_some(address).ok_or_else(|| "not a mail address".to_owned())
}

fn base_url(text: &str) -> Result<String, String> {
    let parsed = url::Url::parse(text).map_err(|_| "not an address like https://example.dk".to_owned())?;
    let plain = parsed.path() == "/" && parsed.query().is_none() && !text.ends_with('/');
    if matches!(parsed.scheme(), "http" | "https") && parsed.has_host() && plain {
        Ok(text.to_owned())
    } else {
        Err("not scheme and host alone, as in https://example.dk".to_owned())
    }
}

fn database_url(text: &str) -> Result<String, String> {
    if ["sqlite:", "postgres://", "postgresql://"].iter().any(|scheme| text.starts_with(scheme)) {
        Ok(text.to_owned())
    } else {
        Err("begins with neither sqlite: nor postgres://".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_checked() {
        assert!(base_url("https://samhandelnord.dk").is_ok());
        for wrong in ["samhandelnord.dk", "https://a.dk/", "https://a.dk/x", "ftp://a.dk", ""] {
            assert!(base_url(wrong).is_err(), "{wrong}");
        }
        assert!(database_url("mysql://a").is_err());
    }
}
