//! `samhandel`: serves the catalogue and carries it in and out.

use std::process::ExitCode;

use clap::Parser;
use server::commands::Cli;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    match Cli::parse().run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("samhandel: {error}");
            ExitCode::FAILURE
        }
    }
}
