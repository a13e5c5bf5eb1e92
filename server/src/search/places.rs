//! Places in a search text: "catering aalborg", "fleksjob i Rebild", "cafe 9800", "nær Støvring".

use std::ops::Range;

use app::text;
use content::folding::fold;
use content::places::{self, Place};
use content::taxonomy::{Entry, Municipality, Ref};

/// Most words of a place's name.
const LONGEST: usize = 4;
/// How far "nær Støvring" reaches, in kilometres.
const NEAR: u16 = 25;
/// How far the bare name of a town reaches: the town and what lies around it.
const AROUND: u16 = 10;

/// A place found in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What it asks for.
    pub reach: Reach,
    /// Which of the words are its name.
    pub name: Range<usize>,
    /// Which are its name and the little words around it.
    pub words: Range<usize>,
}

/// What a place in a text asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reach {
    /// Lies in one of the municipalities.
    In(&'static [Ref<Municipality>]),
    /// Delivers to one of the municipalities or lies there.
    To(&'static [Ref<Municipality>]),
    /// Lies within so many kilometres of the place.
    Around(&'static Place, u16),
}

impl Reach {
    /// The place to measure from; none for a district of several municipalities.
    pub fn from(self) -> Option<&'static Place> {
        match self {
            Self::In([only]) | Self::To([only]) => places::place_named(&only.get().name),
            Self::In(_) | Self::To(_) => None,
            Self::Around(place, _) => Some(place),
        }
    }

    /// As a visitor reads it on a chip.
    pub fn label(self) -> String {
        match self {
            Self::In(area) => format!("i {}", name(area)),
            Self::To(area) => format!("i eller med levering til {}", name(area)),
            Self::Around(place, km) => format!("højst {km} km fra {}", text::origin(place)),
        }
    }

    /// The place alone.
    pub fn name(self) -> String {
        match self {
            Self::In(area) | Self::To(area) => name(area),
            Self::Around(place, _) => text::origin(place).into_owned(),
        }
    }
}

fn name(area: &[Ref<Municipality>]) -> String {
    match area {
        [only] => only.get().name.clone(),
        all if all.len() == Ref::<Municipality>::every().count() => "hele Nordjylland".to_owned(),
        several => text::listed(&several.iter().map(|place| place.get().label()).collect::<Vec<_>>()),
    }
}

/// The last place named by the words, longest name first, with the little words before it.
pub fn in_words(words: &[&str]) -> Option<Found> {
    (1..=LONGEST.min(words.len())).rev().find_map(|length| {
        (0..=words.len() - length).rev().find_map(|start| {
            let reach = reach(words, start..start + length)?;
            let name = start..start + length;
            Some(Found { reach, words: with_little_words(words, name.clone()), name })
        })
    })
}

fn reach(words: &[&str], range: Range<usize>) -> Option<Reach> {
    let name = words[range.clone()].join(" ");
    let before = range.start.checked_sub(1).map(|index| fold(words[index]));
    let before = before.as_deref();
    let near = before.is_some_and(|word| ["naer", "ved", "omkring", "near", "around"].contains(&word))
        || (before == Some("paa") && range.start > 1 && fold(words[range.start - 2]) == "taet");
    let area = places::area(&name);
    let place = places::place_named(&name);
    match place {
        Some(place) if near => Some(Reach::Around(place, NEAR)),
        _ if !area.is_empty() && before == Some("til") => Some(Reach::To(area)),
        _ if !area.is_empty() => Some(Reach::In(area)),
        // A town its municipality is named after means the whole of it, by name or postcode.
        Some(place) => Some(match place.municipality.map(|municipality| municipality.get().label()) {
            Some(label) if place.name.ends_with(&format!(" {label}")) => Reach::In(places::area(label)),
            _ => Reach::Around(place, AROUND),
        }),
        None => None,
    }
}

/// The range with "i", "tæt på" before it and "kommune", "og omegn" after it.
fn with_little_words(words: &[&str], range: Range<usize>) -> Range<usize> {
    const BEFORE: [&str; 15] = [
        "i", "naer", "ved", "omkring", "til", "fra", "paa", "taet", "in", "near", "around", "to", "at",
        "hele", "inde",
    ];
    const AFTER: [&str; 6] = ["kommune", "kommunes", "og", "omegn", "omraadet", "by"];
    let is = |list: &[&str], index: usize| list.contains(&fold(words[index]).as_str());
    let start = (0..range.start).rev().take_while(|index| is(&BEFORE, *index)).last().unwrap_or(range.start);
    let end = (range.end..words.len()).take_while(|index| is(&AFTER, *index)).last();
    let end = end.map_or(range.end, |last| last + 1);
    start..if end > range.end && fold(words[end - 1]) == "og" { end - 1 } else { end }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, Range<usize>)> {
        let words: Vec<&str> = super::super::analysis::words(text).collect();
        in_words(&words).map(|found| (found.reach.label(), found.words))
    }

    #[test]
    fn places_are_read_with_their_little_words() {
        for (text, label, words) in [
            ("catering aalborg", "i Aalborg Kommune", 1..2),
            ("Ålborg catering", "i Aalborg Kommune", 0..1),
            ("fleksjob i Rebild kommune", "i Rebild Kommune", 1..4),
            ("cafe 9800", "i Hjørring Kommune", 1..2),
            ("cafe 9800 Hjørring", "i Hjørring Kommune", 1..3),
            ("noget tæt på Støvring", "højst 25 km fra Støvring", 1..4),
            ("mad i Klarup og omegn", "højst 10 km fra Klarup", 1..5),
            ("levering til Rebild", "i eller med levering til Rebild Kommune", 1..3),
            ("rengøring i hele nordjylland", "i hele Nordjylland", 1..4),
            ("praktik himmerland", "i Mariagerfjord, Rebild og Vesthimmerland", 1..2),
        ] {
            assert_eq!(read(text), Some((label.to_owned(), words)), "{text}");
        }
        for text in ["", "kantine", "i haven", "1000 kuverter", "københavn"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
