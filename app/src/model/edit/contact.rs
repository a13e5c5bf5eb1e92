//! How and where the enterprise is reached.

use content::listing::{Address, Precision};
use content::mail_address::is_mail_address;
use content::places::{Place, place_named};
use content::taxonomy::{Entry, Municipality, Ref};
use content::website::Website;
use content::{Listing, Point};

use super::reader::Reader;
use super::{MAX_ADDRESSES, MAX_NAME, MAX_SHORT, Refusal, Refusals, Typed};

pub(super) fn fill(listing: &Listing) -> Typed {
    let mut typed = Typed::default();
    typed.put("hjemmeside", listing.website.as_ref().map_or("", Website::href));
    typed.put("mail", listing.email.as_deref().unwrap_or_default());
    typed.put("telefon", listing.phone.as_deref().unwrap_or_default());
    for (number, address) in listing.addresses.iter().enumerate() {
        let name = |field: &str| format!("adresse-{number}-{field}");
        typed.put(name("gade"), address.street.as_deref().unwrap_or_default());
        typed.put(name("postnr"), address.postcode.as_deref().unwrap_or_default());
        typed.put(name("by"), &address.town);
        typed.put(name("punkt"), address.point.map(point_text).unwrap_or_default());
    }
    // Said only where the address does not say it, so that another address brings its own.
    let chosen = listing.municipality.filter(|_| of_address(&listing.addresses) != listing.municipality);
    typed.put("kommune", chosen.map_or("", |municipality| municipality.get().slug()));
    typed
}

fn point_text(point: Point) -> String {
    format!("{}, {}", point.lat, point.lon)
}

pub(super) fn read(typed: &Typed, listing: Listing) -> Result<Listing, Refusals> {
    let mut form = Reader::new(typed);
    let website = website(&mut form);
    let email = form.some_line("mail", MAX_NAME).map(|mail| mail.to_lowercase());
    let before = listing.email.as_deref();
    // What the source spells with capitals is the same address.
    let email = email.map(|mail| match before {
        Some(before) if before.to_lowercase() == mail => before.to_owned(),
        _ => mail,
    });
    if email.as_deref().is_some_and(|mail| !is_mail_address(mail)) {
        form.refuse("mail", Refusal::NotMail);
    }
    let phone = phone(&mut form);
    let addresses: Vec<Address> = (0..typed.blocks("adresse").min(MAX_ADDRESSES))
        .filter_map(|number| address(&mut form, number, &listing))
        .collect();
    let municipality = municipality(&mut form, &addresses, &listing);
    form.finish(Listing { website, email, phone, addresses, municipality, ..listing })
}

/// A website as people write it: with or without `https://`.
fn website(form: &mut Reader<'_>) -> Option<Website> {
    let typed = form.typed.one("hjemmeside").trim().to_owned();
    if typed.is_empty() {
        return None;
    }
    let whole = if typed.contains("://") { typed } else { format!("https://{typed}") };
    let website = Website::try_from(whole).ok().filter(|site| site.href().len() <= MAX_SHORT);
    if website.is_none() {
        form.refuse("hjemmeside", Refusal::NotWebsite);
    }
    website
}

/// Eight digits or more, with what people put between them.
fn phone(form: &mut Reader<'_>) -> Option<String> {
    let typed = form.some_line("telefon", 30)?;
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    let plain = typed.chars().all(|letter| letter.is_ascii_digit() || " +-().".contains(letter));
    if !plain || !(8..=15).contains(&digits) {
        form.refuse("telefon", Refusal::NotPhone);
    }
    Some(typed)
}

/// A place of business; none when nothing is said of it or it is to go.
fn address(form: &mut Reader<'_>, number: usize, listing: &Listing) -> Option<Address> {
    let name = |field: &str| format!("adresse-{number}-{field}");
    let said = [name("gade"), name("postnr"), name("by")];
    let empty = said.iter().all(|field| form.typed.one(field).trim().is_empty());
    if empty || form.ticked(&name("fjern")) {
        return None;
    }
    let street = form.some_line(&name("gade"), MAX_NAME);
    let postcode = form.digits(&name("postnr"), 4);
    let town = form.needed_line(&name("by"), MAX_NAME);
    let before = listing
        .addresses
        .get(number)
        .filter(|before| (&before.street, &before.postcode, &before.town) == (&street, &postcode, &town));
    let (point, precision) = point(form, &name("punkt"), before, postcode.as_deref(), &town);
    Some(Address { street, postcode, town, point, precision })
}

