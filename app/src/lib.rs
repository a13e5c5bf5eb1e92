//! What a visitor sees: pages as loader and view, rendered on the server.

pub mod assets;
pub mod catalogue;
pub mod documents;
pub mod feed;
pub mod links;
pub mod mails;
pub mod model;
pub mod page;
mod pages;
mod parts;
pub mod render;
pub mod routes;
mod shell;
pub mod suggest;
pub mod text;
