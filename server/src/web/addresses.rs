//! Routes that remember their addresses, so that a test can ask each of them.

use std::sync::Arc;

use axum::Router;
use axum::routing::MethodRouter;

use crate::site::Site;

/// A router and the addresses that were added to it.
#[derive(Debug, Default)]
pub struct Addresses {
    router: Router<Arc<Site>>,
    all: Vec<String>,
}

impl Addresses {
    /// Adds what answers at the address.
    #[must_use]
    pub fn route(mut self, address: &str, methods: MethodRouter<Arc<Site>>) -> Self {
        self.all.push(address.to_owned());
        Self { router: self.router.route(address, methods), ..self }
    }

    /// Adds the routes of another.
    #[must_use]
    pub fn merge(mut self, mut other: Self) -> Self {
        self.all.append(&mut other.all);
        Self { router: self.router.merge(other.router), ..self }
    }

    /// The router alone.
    pub fn into_router(self) -> Router<Arc<Site>> {
        self.router
    }

    /// The addresses in their order, with `{slug}` and the like where they differ.
    #[must_use]
    pub fn into_all(self) -> Vec<String> {
        self.all
    }
}
