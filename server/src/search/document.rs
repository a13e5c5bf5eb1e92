//! What of a listing can be found by words, and how much each place counts.

use app::model::{Field, Listing};
use content::markdown;
use content::taxonomy::{Ref, Term};

/// A stretch of text of a listing.
pub struct Passage<'a> {
    /// Where it stands.
    pub field: Field,
    /// How much a word in it counts: as if it stood there so many times.
    pub weight: usize,
    /// The text.
    pub text: std::borrow::Cow<'a, str>,
}

/// The passages of a listing, the weightiest first. A closed listing is found by name only.
///
/// Words are weighted as in BM25F: all passages go into one field of the index in
/// which a word of weight 5 stands five times, so that fields are weighed before
/// frequency saturates and one posting list answers for all of them.
pub fn passages(listing: &Listing) -> Vec<Passage<'_>> {
    let mut found = Passages(Vec::with_capacity(24));
    found.add(Field::Name, 6, &listing.name);
    if listing.is_closed() {
        return found.0;
    }
    found.add(Field::OneLine, 4, &listing.one_line);
    for offer in &listing.offers {
        found.add(Field::Offers, 4, &offer.title);
        found.add(Field::Offers, 2, &offer.text);
        offer.services.iter().for_each(|service| found.term(Field::Services, 3, *service));
    }
    listing.trades.iter().for_each(|trade| found.term(Field::Trades, 3, *trade));
    listing.cooperation.iter().for_each(|form| found.term(Field::Offers, 1, *form));
    if let Some(municipality) = listing.municipality {
        found.term(Field::Place, 2, municipality);
    }
    for address in &listing.addresses {
        found.add(Field::Place, 2, &address.town);
        found.maybe(Field::Place, 2, address.postcode.as_deref());
        found.maybe(Field::Place, 1, address.street.as_deref());
    }
    // The register as people abbreviate it; its full name is for verified listings alone to show.
    found.maybe(Field::Description, 2, listing.is_rsv().then_some("RSV"));
    found.placement(listing);
    found.maybe(Field::Name, 2, listing.cvr.as_ref().map(content::cvr::Cvr::as_str));
    found.maybe(Field::Description, 1, listing.parent.as_deref());
    listing.references.iter().for_each(|reference| found.add(Field::Description, 1, reference));
    listing.certificates.iter().for_each(|certificate| found.add(Field::Description, 2, certificate));
    found.markdown(&listing.description);
    found.markdown(&listing.social_effect);
    found.0
}

struct Passages<'a>(Vec<Passage<'a>>);

impl<'a> Passages<'a> {
    fn add(&mut self, field: Field, weight: usize, text: &'a str) {
        self.0.push(Passage { field, weight, text: text.into() });
    }

    fn maybe(&mut self, field: Field, weight: usize, text: Option<&'a str>) {
        if let Some(text) = text {
            self.add(field, weight, text);
        }
    }

    /// A vocabulary value: its label, and its search words for a little less.
    fn term<T: Term>(&mut self, field: Field, weight: usize, term: Ref<T>) {
        let term: &'static T = term.get();
        self.add(field, weight, term.label());
        term.search().iter().for_each(|words| self.add(field, weight.div_ceil(2), words));
    }

    fn placement(&mut self, listing: &'a Listing) {
        let Some(placement) = &listing.placement else {
            return;
        };
        placement.schemes.iter().for_each(|scheme| self.term(Field::Placement, 2, *scheme));
        placement.tasks.iter().for_each(|task| self.term(Field::Placement, 2, *task));
        placement.considerations.iter().for_each(|value| self.term(Field::Placement, 2, *value));
        placement.experience.iter().for_each(|whom| self.add(Field::Placement, 1, whom));
        for text in [&placement.first_day, &placement.reach, &placement.note] {
            self.maybe(Field::Placement, 1, text.as_deref());
        }
    }

    fn markdown(&mut self, text: &'a str) {
        if !text.is_empty() {
            self.0.push(Passage { field: Field::Description, weight: 1, text: markdown::plain(text).into() });
        }
    }
}
