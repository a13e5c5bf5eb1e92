//! What the enterprise sells.

use content::Listing;
use content::folding::fold;
use content::listing::{Offer, OfferKind, State};
use content::taxonomy::{Entry, Ref, Service};

use super::reader::Reader;
use super::{MAX_LINE, MAX_LONG_TEXT, MAX_OFFERS, MAX_SHORT, MAX_TEXT_FIELD, Refusal, Refusals, Typed};

/// Most characters of the title of an offer.
const MAX_TITLE: usize = 100;
/// The kinds of offer with their values in the form.
const KINDS: [(OfferKind, &str); 4] = [
    (OfferKind::Product, "vare"),
    (OfferKind::Service, "ydelse"),
    (OfferKind::Subcontract, "underleverance"),
    (OfferKind::Staffing, "bemanding"),
];

pub(super) fn fill(listing: &Listing) -> Typed {
    let mut typed = Typed::default();
    typed.put("linje", &listing.one_line);
    typed.put("beskrivelse", listing.description.trim());
    typed.put("forskel", listing.social_effect.trim());
    typed.put_all("branche", listing.trades.iter().map(|trade| trade.slug()));
    for (number, offer) in listing.offers.iter().enumerate() {
        let name = |field: &str| format!("tilbud-{number}-{field}");
        typed.put(name("titel"), &offer.title);
        typed.put(name("tekst"), offer.text.trim());
        typed.put(name("art"), value_of(offer.kind));
        typed.put_all(&name("ydelse"), offer.services.iter().map(|service| service.label()));
    }
    typed.put_all("samarbejde", listing.cooperation.iter().map(|form| form.slug()));
    typed.put("kapacitet", listing.capacity.as_deref().unwrap_or_default());
    typed.put("mindste", listing.smallest_order.as_deref().unwrap_or_default());
    typed.put("stoerste", listing.largest_order.as_deref().unwrap_or_default());
    typed.put("referencer", listing.references.join("\n"));
    typed.put("certifikater", listing.certificates.join("\n"));
    let subcontractor = listing.subcontractor.map_or("", |yes| if yes { "ja" } else { "nej" });
    typed.put("underleverandoer", subcontractor);
    typed.put("ean", listing.ean.as_deref().unwrap_or_default());
    typed
}

fn value_of(kind: OfferKind) -> &'static str {
    KINDS.iter().find(|(known, _)| *known == kind).map_or("", |(_, value)| value)
}

pub(super) fn read(typed: &Typed, listing: Listing) -> Result<Listing, Refusals> {
    let mut form = Reader::new(typed);
    let one_line = form.needed_line("linje", MAX_LINE);
    let description = form.text("beskrivelse", MAX_LONG_TEXT, &listing.description);
    let social_effect = form.text("forskel", MAX_LONG_TEXT, &listing.social_effect);
    let offers: Vec<Offer> = (0..typed.blocks("tilbud").min(MAX_OFFERS))
        .filter_map(|number| offer(&mut form, number, &listing))
        .collect();
    let mut trades = form.terms("branche", &listing.trades);
    // What one offers says which trade one is in.
    for service in offers.iter().flat_map(|offer| &offer.services) {
        if !trades.contains(&service.trade) {
            trades.push(service.trade);
        }
    }
    // A draft may lack what a listing in the catalogue must have.
    if trades.is_empty() && listing.state != State::Draft {
        form.refuse("branche", Refusal::Missing);
    }
    let after = Listing {
        one_line,
        description,
        social_effect,
        trades,
        offers,
        cooperation: form.terms("samarbejde", &listing.cooperation),
        capacity: form.some_line("kapacitet", MAX_SHORT),
        smallest_order: form.some_line("mindste", MAX_SHORT),
        largest_order: form.some_line("stoerste", MAX_SHORT),
        references: form.lines("referencer", MAX_SHORT),
        certificates: form.lines("certifikater", MAX_SHORT),
        subcontractor: match typed.one("underleverandoer") {
            "ja" => Some(true),
            "nej" => Some(false),
            _ => None,
        },
        ean: form.digits("ean", 13),
        ..listing
    };
    form.finish(after)
}

/// An offer; none when nothing is said of it or it is to go.
fn offer(form: &mut Reader<'_>, number: usize, listing: &Listing) -> Option<Offer> {
    let name = |field: &str| format!("tilbud-{number}-{field}");
    let said = [name("titel"), name("tekst"), name("ydelse")];
    let empty = said.iter().all(|field| form.typed.all(field).all(|value| value.trim().is_empty()));
    if empty || form.ticked(&name("fjern")) {
        return None;
    }
    let before = listing.offers.get(number).map_or("", |offer| offer.text.as_str());
    let art = form.typed.one(&name("art"));
    Some(Offer {
        title: form.needed_line(&name("titel"), MAX_TITLE),
        text: form.text(&name("tekst"), MAX_TEXT_FIELD, before),
        kind: KINDS.iter().find(|(_, value)| *value == art).map_or(OfferKind::Service, |(kind, _)| *kind),
        services: services(form, &name("ydelse")),
    })
}

/// What is typed is compared as people spell; what is on no list is refused with what is like it.
fn services(form: &mut Reader<'_>, name: &str) -> Vec<Ref<Service>> {
    let typed: Vec<&str> = form.typed.all(name).map(str::trim).filter(|label| !label.is_empty()).collect();
    let mut services = Vec::new();
    for label in typed {
        let folded = fold(label);
        match Ref::<Service>::every().find(|service| fold(service.label()) == folded) {
            Some(service) if services.contains(&service) => {}
            Some(service) => services.push(service),
            None => form.refuse(name, Refusal::NotListed(like(&folded))),
        }
    }
    services
}

/// The service whose label or search words hold what was typed.
fn like(folded: &str) -> Option<&'static str> {
    let holds = |text: &str| fold(text).contains(folded) || folded.contains(&fold(text));
    let found = Ref::<Service>::every()
        .find(|service| holds(service.label()) || service.search().iter().any(|word| fold(word) == folded));
    found.map(|service| service.get().label())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing() -> Listing {
        serde_json::from_value(serde_json::json!({ "slug": "a", "name": "A", "state": "waiting" })).unwrap()
    }

    #[test]
    fn a_service_brings_its_trade_and_a_wrong_one_a_proposal() {
        let mut typed = Typed::default();
        typed.put("linje", "Mad");
        typed.put("tilbud-1-titel", "Frokost");
        typed.put("tilbud-1-ydelse", "kantinedrift ");
        let read_in = read(&typed, listing()).unwrap();
        assert_eq!(read_in.trades[0].slug(), "kantine-catering");
        assert_eq!(read_in.offers.len(), 1, "an empty block is no offer");
        typed.put("tilbud-1-ydelse", "kantine");
        let refused = read(&typed, listing()).unwrap_err();
        assert_eq!(refused, [("tilbud-1-ydelse".to_owned(), Refusal::NotListed(Some("Kantinedrift")))]);
        let mut typed = Typed::default();
        typed.put("linje", "Mad");
        typed.put("tilbud-0-tekst", "Uden titel");
        let refused = read(&typed, listing()).unwrap_err();
        assert_eq!(refused[0].0, "tilbud-0-titel");
        assert_eq!(refused[1], ("branche".to_owned(), Refusal::Missing));
    }
}
