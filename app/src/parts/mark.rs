//! Words of a search, marked where they stand in a text.

use leptos::either::Either;
use leptos::prelude::*;

/// The text with every one of the words in `<mark>`, whatever their case.
pub fn marked<'a>(text: &'a str, words: &[String]) -> impl IntoView + use<'a> {
    let pieces = pieces(text, words).into_iter();
    pieces
        .map(
            |(met, piece)| {
                if met { Either::Left(view! { <mark>{piece}</mark> }) } else { Either::Right(piece) }
            },
        )
        .collect::<Vec<_>>()
}

/// Whether any of the words stands in the text.
pub fn holds(text: &str, words: &[String]) -> bool {
    runs(text).any(|(start, end)| words.iter().any(|word| same(word, &text[start..end])))
}

/// For each of the words whether it stands in the text, whatever its case: one pass for all.
pub fn standing(words: &[String], text: &str) -> Vec<bool> {
    let mut found = vec![false; words.len()];
    for (start, end) in runs(text) {
        for (found, word) in found.iter_mut().zip(words) {
            *found |= same(word, &text[start..end]);
        }
    }
    found
}

/// The text in pieces, each with whether it is one of the words.
fn pieces<'a>(text: &'a str, words: &[String]) -> Vec<(bool, &'a str)> {
    let mut pieces = Vec::with_capacity(1);
    let mut from = 0;
    if !words.is_empty() {
        for (start, end) in runs(text) {
            if words.iter().any(|word| same(word, &text[start..end])) {
                pieces.extend((from < start).then(|| (false, &text[from..start])));
                pieces.push((true, &text[start..end]));
                from = end;
            }
        }
    }
    pieces.extend((from < text.len()).then(|| (false, &text[from..])));
    pieces
}

/// Runs of letters and digits as byte ranges.
fn runs(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(is_letter)?;
        let end = text[start..].find(|letter| !is_letter(letter)).map_or(text.len(), |length| start + length);
        from = end;
        Some((start, end))
    })
}

/// Whether a letter or digit; those of ASCII without a look at Unicode's tables.
fn is_letter(letter: char) -> bool {
    if letter.is_ascii() { letter.is_ascii_alphanumeric() } else { letter.is_alphanumeric() }
}

/// Whether two words are one, whatever their case, which changes no letter's length here.
pub fn same(one: &str, other: &str) -> bool {
    fn lower(text: &str) -> impl Iterator<Item = char> {
        text.chars().flat_map(char::to_lowercase)
    }
    one.len() == other.len()
        && (one.eq_ignore_ascii_case(other) || (!one.is_ascii() && lower(one).eq(lower(other))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::html;

    fn shown(text: &str, words: &[&str]) -> String {
        let words: Vec<String> = words.iter().map(ToString::to_string).collect();
        html(marked(text, &words))
    }

    #[test]
    fn whole_words_are_marked_whatever_their_case() {
        assert_eq!(shown("Mad til møder", &["mad", "MØDER"]), "<mark>Mad</mark> til <mark>møder</mark>");
        assert_eq!(shown("Madvogn med mad", &["mad"]), "Madvogn med <mark>mad</mark>");
        assert_eq!(shown("Øl & \"brød\"", &["brød", "<b>"]), "Øl &amp; \"<mark>brød</mark>\"");
        assert_eq!(shown("", &["a"]), "");
        assert_eq!(shown("ærø", &[]), "ærø");
    }

    #[test]
    fn a_word_stands_in_a_text_when_it_stands_there_whole() {
        let words = ["ØL".to_owned(), "vin".to_owned(), "mad".to_owned()];
        assert_eq!(standing(&words, "Madvogn, øl & vand"), [true, false, false]);
        assert!(holds("Øl og mad", &words) && !holds("Madvogn", &words) && !holds("Øl", &[]));
    }
}