/// The point that was typed; for an address that is new, the middle of its town.
fn point(
    form: &mut Reader<'_>,
    name: &str,
    before: Option<&Address>,
    postcode: Option<&str>,
    town: &str,
) -> (Option<Point>, Option<Precision>) {
    let typed = form.typed.one(name).trim().to_owned();
    let stored = |address: &Address| address.point.map(point_text).unwrap_or_default();
    if let Some(before) = before.filter(|before| stored(before) == typed) {
        return (before.point, before.precision);
    }
    let moved = before.is_none() && listing_had(form, name, &typed);
    if typed.is_empty() || moved {
        let found = known(postcode, town).map(|place| place.point);
        return (found, found.map(|_| Precision::Town));
    }
    let mut numbers = typed.split([',', ' ', ';']).filter(|part| !part.is_empty()).map(str::parse::<f64>);
    let point = match (numbers.next(), numbers.next(), numbers.next()) {
        (Some(Ok(lat)), Some(Ok(lon)), None) => Some(Point { lat, lon }).filter(|point| point.in_region()),
        _ => None,
    };
    if point.is_none() {
        form.refuse(name, Refusal::NotPoint);
    }
    (point, point.map(|_| Precision::Address))
}

/// Whether the point that was typed is the one the form was opened with: then it belongs to the address
/// before, and not to the new one.
fn listing_had(form: &Reader<'_>, name: &str, typed: &str) -> bool {
    form.typed.one(&format!("{name}-foer")).trim() == typed
}

fn known(postcode: Option<&str>, town: &str) -> Option<&'static Place> {
    place_named(town).or_else(|| place_named(postcode?))
}

/// The municipality that was chosen, or the one of the first address.
fn municipality(
    form: &mut Reader<'_>,
    addresses: &[Address],
    listing: &Listing,
) -> Option<Ref<Municipality>> {
    if let Ok(chosen) = Ref::parse(form.typed.one("kommune")) {
        return Some(chosen);
    }
    let found = of_address(addresses);
    if found.is_none() && (!addresses.is_empty() || listing.is_visible()) {
        form.refuse("kommune", Refusal::UnknownPlace);
    }
    found
}

/// The municipality the first address lies in.
fn of_address(addresses: &[Address]) -> Option<Ref<Municipality>> {
    let first = addresses.first()?;
    known(first.postcode.as_deref(), &first.town)?.municipality
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing() -> Listing {
        serde_json::from_value(serde_json::json!({ "slug": "a", "name": "A", "state": "draft" })).unwrap()
    }

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        let mut typed = Typed::default();
        for (name, value) in pairs {
            typed.put(*name, *value);
        }
        typed
    }

    #[test]
    fn a_town_gives_point_and_municipality() {
        let form =
            typed(&[("adresse-0-postnr", "9530"), ("adresse-0-by", "Støvring"), ("hjemmeside", "a.dk")]);
        let read_in = read(&form, listing()).unwrap();
        assert_eq!(read_in.municipality.map(|place| place.get().slug()), Some("rebild"));
        assert_eq!(read_in.addresses[0].precision, Some(Precision::Town));
        assert_eq!(read_in.website.as_ref().map(Website::href), Some("https://a.dk"));

        let mut moved = fill(&read_in);
        assert_eq!(read(&moved, read_in.clone()), Ok(read_in.clone()), "unchanged");
        moved = typed(&[
            ("adresse-0-by", "Hobro"),
            ("adresse-0-punkt", moved.one("adresse-0-punkt")),
            ("adresse-0-punkt-foer", moved.one("adresse-0-punkt")),
        ]);
        let elsewhere = read(&moved, read_in.clone()).unwrap();
        assert_eq!(elsewhere.municipality.map(|place| place.get().slug()), Some("mariagerfjord"));
        assert_ne!(elsewhere.addresses[0].point, read_in.addresses[0].point);

        let exact = typed(&[("adresse-0-by", "Hobro"), ("adresse-0-punkt", "56.64, 9.79")]);
        assert_eq!(read(&exact, listing()).unwrap().addresses[0].precision, Some(Precision::Address));
    }

    #[test]
    fn what_cannot_be_reached_is_refused() {
        let form = typed(&[
            ("hjemmeside", "javascript:alert(1)"),
            ("mail", "kontakt"),
            ("telefon", "ring bare"),
            ("adresse-0-by", "Byen der ikke findes"),
            ("adresse-0-punkt", "0, 0"),
        ]);
        let refused = read(&form, listing()).unwrap_err();
        let names: Vec<&str> = refused.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["hjemmeside", "mail", "telefon", "adresse-0-punkt", "kommune"]);
    }
}
