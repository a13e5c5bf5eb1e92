//! A whole listing in plain words, for those who look through it in a mail.

use content::listing::Placement;
use content::taxonomy::{Ref, Term};
use content::{Listing, markdown};

use crate::text;

/// A heading and what stands below it, a line each.
pub type Part = (&'static str, Vec<String>);

/// All that visitors see of a listing; what is not known is left out.
pub fn parts(listing: &Listing) -> Vec<Part> {
    let offers = listing.offers.iter().map(|offer| match offer.text.as_str() {
        "" => offer.title.clone(),
        text => format!("{}: {text}", offer.title),
    });
    let parts = vec![
        ("På én linje", vec![listing.one_line.clone()]),
        ("Det laver I", markdown::lines(&listing.description)),
        ("Derfor gør det en forskel", markdown::lines(&listing.social_effect)),
        ("Brancher", labels(&listing.trades)),
        ("Det sælger I", offers.collect()),
        ("Levering og aftale", terms(listing)),
        ("Sådan kan man samarbejde med jer", labels(&listing.cooperation)),
        ("Kunder", listing.references.clone()),
        ("Mærker og certifikater", listing.certificates.clone()),
        ("Plads til mennesker", listing.placement.as_ref().map(people).unwrap_or_default()),
        ("Kontakt", contact(listing)),
        ("Adresse", addresses(listing)),
    ];
    let told = |(heading, lines): Part| {
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.trim().is_empty()).collect();
        (!lines.is_empty()).then_some((heading, lines))
    };
    parts.into_iter().filter_map(told).collect()
}

fn labels<T: Term>(values: &[Ref<T>]) -> Vec<String> {
    let labels: Vec<&str> = values.iter().map(|value| value.get().label()).collect();
    // Some labels hold a comma or an “og” of their own.
    vec![labels.join(" · ")]
}

fn named(name: &str, value: Option<impl Into<String>>) -> Option<String> {
    value.map(Into::into).filter(|value| !value.is_empty()).map(|value| format!("{name}: {value}"))
}

fn terms(listing: &Listing) -> Vec<String> {
    let rows = [
        text::delivery(listing),
        listing.delivery.as_ref().and_then(|delivery| delivery.note.clone()),
        named("Kan klare", listing.capacity.as_deref()),
        named("Mindste ordre", listing.smallest_order.as_deref()),
        named("Største ordre", listing.largest_order.as_deref()),
        named("Underleverandør", listing.subcontractor.map(|yes| if yes { "Ja" } else { "Nej" })),
        named("Elektronisk faktura", listing.ean.as_deref().map(|ean| format!("EAN {ean}"))),
    ];
    rows.into_iter().flatten().collect()
}

fn people(placement: &Placement) -> Vec<String> {
    let together = |name, values: Vec<String>| named(name, values.into_iter().next());
    let mut rows = vec![
        together("Opgaver", labels(&placement.tasks)),
        together("Ordninger", labels(&placement.schemes)),
        together("Hensyn, I kan tage", labels(&placement.considerations)),
        together("Det kan I ikke lige nu", labels(&placement.ruled_out)),
        named("Erfaring med", Some(text::listed(&placement.experience))),
        named("Timer om ugen", text::hours(placement)),
    ];
    rows.extend(text::free_places(placement).into_iter().map(Some));
    rows.extend([
        named("Modtager nye", placement.received_by.as_deref()),
        named("Den første dag", placement.first_day.as_deref()),
        named("Uden bil", placement.reach.as_deref()),
        named("Kontakt", placement.contact.as_deref()),
        placement.messages_per_month.map(|most| format!("Højst {most} henvendelser om måneden")),
        placement.note.clone(),
    ]);
    rows.into_iter().flatten().collect()
}

fn contact(listing: &Listing) -> Vec<String> {
    let rows = [
        named("Hjemmeside", listing.website.as_ref().map(|website| website.shown().to_owned())),
        named("Telefon", listing.phone.as_deref()),
        named("Mail", listing.email.as_deref()),
        named("CVR-nummer", listing.cvr.as_ref().map(content::cvr::Cvr::as_str)),
        named("P-nummer", listing.p_number.as_deref()),
    ];
    rows.into_iter().flatten().collect()
}

fn addresses(listing: &Listing) -> Vec<String> {
    let addresses = listing.addresses.iter().map(|address| {
        let postcode = address.postcode.iter().map(String::as_str);
        let town = postcode.chain([address.town.as_str()]).collect::<Vec<_>>().join(" ");
        let lines = address.street.iter().map(String::as_str).chain([town.as_str()]).collect::<Vec<_>>();
        lines.join(", ")
    });
    addresses.chain(listing.municipality.map(|place| place.get().name.clone())).collect()
}
