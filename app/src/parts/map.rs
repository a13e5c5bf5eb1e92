//! The region as one drawing: municipalities as links, listings as points.

mod drawing;
mod points;

use std::sync::Arc;

use content::taxonomy::{Entry, Municipality, Ref};
use content::{Listing, Point};
use leptos::prelude::*;

use crate::{links, render, text};
use drawing::{VIEW_BOX, drawing};
use points::spread;

/// What a municipality on the map says and leads to.
pub struct Area {
    /// Where the link goes.
    pub href: String,
    /// Listings there.
    pub count: usize,
    /// Whether it is the one looked at.
    pub chosen: bool,
}

/// The map with a link and a number for every municipality. What it says must stand
/// as a list beside it.
pub fn map<'a>(
    label: &'static str,
    area: &dyn Fn(Ref<Municipality>) -> Area,
    listings: &mut dyn Iterator<Item = &'a Arc<Listing>>,
) -> impl IntoView + use<'a> {
    let areas: Vec<(Ref<Municipality>, Area)> = Ref::every().map(|place| (place, area(place))).collect();
    let most = areas.iter().map(|(_, area)| area.count).max().unwrap_or_default();
    let names: Vec<_> = areas.iter().map(|(place, area)| name(*place, area.count)).collect();
    let shapes: Vec<_> = areas.into_iter().map(|(place, area)| shape(place, area, most)).collect();
    view! {
        <figure class="map">
            <svg viewBox=VIEW_BOX role="group" aria-label=label>
                {render::raw(&drawing().context)}
                {shapes}
                <g class="map-points" aria-hidden="true">{points(listings)}</g>
                <g class="map-names" aria-hidden="true">{names}</g>
            </svg>
            <figcaption>{attribution()}</figcaption>
        </figure>
    }
}

/// The map with one place marked, as a picture.
pub fn place_map(label: String, point: Point, municipality: Option<Ref<Municipality>>) -> impl IntoView {
    let (x, y) = drawing::project(point);
    let shapes: Vec<_> = Ref::<Municipality>::every()
        .map(|place| {
            let chosen = (Some(place) == municipality).then_some("");
            view! { <g class="map-area" data-chosen=chosen>{render::raw(&drawing().outlines[place.index()])}</g> }
        })
        .collect();
    view! {
        <figure class="map map-small">
            <svg viewBox=VIEW_BOX role="img" aria-label=label>
                {render::raw(&drawing().context)} {shapes}
                <g class="map-points">
                    <circle class="map-halo" cx=round(x) cy=round(y) r="34" />
                    <circle cx=round(x) cy=round(y) r="15" />
                </g>
            </svg>
            <figcaption>{attribution()}</figcaption>
        </figure>
    }
}

fn shape(place: Ref<Municipality>, area: Area, most: usize) -> impl IntoView {
    let title = format!("{}: {}", place.label(), text::companies(area.count));
    view! {
        <a
            class="map-area"
            href=area.href
            data-level=level(area.count, most)
            aria-current=area.chosen.then_some("true")
        >
            <title>{title}</title>
            {render::raw(&drawing().outlines[place.index()])}
        </a>
    }
}

fn name(place: Ref<Municipality>, count: usize) -> impl IntoView {
    let (x, y) = &drawing().labels[place.index()];
    view! {
        <text x=x.as_str() y=y.as_str()>
            {place.get().label()} " " <tspan>{text::number(count)}</tspan>
        </text>
    }
}

/// Points are for the pointer only: the cards beside the map carry the same links, and the same buttons. A
/// point leads to the page of the listing, where its button of the list is; with script it shows that at once.
fn points<'a>(listings: &mut dyn Iterator<Item = &'a Arc<Listing>>) -> Vec<impl IntoView + use<'a>> {
    spread(listings)
        .into_iter()
        .map(|(listing, (x, y))| {
            view! {
                <a href=links::listing(listing) tabindex="-1" data-point=listing.slug.as_str()>
                    <title>{listing.name.as_str()}</title>
                    <circle cx=round(x) cy=round(y) r="8" />
                </a>
            }
        })
        .collect()
}

/// A tint from 0 (none) to 4 (the most).
fn level(count: usize, most: usize) -> &'static str {
    ["0", "1", "2", "3", "4"][(count * 4).div_ceil(most.max(1)).min(4)]
}

fn attribution() -> impl IntoView {
    view! {
        "Kort: © "
        <a href="https://www.openstreetmap.org/copyright" rel="external noopener">"OpenStreetMap contributors"</a>
    }
}

fn round(units: f64) -> String {
    format!("{units:.0}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tints_go_from_none_to_most() {
        assert_eq!([0, 1, 3, 6, 8].map(|count| level(count, 8)), ["0", "1", "2", "3", "4"]);
        assert_eq!(level(0, 0), "0");
    }
}
