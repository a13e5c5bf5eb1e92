//! Putting an enterprise into the catalogue.

use chrono::NaiveDate;
use content::Listing;
use content::folding::fold;
use content::listing::{Confirmed, State};
use content::taxonomy::{Ref, Trade};
use serde::Deserialize;

use super::edit::Reader;
use super::{MAX_LINE, MAX_NAME, Refusal, Refusals, Section, Typed};

/// Longest slug made of a name.
const LONGEST_SLUG: usize = 60;

/// The form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct CreateForm(pub Typed);

/// A listing to be made; its slug may be taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Created {
    /// The listing.
    pub listing: Listing,
    /// Whether it is to be made though others are like it.
    pub anyway: bool,
}

impl CreateForm {
    /// The listing the form tells of, waiting for an editor and vouched for today.
    ///
    /// # Errors
    /// Every field that was refused, and why.
    pub fn validate(&self, today: NaiveDate) -> Result<Created, Refusals> {
        let typed = &self.0;
        let mut form = Reader::new(typed);
        let name = form.needed_line("navn", MAX_NAME);
        let one_line = form.needed_line("linje", MAX_LINE);
        let trade = Ref::<Trade>::parse(typed.one("branche"));
        if trade.is_err() {
            form.refuse("branche", Refusal::Missing);
        }
        let refused = form.finish(()).err().unwrap_or_default();
        let empty = Listing {
            one_line,
            trades: trade.into_iter().collect(),
            confirmed: Some(Confirmed { on: today, by: "virksomheden".to_owned() }),
            ..Listing::new(&slug(&name), &name, State::Waiting)
        };
        // The rest is read as the sections read it.
        let identity = Section::Identity.read(typed, empty.clone(), today, false);
        let contact = Section::Contact.read(typed, empty, today, false);
        match (refused.is_empty(), identity, contact) {
            (true, Ok(identity), Ok(contact)) => {
                let listing = Listing { cvr: identity.cvr, ..contact };
                Ok(Created { listing, anyway: !typed.one("alligevel").is_empty() })
            }
            (_, identity, contact) => {
                let mut all = refused;
                for more in [identity.err(), contact.err()].into_iter().flatten().flatten() {
                    if all.iter().all(|(name, _)| *name != more.0) {
                        all.push(more);
                    }
                }
                Err(all)
            }
        }
    }
}

/// A name as it stands in addresses.
fn slug(name: &str) -> String {
    let folded = fold(name);
    let parts = folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let mut slug = String::new();
    for part in parts {
        if slug.len() + part.len() >= LONGEST_SLUG {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(part);
    }
    if slug.is_empty() { "virksomhed".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(pairs: &[(&str, &str)]) -> CreateForm {
        let mut typed = Typed::default();
        for (name, value) in pairs {
            typed.put(*name, *value);
        }
        CreateForm(typed)
    }

    #[test]
    fn what_is_made_may_be_seen_once_an_editor_has_looked() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let whole = form(&[
            ("navn", "Ål & Øl, Hjørring ApS"),
            ("linje", "Røget ål"),
            ("branche", "foedevareproduktion"),
            ("adresse-0-by", "Hjørring"),
        ]);
        let created = whole.validate(today).unwrap();
        assert_eq!(created.listing.slug, "aal-oel-hjoerring-aps");
        let visible = Listing { state: State::Public, ..created.listing };
        assert_eq!(visible.problems(), []);
        let refused = form(&[("cvr", "12345678")]).validate(today).unwrap_err();
        let names: Vec<&str> = refused.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["navn", "linje", "branche", "cvr"]);
    }
}
