//! Pictures as they are sent, refused and described.

use content::listing::{MAX_ALT, Picture};
use serde::Deserialize;

use super::{InvalidText, without_cpr};

/// What goes with a file that is sent.
#[derive(Debug, Clone, Default)]
pub struct PictureForm {
    /// What it shows.
    pub tekst: String,
    /// Whether it is the logo.
    pub logo: bool,
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidFile {
    /// None was chosen.
    Missing,
    /// More bytes than are taken.
    TooLarge,
    /// Neither JPEG, PNG nor WebP, whatever its name says.
    WrongKind,
    /// More pixels than are decoded.
    TooManyPixels,
    /// It is damaged.
    Unreadable,
    /// The listing has as many as it may have.
    TooMany,
}

impl InvalidFile {
    /// All of them with their names in the store.
    const ALL: [(Self, &str); 6] = [
        (Self::Missing, "missing"),
        (Self::TooLarge, "too_large"),
        (Self::WrongKind, "wrong_kind"),
        (Self::TooManyPixels, "too_many_pixels"),
        (Self::Unreadable, "unreadable"),
        (Self::TooMany, "too_many"),
    ];

    /// As it stands in the store.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(known, _)| *known == self).map_or("", |(_, name)| name)
    }

    /// The reason with this name; one that only a later version of this program knows is a damaged file.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        Self::ALL.iter().find(|(_, known)| *known == name).map_or(Self::Unreadable, |(reason, _)| *reason)
    }
}

/// What is wrong with what was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct InvalidPicture {
    /// With the file.
    pub file: Option<InvalidFile>,
    /// With the text.
    pub text: Option<InvalidText>,
}

impl PictureForm {
    /// What it shows, in one line.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn validate(&self) -> Result<String, InvalidText> {
        alt(&self.tekst)
    }
}

/// What a picture shows, and what of it must be seen.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct PictureTextForm {
    /// Which picture.
    pub id: String,
    /// What it shows.
    #[serde(default)]
    pub tekst: String,
    /// What must never be cut off, by the name of a [`Focus`].
    #[serde(default)]
    pub fokus: String,
}

impl PictureTextForm {
    /// What it shows, and what of it must be seen.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn validate(&self) -> Result<(String, Focus), InvalidText> {
        Ok((alt(&self.tekst)?, Focus::parse(&self.fokus)))
    }
}

/// What of the page about pictures was refused.
#[derive(Debug, Clone, Copy)]
pub enum PicturesRefused<'a> {
    /// Nothing.
    Nothing,
    /// Nothing; too many were sent for now.
    TooOften,
    /// A picture that was sent.
    Sent(InvalidPicture),
    /// What a picture shows, as it was typed.
    Text(&'a PictureTextForm, InvalidText),
}

/// One of nine parts of a picture: how far from the left and from the top, in per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Focus {
    /// From the left: 0, 50 or 100.
    pub x: u8,
    /// From the top: 0, 50 or 100.
    pub y: u8,
}

impl Focus {
    /// All nine in the order they are read.
    pub const ALL: [Self; 9] = [
        Self { x: 0, y: 0 },
        Self { x: 50, y: 0 },
        Self { x: 100, y: 0 },
        Self { x: 0, y: 50 },
        Self { x: 50, y: 50 },
        Self { x: 100, y: 50 },
        Self { x: 0, y: 100 },
        Self { x: 50, y: 100 },
        Self { x: 100, y: 100 },
    ];

    /// The part in which a picture's focus lies.
    #[must_use]
    pub fn of(picture: &Picture) -> Self {
        let nearest = |per_cent: u8| match per_cent {
            0..25 => 0,
            25..=75 => 50,
            76.. => 100,
        };
        Self { x: nearest(picture.focus_x), y: nearest(picture.focus_y) }
    }

    /// As it stands in a form, and in the name of the class that keeps it in sight.
    #[must_use]
    pub fn name(self) -> String {
        format!("{}-{}", self.x, self.y)
    }

    /// The part with this name; nonsense is the middle.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        let found = Self::ALL.into_iter().find(|focus| focus.name() == name);
        found.unwrap_or(Self { x: 50, y: 50 })
    }
}

/// A picture that was sent and cannot be seen yet, or never will.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingPicture {
    /// Its number.
    pub id: i64,
    /// What it shows.
    pub alt: String,
    /// Whether it is the logo.
    pub logo: bool,
    /// Why it is not taken.
    pub refused: Option<InvalidFile>,
}

fn alt(typed: &str) -> Result<String, InvalidText> {
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        Err(InvalidText::Missing)
    } else if without_cpr(&text).1 {
        Err(InvalidText::Cpr)
    } else if text.chars().count() > MAX_ALT {
        Err(InvalidText::TooLong)
    } else {
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_picture_shows_must_be_said() {
        let said = |tekst: &str| PictureForm { tekst: tekst.to_owned(), logo: false }.validate();
        assert_eq!(said(" Kaffebaren\r\n i Hobro "), Ok("Kaffebaren i Hobro".to_owned()));
        assert_eq!(said(" "), Err(InvalidText::Missing));
        assert_eq!(said("Anne 010190-1234"), Err(InvalidText::Cpr));
        assert_eq!(said(&"a".repeat(301)), Err(InvalidText::TooLong));
    }

    #[test]
    fn parts_and_reasons_are_found_by_their_names() {
        for focus in Focus::ALL {
            assert_eq!(Focus::parse(&focus.name()), focus);
        }
        assert_eq!(Focus::parse("7-x"), Focus { x: 50, y: 50 });
        for (reason, name) in InvalidFile::ALL {
            assert_eq!((reason.name(), InvalidFile::from_name(name)), (name, reason));
        }
    }
}
