//! The seed listings: one file each in `content/listings/`, named by slug.

use std::collections::HashSet;

use crate::files::Folder;
use crate::{Fault, Listing};

/// Words only a verified listing may carry (law 711/2014 § 3).
const PROTECTED: &str = "registreret socialøkonomisk virksomhed";

/// All seed listings, sorted by slug.
///
/// # Errors
/// Every mistake found, each by file and line.
pub fn listings() -> Result<Vec<Listing>, Vec<Fault>> {
    let mut listings = Vec::new();
    let mut faults = Vec::new();
    for file in Folder::Listings.files("toml") {
        match file.map_err(|fault| vec![fault]).and_then(|(path, text)| parse(&path, text)) {
            Ok(listing) => listings.push(listing),
            Err(found) => faults.extend(found),
        }
    }
    let slugs: HashSet<&str> = listings.iter().map(|listing| listing.slug.as_str()).collect();
    for listing in &listings {
        if let Some(parent) = &listing.parent_slug
            && !slugs.contains(parent.as_str())
        {
            faults.push(Fault::new(
                format!("listings/{}.toml", listing.slug),
                0,
                format!("parent_slug “{parent}” is no listing"),
            ));
        }
    }
    if faults.is_empty() { Ok(listings) } else { Err(faults) }
}

fn parse(path: &str, text: &str) -> Result<Listing, Vec<Fault>> {
    let listing: Listing = toml::from_str(text).map_err(|error| vec![Fault::toml(path, text, &error)])?;
    let mut faults: Vec<Fault> = listing
        .problems()
        .into_iter()
        .map(|problem| Fault::at(path, text, problem.field, problem.to_string()))
        .collect();
    if path != format!("listings/{}.toml", listing.slug) {
        faults.push(Fault::at(path, text, "slug", "slug and file name differ"));
    }
    let verified = listing.label.as_ref().is_some_and(|label| label.verified.is_some());
    if !verified && text.to_lowercase().contains(PROTECTED) {
        faults.push(Fault::at(
            &path.to_lowercase(),
            &text.to_lowercase(),
            PROTECTED,
            "only a verified listing may carry these words",
        ));
    }
    if faults.is_empty() { Ok(listing) } else { Err(faults) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::listing::State;

    #[test]
    fn every_seed_listing_is_right() {
        if let Err(faults) = listings() {
            let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
            panic!("\n{}", lines.join("\n"));
        }
    }

    #[test]
    fn seed_follows_the_rules_of_publication() {
        for listing in listings().unwrap() {
            assert!(listing.source.is_some(), "{} has no source", listing.slug);
            assert!(listing.confirmed.is_none(), "{} is not confirmed", listing.slug);
            assert!(listing.phone.is_none() && listing.email.is_none(), "{}", listing.slug);
            if listing.state == State::Public {
                assert!(!listing.offers.is_empty(), "{} offers nothing", listing.slug);
            }
        }
    }

    const GOOD: &str = "slug = \"a\"\nname = \"A\"\nstate = \"draft\"\n";

    fn message(text: &str) -> String {
        let faults = parse("listings/a.toml", text).unwrap_err();
        faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn mistakes_name_file_and_line() {
        assert!(parse("listings/a.toml", GOOD).is_ok());
        assert_eq!(
            message(&format!("{GOOD}trades = [\"nope\"]\n")),
            "content/listings/a.toml:4: “nope” is not a slug in content/taxonomy/trades.toml"
        );
        assert_eq!(
            message(&format!("{GOOD}colour = 1\n")).split("expected").next(),
            Some("content/listings/a.toml:4: unknown field `colour`, ")
        );
        assert_eq!(
            message(&GOOD.replace("slug = \"a\"", "slug = \"b\"")),
            "content/listings/a.toml:1: slug and file name differ"
        );
        assert_eq!(
            message(&format!("{GOOD}cvr = \"12345678\"\n")),
            "content/listings/a.toml:4: not a CVR number: eight digits with a right check digit"
        );
        assert_eq!(
            message(&format!("{GOOD}description = \"En Registreret socialøkonomisk virksomhed\"\n")),
            "content/listings/a.toml:4: only a verified listing may carry these words"
        );
    }
}
