//! The sentence of a longer text that holds the words of a search.

use super::mark::standing;

/// Most characters of a snippet.
const MOST: usize = 160;
/// Shortened words that end in a full stop and no sentence.
const SHORT: [&str; 13] =
    ["nr", "skt", "sct", "st", "dr", "gl", "ndr", "sdr", "kl", "ca", "tlf", "pct", "inkl"];

/// The sentence of the text with most of the wanted words, then with most of all words; at
/// most 160 characters of it, cut between words. None when no wanted word stands there.
/// `wanted` says of each word whether it is.
pub fn snippet(text: &str, words: &[String], wanted: &[bool]) -> Option<String> {
    let fit = |sentence: &str| {
        let found = standing(words, sentence);
        let also_wanted = found.iter().zip(wanted).filter(|(found, wanted)| **found && **wanted);
        (also_wanted.count(), found.iter().filter(|found| **found).count())
    };
    let mut best = ((0, 0), "");
    for sentence in sentences(text) {
        let fit = fit(sentence);
        if fit.0 > 0 && fit > best.0 {
            best = (fit, sentence);
        }
    }
    let (_, sentence) = best;
    (!sentence.is_empty()).then(|| cut(sentence, fit))
}

/// The sentences of a text on one line. A full stop in `f.eks.`, `nr.` or `ca.` ends none.
fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(['.', '!', '?']) {
        let after = &text[at + 1..];
        let begins = after.strip_prefix(' ').and_then(|next| next.chars().next());
        let word = text[from..at].rsplit(' ').next().unwrap_or_default();
        let short = word.contains('.') || SHORT.contains(&word.to_lowercase().as_str());
        if begins.is_some_and(|letter| !letter.is_lowercase()) && !short {
            sentences.push(text[from..=at].trim());
            from = at + 1;
        }
    }
    sentences.push(text[from..].trim());
    sentences
}

/// As much of the sentence as there is room for, where it fits best, from its beginning if possible.
fn cut(sentence: &str, fit: impl Fn(&str) -> (usize, usize)) -> String {
    if sentence.chars().count() <= MOST {
        return sentence.to_owned();
    }
    let windows = windows(sentence);
    let fits: Vec<_> = windows.iter().map(|window| fit(window)).collect();
    let Some(best) = fits.iter().max().filter(|best| best.0 > 0) else {
        return crate::text::shortened(sentence, MOST);
    };
    let first = fits.iter().position(|fit| fit == best).unwrap_or_default();
    let equal = fits[first..].iter().take_while(|fit| *fit == best).count();
    // From the beginning, or with as many words before as after what fits.
    let window = windows[if first == 0 { 0 } else { first + (equal - 1) / 2 }];
    let before = if sentence.starts_with(window) { "" } else { "…" };
    let (window, after) = if sentence.ends_with(window) {
        (window, "")
    } else {
        (window.trim_end_matches([',', ';', ':', ' ', '–']), "…")
    };
    format!("{before}{window}{after}")
}

/// From every word of the sentence on, as many whole words as there is room for beside two ellipses.
fn windows(sentence: &str) -> Vec<&str> {
    let starts: Vec<usize> =
        std::iter::once(0).chain(sentence.match_indices(' ').map(|(at, _)| at + 1)).collect();
    let ends: Vec<usize> = starts[1..].iter().map(|start| start - 1).chain([sentence.len()]).collect();
    let fitting = starts.iter().enumerate().filter_map(|(index, &start)| {
        let fits = |end: &&usize| sentence[start..**end].chars().count() <= MOST - 2;
        ends[index..].iter().take_while(fits).last().map(|&end| &sentence[start..end])
    });
    fitting.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(text: &str, words: &[&str]) -> Option<String> {
        let words: Vec<String> = words.iter().map(ToString::to_string).collect();
        snippet(text, &words, &vec![true; words.len()])
    }

    #[test]
    fn the_sentence_with_most_of_the_words_is_shown() {
        let text =
            "Vi laver mad. Maden er f.eks. grød, ca. 20 slags, i Nr. Sundby. Kom og smag på grød og brød!";
        assert_eq!(shown(text, &["grød"]).unwrap(), "Maden er f.eks. grød, ca. 20 slags, i Nr. Sundby.");
        assert_eq!(shown(text, &["grød", "brød"]).unwrap(), "Kom og smag på grød og brød!");
        assert_eq!(shown(text, &["mad"]).unwrap(), "Vi laver mad.");
        assert_eq!(shown(text, &["kage"]), None);
        assert_eq!(shown("", &["kage"]), None);
    }

    #[test]
    fn a_long_sentence_is_cut_between_words_around_what_fits() {
        let long = "og så videre ".repeat(30);
        let text = format!("Først {long}så grød til alle {long}til sidst");
        let snippet = shown(&text, &["grød"]).unwrap();
        assert!(
            snippet.starts_with('…') && snippet.ends_with('…') && snippet.contains(" grød "),
            "{snippet}"
        );
        assert!(shown(&text, &["først"]).unwrap().starts_with("Først og"));
        assert!(shown(&text, &["sidst"]).unwrap().ends_with("til sidst"));
        let one = "a".repeat(400);
        assert_eq!(shown(&one, &[&one]).unwrap().chars().count(), MOST);
    }

    proptest! {
        #[test]
        fn a_snippet_is_never_too_long(text in "([a-zæøåA-Z.,!?]{1,12} ){0,80}", word in "[a-zæø]{1,3}") {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if let Some(snippet) = shown(&text, &[&word]) {
                prop_assert!(snippet.chars().count() <= MOST);
                prop_assert!(standing(std::slice::from_ref(&word), &snippet)[0]);
            }
        }
    }
}
