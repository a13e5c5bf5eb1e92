//! The command line: one word, one file.

mod backup;
mod check;
mod export;
mod import;
mod invite;
mod reindex;
mod serve;

use std::error::Error;
use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::config::{Config, mail_address};
use crate::store::Store;

/// The catalogue of social enterprises in North Jutland.
#[derive(Debug, Parser)]
#[command(name = "samhandel", version, about)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    config: Config,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the site (what happens when no word is given)
    Serve,
    /// Add or replace listings from a file of JSON lines
    Import {
        /// One listing a line, as `export` writes them; `-` reads standard input
        file: PathBuf,
    },
    /// Write every listing as a line of JSON
    Export {
        /// File to write; standard output when left out
        file: Option<PathBuf>,
    },
    /// Have every running replica take in all listings again
    Reindex,
    /// Write a consistent copy of the SQLite database
    Backup {
        /// File to write; must not exist
        file: PathBuf,
    },
    /// Make somebody an editor and send them a mail that says so
    Invite {
        /// Their mail address
        #[arg(value_parser = mail_address)]
        email: String,
        /// Take a lost second factor from them first, and sign them out everywhere
        #[arg(long)]
        anew: bool,
    },
    /// Check content, settings and database, and say what there is
    Check,
}

impl Cli {
    /// Does what the command line says.
    ///
    /// # Errors
    /// Whatever stopped it, as one sentence.
    pub async fn run(self) -> Result<(), Box<dyn Error>> {
        let config = self.config;
        match self.command.unwrap_or(Command::Serve) {
            Command::Serve => serve::run(config).await,
            Command::Import { file } => import::run(&config, &file).await,
            Command::Export { file } => export::run(&config, file.as_deref()).await,
            Command::Reindex => reindex::run(&config).await,
            Command::Backup { file } => backup::run(&config, &file).await,
            Command::Invite { email, anew } => invite::run(&config, &email, anew).await,
            Command::Check => check::run(&config).await,
        }
    }
}

async fn open(config: &Config) -> Result<Store, Box<dyn Error>> {
    Ok(Store::open(&config.database()?).await?)
}
