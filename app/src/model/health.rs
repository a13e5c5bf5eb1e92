//! Words of health in what somebody writes about somebody else.

use std::ops::Range;

use content::folding::fold;
use content::taxonomy::health;

/// The words of diagnosis and health in a text, as they stand there, each once. Nothing is refused for them.
#[must_use]
pub fn health_words(text: &str) -> Vec<&str> {
    let places = words(text);
    let folded: Vec<String> = places.iter().map(|place| fold(&text[place.clone()])).collect();
    let mut found: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < places.len() {
        let length = health().iter().map(|word| word.length_in(&folded[at..])).max().unwrap_or(0);
        if length > 0 {
            let met = &text[places[at].start..places[at + length - 1].end];
            if !found.iter().any(|known| fold(known) == fold(met)) {
                found.push(met);
            }
        }
        at += length.max(1);
    }
    found
}

/// Where the words of a text stand, in bytes.
fn words(text: &str) -> Vec<Range<usize>> {
    let sign = |letter: char| !letter.is_alphanumeric();
    let mut from = 0;
    let mut places = Vec::new();
    for piece in text.split_inclusive(sign) {
        let word = piece.trim_end_matches(sign);
        if !word.is_empty() {
            places.push(from..from + word.len());
        }
        from += piece.len();
    }
    places
}

#[cfg(test)]
mod tests {
    use content::seed;

    use super::*;

    #[test]
    fn words_of_health_are_found_however_they_are_written() {
        for (text, words) in [
            ("Hun har angst og ADHD.", vec!["angst", "ADHD"]),
            ("Han er psykisk syg, og har haft et Stofmisbrug", vec!["psykisk syg", "Stofmisbrug"]),
            ("To diagnoser. Diagnoserne er skizofreni", vec!["diagnoser", "Diagnoserne", "skizofreni"]),
            ("Autismespektrum; autisme, AUTISME", vec!["Autismespektrum", "autisme"]),
            ("senhjerneskadet efter en blodprop", vec!["senhjerneskadet", "blodprop"]),
            ("behandlet for kræft", vec!["kræft"]),
            ("sygemeldt siden maj med en depression", vec!["sygemeldt", "depression"]),
            ("kronisk  syg", vec!["kronisk  syg"]),
            ("en psykisk lidelse og psykiske lidelser", vec!["psykisk lidelse", "psykiske lidelser"]),
        ] {
            assert_eq!(health_words(text), words, "{text}");
        }
    }

    #[test]
    fn ordinary_sentences_are_let_be() {
        for text in [
            "",
            "Bekræft gerne ordren, så samler vi kræfterne om leveringen.",
            "Vi søger en praktikplads i køkkenet, 15 timer om ugen, uden stress og med faste rammer.",
            "Er der adgang for kørestol og et handicaptoilet?",
            "Menuen skal være uden nødder: en gæst har allergi.",
            "Ved sygdom vil vi gerne kunne aflyse. Vi dementerer rygtet.",
            "Han vil gerne møde sent og have opgaver med få mennesker omkring sig.",
            "Kan I pakke 500 poser kul og diagnosticere fejl på en truck?",
            "Vi har brug for hjælp til markedsføring, udvikling og medicinsk udstyr.",
            "Hun kan arbejde 10 timer om ugen og har brug for en fast mentor.",
        ] {
            assert_eq!(health_words(text), [""; 0], "{text}");
        }
    }

    /// Two of the offers are to people, and say so; no other word of what is sold is taken for one of health.
    #[test]
    fn what_the_seed_sells_is_let_be() {
        let listings = seed::listings().unwrap();
        let mut found = Vec::new();
        for listing in &listings {
            let texts = listing.offers.iter().flat_map(|offer| [&offer.title, &offer.text]);
            for text in texts.chain([&listing.name, &listing.one_line]) {
                found.extend(health_words(text).into_iter().map(|word| (listing.slug.as_str(), word)));
            }
        }
        assert_eq!(found, [("krobakken", "udviklingshandicap"), ("nordvirk", "autisme")]);
    }
}
