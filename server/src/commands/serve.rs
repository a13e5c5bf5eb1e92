//! Serve the site until told to stop.

use std::error::Error;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::ServiceExt;
use axum::serve::ListenerExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tracing_subscriber::EnvFilter;

use crate::actions::seed_catalogue;
use crate::clock::SystemClock;
use crate::config::Config;
use crate::site::{Outside, Site};
use crate::{gaps, jobs, web};

pub(super) async fn run(config: Config) -> Result<(), Box<dyn Error>> {
    let filter =
        EnvFilter::try_new(&config.log).map_err(|error| format!("RUST_LOG is not understood: {error}"))?;
    tracing_subscriber::fmt().json().flatten_event(true).with_span_list(false).with_env_filter(filter).init();

    let store = super::open(&config).await?;
    let seeded = seed_catalogue(&store, &SystemClock).await?;
    if seeded > 0 {
        tracing::info!(listings = seeded, "the catalogue was empty and has been seeded");
    }
    let clock = Arc::new(SystemClock);
    let outside = Outside {
        mailer: config.mailer(clock.clone())?,
        clock,
        base_url: config.base_url,
        editors: config.editors,
        forwarded_header: config.forwarded_header,
    };
    let site = Site::new(store, outside)?;

    let listener = TcpListener::bind(config.bind)
        .await
        .map_err(|error| format!("BIND {} cannot be listened on: {error}", config.bind))?;
    let listener = listener.tap_io(undelayed);
    let follower = tokio::spawn({
        let site = site.clone();
        async move { site.follower.run().await }
    });
    let runner = tokio::spawn({
        let site = site.clone();
        async move { jobs::run(&site).await }
    });
    let (stop, stopped) = oneshot::channel();
    let counter = tokio::spawn({
        let site = site.clone();
        async move { gaps::run(&site, stopped).await }
    });
    tracing::info!("serving {} on http://{}", site.base_url, config.bind);
    let service = web::router(site.clone()).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(told_to_stop()).await?;
    // Dropped rather than aborted: what is still to be counted is written first.
    drop(stop);
    counter.await?;
    follower.abort();
    runner.abort();
    site.store.clone().close().await;
    Ok(())
}

/// Answers are written whole; waiting to fill a packet only delays them.
fn undelayed(stream: &mut TcpStream) {
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "a connection keeps its delay");
    }
}

/// Ctrl-C, or the signal that service managers send.
async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => signal.recv().await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = interrupted => {}
        _ = terminated => {}
    }
    tracing::info!("stopping; open requests are finished first");
}
