//! Every kind of page, over the seed listings in memory and without a server.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod articles;
mod documents;
mod every_page;
mod fixture;
mod html;
mod listing;
mod places_list;
mod reading;
mod search;
mod shortlist;

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use app::page::Request;
use app::routes::{Document, respond};
use chrono::NaiveDate;
use fixture::Fixture;

/// The site as the tests know it.
const BASE_URL: &str = "https://samhandel.example";

/// The document at the address, path and query.
fn get(catalogue: &Fixture, address: &str) -> Document {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    ready(respond(Request { path, query, base_url: BASE_URL, today, catalogue }))
}

/// What a future gives that never waits.
fn ready<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the fixture never waits"),
    }
}
