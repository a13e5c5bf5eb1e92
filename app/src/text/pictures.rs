//! Words about pictures.

use content::listing::Picture;

use crate::model::{Focus, InvalidFile};

/// Why a file is not taken, and what to do.
#[must_use]
pub fn invalid_file(refused: InvalidFile) -> &'static str {
    match refused {
        InvalidFile::Missing => "Vælg et billede.",
        InvalidFile::TooLarge => "Filen er for stor: højst 12 MB. Gem billedet mindre, og prøv igen.",
        InvalidFile::WrongKind => "Filen er ikke et billede, vi kan vise. Vælg en JPEG, PNG eller WebP.",
        InvalidFile::TooManyPixels => {
            "Billedet har for mange pixels: højst 50 megapixel. Gem det mindre, og prøv igen."
        }
        InvalidFile::Unreadable => "Filen er i stykker, så billedet kan ikke læses. Prøv at gemme det igen.",
        InvalidFile::TooMany => "I har 8 billeder, og flere er der ikke plads til. Slet et af dem først.",
    }
}

/// A part of a picture.
#[must_use]
pub fn focus(focus: Focus) -> &'static str {
    match (focus.x, focus.y) {
        (0, 0) => "øverst til venstre",
        (50, 0) => "øverst i midten",
        (100, 0) => "øverst til højre",
        (0, 50) => "til venstre",
        (100, 50) => "til højre",
        (0, 100) => "nederst til venstre",
        (50, 100) => "nederst i midten",
        (100, 100) => "nederst til højre",
        _ => "i midten",
    }
}

/// Pictures as lines of text, for those who look at changes.
#[must_use]
pub fn pictures(pictures: &[Picture]) -> String {
    let lines = pictures.iter().enumerate().map(|(index, picture)| {
        let Picture { id, alt, width, height, .. } = picture;
        let focus = match Focus::of(picture) {
            Focus { x: 50, y: 50 } => String::new(),
            part => format!(", vigtigst {}", focus(part)),
        };
        // Two pictures may be described alike; the start of the id tells them apart.
        let mark: String = id.chars().take(6).collect();
        format!("{}. {alt} ({width} × {height}{focus}, nr. {mark})", index + 1)
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_told_apart() {
        let picture = |id: &str, focus_x| Picture {
            id: id.to_owned(),
            alt: "Baren".to_owned(),
            width: 800,
            height: 600,
            focus_x,
            focus_y: 50,
        };
        assert_eq!(
            pictures(&[picture("abcdef0123", 50), picture("123", 0)]),
            "1. Baren (800 × 600, nr. abcdef)\n2. Baren (800 × 600, vigtigst til venstre, nr. 123)"
        );
    }
}
