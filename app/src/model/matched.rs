//! What the catalogue answers to a need.

use std::sync::Arc;

use content::Listing;
use content::places::Place;

use super::{Counts, DISTANCES, Fit, WORK_HOURS, Wish};

/// Places, the best first.
#[derive(Debug, Clone)]
pub struct Matched {
    /// Places with no wish they cannot meet. A wish given up never makes them fewer.
    pub total: usize,
    /// Those among them that say yes to all.
    pub whole: usize,
    /// The page shown, from 0; never past the last.
    pub page: usize,
    /// Pages in all, at least 1.
    pub pages: usize,
    /// The places of this page.
    pub places: Vec<FittingPlace>,
    /// The nearest misses: places with one wish they cannot meet that otherwise fit as well as the best, or
    /// any when there are few places. Not among `places` and not in `total`.
    pub misses: Vec<FittingPlace>,
    /// For each wish that stands in somebody's way alone: how many more places there are without it.
    pub loosened: Vec<(Wish, usize)>,
    /// How many say yes to what, as things stand.
    pub yes: YesCounts,
    /// The place distances are measured from.
    pub from: Option<&'static Place>,
}

/// A place and how well it fits.
#[derive(Debug, Clone)]
pub struct FittingPlace {
    /// The listing.
    pub listing: Arc<Listing>,
    /// What it says to each wish.
    pub fit: Fit,
    /// Kilometres to its nearest address from the place of the need, where both are known.
    pub km: Option<f64>,
}

/// For everything one can wish: how many of the places say yes to it, with the other wishes as they are.
#[derive(Debug, Clone)]
pub struct YesCounts {
    /// By task, consideration and scheme; other filters are 0.
    pub values: Counts,
    /// By [`WORK_HOURS`].
    pub hours: [usize; WORK_HOURS.len()],
    /// By [`DISTANCES`]; 0 without a place to measure from.
    pub within: [usize; DISTANCES.len()],
    /// Reached without a car.
    pub without_car: usize,
}
