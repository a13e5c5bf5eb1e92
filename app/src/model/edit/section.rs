//! The sections a listing is edited in.

use chrono::NaiveDate;
use content::Listing;

use super::{Refusals, Typed, contact, delivery, identity, places, sales};

/// A part of a listing that is edited on one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Who the enterprise is.
    Identity,
    /// What it sells.
    Sales,
    /// Where it delivers.
    Delivery,
    /// Places for people.
    Places,
    /// How and where it is reached.
    Contact,
}

impl Section {
    /// All, in the order of the pages.
    pub const ALL: [Self; 5] = [Self::Identity, Self::Sales, Self::Delivery, Self::Places, Self::Contact];

    /// Fields that change what the catalogue vouches for: they wait for an editor.
    pub const RISKY: [&'static str; 6] = ["name", "cvr", "label", "website", "email", "phone"];

    /// The last part of its address.
    #[must_use]
    pub fn part(self) -> &'static str {
        match self {
            Self::Identity => "hvem",
            Self::Sales => "salg",
            Self::Delivery => "levering",
            Self::Places => "plads",
            Self::Contact => "kontakt",
        }
    }

    /// The section with this last part of its address.
    #[must_use]
    pub fn from_part(part: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.part() == part)
    }

    /// Its heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Identity => "Hvem I er",
            Self::Sales => "Hvad I sælger",
            Self::Delivery => "Hvor I leverer",
            Self::Places => "Plads til mennesker",
            Self::Contact => "Kontakt",
        }
    }

    /// The form as it stands for the listing.
    #[must_use]
    pub fn fill(self, listing: &Listing) -> Typed {
        match self {
            Self::Identity => identity::fill(listing),
            Self::Sales => sales::fill(listing),
            Self::Delivery => delivery::fill(listing),
            Self::Places => places::fill(listing),
            Self::Contact => contact::fill(listing),
        }
    }

    /// The listing with what was typed, on this day; `editor` may say more than the enterprise.
    ///
    /// # Errors
    /// Every field that was refused, and why.
    pub fn read(
        self,
        typed: &Typed,
        listing: Listing,
        today: NaiveDate,
        editor: bool,
    ) -> Result<Listing, Refusals> {
        match self {
            Self::Identity => identity::read(typed, listing, today, editor),
            Self::Sales => sales::read(typed, listing),
            Self::Delivery => delivery::read(typed, listing),
            Self::Places => places::read(typed, listing, today),
            Self::Contact => contact::read(typed, listing),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a section fills, it reads back as it was: opening and saving changes nothing.
    #[test]
    fn saving_what_was_opened_changes_nothing() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        for listing in content::seed::listings().unwrap() {
            for section in Section::ALL {
                let read = section.read(&section.fill(&listing), listing.clone(), today, false);
                assert_eq!(read, Ok(listing.clone()), "{} {section:?}", listing.slug);
            }
        }
    }
}
