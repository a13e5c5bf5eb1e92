//! A listing: one record with two lenses, the buyer's and the caseworker's.
//!
//! The same type is a seed file, a line of an import, a document in the store and
//! what the pages show. Unknown keys and unknown vocabulary values do not parse.

mod check;
mod freshness;
mod parts;
mod pictures;

pub use check::Problem;
pub use freshness::{CONFIRM_MONTHS, USUAL_MONTHS};
pub use parts::{
    Address, Closed, Confirmed, Delivery, FreePlaces, Label, LabelKind, Offer, OfferKind, Placement,
    Precision, Source, State,
};
pub use pictures::{MAX_ALT, MAX_PICTURES, Picture, widths};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::cvr::Cvr;
use crate::taxonomy::{Cooperation, Municipality, Ref, Trade};
use crate::website::Website;
use crate::{Point, places};

/// One enterprise as the catalogue knows it. What is not known is left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listing {
    /// Name in addresses; never changes once public.
    pub slug: String,
    /// Name of the enterprise.
    pub name: String,
    /// Where it stands between draft and closed.
    pub state: State,
    /// First day it was public in the catalogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<NaiveDate>,

    /// What it sells, in one line without full stop; at most 140 characters.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub one_line: String,
    /// What it does, as Markdown paragraphs.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Why buying here makes a difference, as Markdown paragraphs.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub social_effect: String,

    /// CVR number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cvr: Option<Cvr>,
    /// Number of the production unit, ten digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p_number: Option<String>,
    /// EAN number for electronic invoices, thirteen digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ean: Option<String>,
    /// Legal form, in Danish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_form: Option<String>,
    /// Year of founding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub founded: Option<u16>,
    /// Own website.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<Website>,
    /// Role mailbox, never a named person's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Main telephone, never a named person's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Parent that is not itself a listing, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Parent that is a listing, by slug.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_slug: Option<String>,

    /// The municipality it lies in; stored, never computed from the map drawing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<Ref<Municipality>>,
    /// Places of business, the main one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<Address>,

    /// Whether it is a social enterprise, and on what basis that is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// Day it declared that at least 30 % of those employed are of the target group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thirty_percent: Option<NaiveDate>,

    /// Trades, the most important first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trades: Vec<Ref<Trade>>,
    /// Goods and services it offers, the most important first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<Offer>,
    /// Ways to work together with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cooperation: Vec<Ref<Cooperation>>,
    /// Where it delivers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    /// How much it can take on, in Danish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<String>,
    /// Smallest order, in Danish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub smallest_order: Option<String>,
    /// Largest order, in Danish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub largest_order: Option<String>,
    /// Customers that may be named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<String>,
    /// Certificates and marks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub certificates: Vec<String>,
    /// Whether it works as a subcontractor, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subcontractor: Option<bool>,

    /// The caseworker's lens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placement: Option<Placement>,

    /// Pictures, the one that says most first; at most 8.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<Picture>,
    /// Its mark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Picture>,

    /// When and by whom the listing was last confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<Confirmed>,
    /// Months between two times the enterprise is asked whether the listing is right: 3, 6 or 12; missing
    /// means 6.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirm_months: Option<u8>,
    /// Newest public source, for a listing the enterprise has not confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Why and when it closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Closed>,
}

impl Listing {
    /// A listing of which nothing more is known.
    #[must_use]
    pub fn new(slug: &str, name: &str, state: State) -> Self {
        Self {
            slug: slug.to_owned(),
            name: name.to_owned(),
            state,
            published: None,
            one_line: String::new(),
            description: String::new(),
            social_effect: String::new(),
            cvr: None,
            p_number: None,
            ean: None,
            legal_form: None,
            founded: None,
            website: None,
            email: None,
            phone: None,
            parent: None,
            parent_slug: None,
            municipality: None,
            addresses: Vec::new(),
            label: None,
            thirty_percent: None,
            trades: Vec::new(),
            offers: Vec::new(),
            cooperation: Vec::new(),
            delivery: None,
            capacity: None,
            smallest_order: None,
            largest_order: None,
            references: Vec::new(),
            certificates: Vec::new(),
            subcontractor: None,
            placement: None,
            confirmed: None,
            confirm_months: None,
            pictures: Vec::new(),
            logo: None,
            source: None,
            closed: None,
        }
    }

    /// The main place of business.
    #[must_use]
    pub fn main_address(&self) -> Option<&Address> {
        self.addresses.first()
    }

    /// Whether visitors may see it at all; a closed listing keeps its address.
    #[must_use]
    pub fn is_visible(&self) -> bool {
        matches!(self.state, State::Public | State::Paused | State::Closed)
    }

    /// Whether it is closed.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.state == State::Closed
    }

    /// Slug of the listing it was merged into.
    #[must_use]
    pub fn moved_to(&self) -> Option<&str> {
        self.closed.as_ref()?.moved_to.as_deref()
    }

    /// Whether its label is that of a registered social enterprise, verified or not.
    #[must_use]
    pub fn is_rsv(&self) -> bool {
        self.label.as_ref().is_some_and(|label| label.kind == LabelKind::Rsv)
    }

    /// Whether it says that it delivers to the municipality; a radius does when it
    /// reaches the middle of one of its towns.
    #[must_use]
    pub fn delivers_to(&self, municipality: Ref<Municipality>) -> bool {
        let named = self.delivery.as_ref().is_some_and(|delivery| {
            delivery.region || delivery.country || delivery.municipalities.contains(&municipality)
        });
        let mut towns = places::towns().iter().filter(|town| town.municipality == municipality);
        named || (self.delivery_radius().is_some() && towns.any(|town| self.delivers_around(town.point())))
    }

    /// Whether the point lies within the kilometres it delivers around its main address.
    #[must_use]
    pub fn delivers_around(&self, place: Point) -> bool {
        self.delivery_radius().is_some_and(|(middle, km)| middle.km_to(place) <= km)
    }

    /// Middle and kilometres of the circle it delivers in.
    fn delivery_radius(&self) -> Option<(Point, f64)> {
        let middle = self.main_address()?.point?;
        Some((middle, self.delivery.as_ref()?.km?.into()))
    }
}
