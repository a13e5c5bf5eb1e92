//! What a visitor sees: pages as loader and view, rendered on the server.

pub mod catalogue;
pub mod model;
