//! How a search text was read, in the visitor's own words.

use crate::model::{Corrected, Reading, SearchQuery};

/// Words that lead to a place and are no part of its name.
const LEADING: [&str; 9] = ["i", "på", "ved", "nær", "omkring", "rundt", "om", "til", "fra"];

/// The words that were searched for: the text without the place named in it.
#[must_use]
pub fn searched<'a>(query: &'a SearchQuery, reading: &'a Reading) -> &'a str {
    reading.place.as_ref().map_or(&query.text, |place| &place.rest)
}

/// The part of a text that is not in the rest, as typed; none when the rest is not part of it.
#[must_use]
pub fn beside(text: &str, rest: &str) -> Option<String> {
    let mut rest = rest.split_whitespace().peekable();
    let mut beside = Vec::new();
    for word in text.split_whitespace() {
        if rest.next_if(|next| alike(next, word)).is_none() {
            beside.push(word);
        }
    }
    (rest.peek().is_none() && !beside.is_empty()).then(|| beside.join(" "))
}

/// The words for a place without those that lead to it: `aalborg` of `i aalborg`.
#[must_use]
pub fn bare_place(words: &str) -> &str {
    let mut bare = words;
    while let Some((first, rest)) = bare.split_once(' ') {
        if !LEADING.contains(&first.to_lowercase().as_str()) {
            break;
        }
        bare = rest;
    }
    bare
}

/// The text with every corrected word as it was searched for.
#[must_use]
pub fn corrected(text: &str, corrected: &[Corrected]) -> String {
    let used = |word| {
        let found = corrected.iter().find(|corrected| alike(&corrected.typed, word));
        found.map_or(word, |corrected| corrected.used.as_str())
    };
    text.split_whitespace().map(used).collect::<Vec<_>>().join(" ")
}

/// Words in quotation marks, in a list: `“a”`, `“a” og “b”`.
#[must_use]
pub fn quoted<S: AsRef<str>>(words: &[S]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| quote(word.as_ref())).collect();
    super::listed(&quoted)
}

/// A visitor's words in quotation marks, cut where they are many.
#[must_use]
pub fn quote(words: &str) -> String {
    format!("“{}”", super::shortened(words, 60))
}

/// Whether two words are one, whatever their case and the punctuation around them.
fn alike(one: &str, other: &str) -> bool {
    let core = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    one == other || core(one) == core(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_what_the_rest_lacks() {
        for (text, rest, place) in [
            ("catering i Aalborg", "catering", Some("i Aalborg")),
            ("Aalborg catering, frokost", "catering frokost", Some("Aalborg")),
            ("aalborg", "", Some("aalborg")),
            ("frokost til aalborg", "frokost til", Some("aalborg")),
            ("catering", "rengøring", None),
            ("catering", "catering", None),
        ] {
            assert_eq!(beside(text, rest).as_deref(), place, "{text}");
        }
    }

    #[test]
    fn a_place_is_quoted_without_what_leads_to_it() {
        assert_eq!(bare_place("rundt om Nørre Vorupør"), "Nørre Vorupør");
        assert_eq!(bare_place("i"), "i");
        assert_eq!(bare_place("Aalborg Øst"), "Aalborg Øst");
    }

    #[test]
    fn corrections_stand_where_the_words_stood() {
        let words = [Corrected { typed: "rengørring".into(), used: "rengøring".into() }];
        assert_eq!(corrected("Rengørring, i aalborg", &words), "rengøring i aalborg");
        assert_eq!(corrected("kantine", &words), "kantine");
    }

    #[test]
    fn words_are_quoted_one_by_one() {
        assert_eq!(quoted(&["a", "b"]), "“a” og “b”");
    }
}
