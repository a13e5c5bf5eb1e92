//! What a visitor sees: pages as loader and view, rendered on the server.

// A view is one type as deep as its elements; forms with tables in them pass the usual limit.
#![recursion_limit = "256"]

pub mod assets;
pub mod calendar;
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
