//! Where the enterprise delivers.

use content::Listing;
use content::listing::Delivery;
use content::taxonomy::Entry;

use super::reader::Reader;
use super::{MAX_SHORT, Refusals, Typed};

/// Most kilometres around the main address.
const FARTHEST: u32 = 400;

pub(super) fn fill(listing: &Listing) -> Typed {
    let mut typed = Typed::default();
    let Some(delivery) = &listing.delivery else { return typed };
    typed.put("region", if delivery.region { "ja" } else { "" });
    typed.put("land", if delivery.country { "ja" } else { "" });
    typed.put_all("kommune", delivery.municipalities.iter().map(|municipality| municipality.slug()));
    typed.put("km", delivery.km.map(|km| km.to_string()).unwrap_or_default());
    typed.put("saadan", delivery.note.as_deref().unwrap_or_default());
    typed
}

pub(super) fn read(typed: &Typed, listing: Listing) -> Result<Listing, Refusals> {
    let mut form = Reader::new(typed);
    let before = listing.delivery.clone().unwrap_or_default();
    let delivery = Delivery {
        municipalities: form.terms("kommune", &before.municipalities),
        km: form.number("km", 1, FARTHEST),
        region: form.ticked("region"),
        country: form.ticked("land"),
        note: form.some_line("saadan", MAX_SHORT),
    };
    let delivery = (delivery != Delivery::default()).then_some(delivery);
    form.finish(Listing { delivery, ..listing })
}
