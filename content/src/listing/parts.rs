//! The parts a listing is made of.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::date::PartialDate;
use crate::geometry::Point;
use crate::taxonomy::{Consideration, Municipality, Ref, Scheme, Service, Task};

/// Where a listing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Being written; editors only.
    Draft,
    /// Waiting for an editor.
    Waiting,
    /// In the catalogue.
    Public,
    /// In the catalogue, taking no orders and no newcomers for now.
    Paused,
    /// No longer a social enterprise in business; its address stays.
    Closed,
}

/// A place of business.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// Street and number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    /// Four digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postcode: Option<String>,
    /// Town or village.
    pub town: String,
    /// Where it lies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<Point>,
    /// How exact the point is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<Precision>,
}

/// How exact a point is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// The house.
    Address,
    /// The street.
    Street,
    /// The middle of the town.
    Town,
}

/// Whether an enterprise is a social enterprise and how we know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// Which of the two labels.
    pub kind: LabelKind,
    /// How we know, in Danish.
    pub basis: String,
    /// Date of the basis.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Day an editor looked it up in the state register. Only then may the words
    /// "registreret socialøkonomisk virksomhed" be used (law 711/2014 § 3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified: Option<NaiveDate>,
}

/// The two labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LabelKind {
    /// Social enterprise (socialøkonomisk virksomhed).
    Soev,
    /// Entered in the state register (RSV).
    Rsv,
}

/// Where it delivers.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delivery {
    /// Single municipalities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub municipalities: Vec<Ref<Municipality>>,
    /// Kilometres around its main address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub km: Option<u16>,
    /// All of North Jutland.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub region: bool,
    /// All of Denmark.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub country: bool,
    /// In its own words, in Danish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Something it sells.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// A few words.
    pub title: String,
    /// One or two sentences.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// What sort of trade it is.
    pub kind: OfferKind,
    /// The services it counts as.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<Ref<Service>>,
}

/// What sort of trade an offer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OfferKind {
    /// Goods (vare).
    Product,
    /// Work done (ydelse).
    Service,
    /// Work done under another company's name (underleverance).
    Subcontract,
    /// People who work at the customer's (bemanding).
    Staffing,
}

/// Places for people.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placement {
    /// Schemes it has places under.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub schemes: Vec<Ref<Scheme>>,
    /// What one can do there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Ref<Task>>,
    /// What it can take into account.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub considerations: Vec<Ref<Consideration>>,
    /// What it says it cannot take into account; what stands in neither is not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ruled_out: Vec<Ref<Consideration>>,
    /// Whom it has experience with, in Danish; never a diagnosis of a person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub experience: Vec<String>,
    /// Fewest hours a week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours_from: Option<u8>,
    /// Most hours a week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours_to: Option<u8>,
    /// Places free now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub free: Vec<FreePlaces>,
    /// Who receives newcomers: a function, not a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_by: Option<String>,
    /// How a first day looks, in Danish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_day: Option<String>,
    /// How to get there without a car, in Danish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reach: Option<String>,
    /// How to make contact, in Danish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Takes no newcomers until this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paused_until: Option<NaiveDate>,
    /// Most messages a month it wants.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messages_per_month: Option<u16>,
    /// Anything else, in Danish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Places free under one scheme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FreePlaces {
    /// The scheme.
    pub scheme: Ref<Scheme>,
    /// How many; 0 is an answer too.
    pub count: u16,
    /// The day that was said.
    pub confirmed: NaiveDate,
}

/// Who vouched for the listing, and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmed {
    /// The day.
    pub on: NaiveDate,
    /// A function, such as "virksomheden" or "redaktionen".
    pub by: String,
}

/// A public source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The site, without path: some paths hold a person's name.
    pub site: String,
    /// Date of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
}

/// The end of a listing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closed {
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Why, as one Danish sentence.
    pub reason: String,
    /// Slug of the listing it was merged into; its address leads there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_to: Option<String>,
}
