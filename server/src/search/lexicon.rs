//! All words the search knows, to complete half words and mend mistakes.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock};

use content::folding::fold;
use content::places;
use content::taxonomy::{
    Consideration, Cooperation, Municipality, Scheme, Service, Task, Term, Trade, language,
};
use fixedbitset::FixedBitSet;
use fst::automaton::{Automaton, Str};
use fst::{IntoStreamer, Map, Streamer};
use levenshtein_automata::{Distance, LevenshteinAutomatonBuilder};

use super::analysis::{Analyser, Word, words};

/// Most words looked at to complete a half word.
const COMPLETIONS: usize = 200;
/// Most letters of a word that may be mistyped; the automaton grows with them.
const LONGEST: usize = 24;

/// The words of all listings, each analysed once: a catalogue says the same words again and again.
#[derive(Default)]
pub struct Lexicon {
    analyser: Analyser,
    numbers: HashMap<Box<str>, u32>,
    words: Vec<Arc<Word>>,
    vocabulary: Arc<Vocabulary>,
}

impl Lexicon {
    /// The word with its number, analysed now or before.
    pub fn word(&mut self, surface: &str) -> (u32, Arc<Word>) {
        if let Some(number) = self.numbers.get(surface) {
            return (*number, self.words[*number as usize].clone());
        }
        let word = Arc::new(self.analyser.word(surface));
        let number = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.numbers.insert(surface.into(), number);
        self.words.push(word.clone());
        (number, word)
    }

    /// All words known by now.
    pub fn vocabulary(&mut self) -> Arc<Vocabulary> {
        if self.vocabulary.words.len() != self.words.len() {
            self.vocabulary = Arc::new(Vocabulary::new(self.words.clone()));
        }
        self.vocabulary.clone()
    }
}

/// Words the editors' files hold: they are known before the first listing says them.
fn taught() -> impl Iterator<Item = &'static str> {
    fn of<T: Term>() -> impl Iterator<Item = &'static str> {
        let texts =
            T::all().iter().flat_map(|term| term.search().iter().map(String::as_str).chain([term.label()]));
        texts.flat_map(words)
    }
    let language = language();
    let groups = language.synonyms.group.iter().flat_map(|group| &group.words);
    let oneway = language.synonyms.oneway.keys();
    let taught = groups.chain(oneway).chain(&language.words.parts);
    let vocabularies = of::<Trade>()
        .chain(of::<Service>())
        .chain(of::<Scheme>())
        .chain(of::<Task>())
        .chain(of::<Consideration>())
        .chain(of::<Cooperation>())
        .chain(of::<Municipality>());
    let towns = places::towns().iter().flat_map(|town| words(&town.name));
    taught.flat_map(|text| words(text)).chain(vocabularies).chain(towns)
}

/// The words of all listings by number and by term, and all words known by folded spelling.
#[derive(Default)]
pub struct Vocabulary {
    words: Vec<Arc<Word>>,
    by_term: HashMap<String, Vec<u32>>,
    /// The spellings in one small automaton, the words of the editors' files among them.
    spellings: Map<Vec<u8>>,
    /// As a reader would write them, by the numbers in the automaton.
    written: Vec<Box<str>>,
}

impl Vocabulary {
    fn new(words: Vec<Arc<Word>>) -> Self {
        let mut by_term = HashMap::<String, Vec<u32>>::new();
        let mut sorted = BTreeMap::<String, &str>::new();
        for (number, word) in (0_u32..).zip(&words) {
            for term in word.terms() {
                by_term.entry(term.to_owned()).or_default().push(number);
            }
            sorted.entry(fold(&word.surface)).or_insert(&word.surface);
        }
        for word in taught() {
            sorted.entry(fold(word)).or_insert(word);
        }
        sorted.retain(|folded, _| folded.len() >= 3);
        let written = sorted.values().map(|surface| surface.to_lowercase().into()).collect();
        let spellings = Map::from_iter(sorted.into_keys().zip(0..)).unwrap_or_default();
        Self { words, by_term, spellings, written }
    }

    /// The word with this number, as it stands in listings.
    #[must_use]
    pub fn surface(&self, number: u32) -> &str {
        &self.words[number as usize].surface
    }

    /// The numbers of the words that one of the terms finds.
    pub fn found_by<'a>(&self, terms: impl Iterator<Item = &'a str>) -> FixedBitSet {
        let mut found = FixedBitSet::with_capacity(self.words.len());
        for numbers in terms.filter_map(|term| self.by_term.get(term)) {
            found.extend(numbers.iter().map(|number| *number as usize));
        }
        found
    }

    /// Whether the folded word is known.
    #[must_use]
    pub fn knows(&self, folded: &str) -> bool {
        self.spellings.contains_key(folded)
    }

    /// Words that begin with the folded text, as a reader would write them.
    #[must_use]
    pub fn beginning_with(&self, folded: &str) -> Vec<&str> {
        let mut found = Vec::new();
        let mut stream = self.spellings.search(Str::new(folded).starts_with()).into_stream();
        while let Some((_, number)) = stream.next() {
            found.extend(self.written(number));
            if found.len() == COMPLETIONS {
                break;
            }
        }
        found
    }

    /// Words one mistake away from a folded word, or two when it is long, the nearest
    /// first; an exchange of two letters is one mistake. None for short words and numbers.
    #[must_use]
    pub fn like(&self, folded: &str) -> Vec<(u8, &str)> {
        let Some(builder) = mistakes(folded) else { return Vec::new() };
        let automaton = builder.build_dfa(folded);
        let mut found = Vec::new();
        let mut stream = self.spellings.search_with_state(&automaton).into_stream();
        while let Some((_, number, state)) = stream.next() {
            if let Distance::Exact(distance) = automaton.distance(state) {
                found.extend(self.written(number).map(|surface| (distance, surface)));
            }
        }
        found.sort_by_key(|(distance, _)| *distance);
        found
    }

    /// Folded words that begin with something like the folded text, one mistake apart or two when
    /// it is long, the nearest first, then those with the same first letter.
    #[must_use]
    pub fn beginning_like(&self, folded: &str) -> Vec<String> {
        let Some(builder) = mistakes(folded) else { return Vec::new() };
        let automaton = builder.build_prefix_dfa(folded);
        let mut found: Vec<(u8, bool, String)> = Vec::new();
        let mut stream = self.spellings.search_with_state(&automaton).into_stream();
        while let Some((word, _, state)) = stream.next() {
            if let (Distance::Exact(distance), Ok(word)) =
                (automaton.distance(state), std::str::from_utf8(word))
            {
                found.push((distance, word.as_bytes()[0] != folded.as_bytes()[0], word.to_owned()));
            }
            if found.len() == COMPLETIONS {
                break;
            }
        }
        found.sort_unstable();
        found.into_iter().map(|(.., word)| word).collect()
    }

    fn written(&self, number: u64) -> Option<&str> {
        self.written.get(usize::try_from(number).ok()?).map(AsRef::as_ref)
    }
}

/// How many mistakes a folded word may hold: none in short words and numbers, and in words
/// longer than any real one.
fn mistakes(folded: &str) -> Option<&'static LevenshteinAutomatonBuilder> {
    static ONE: LazyLock<LevenshteinAutomatonBuilder> =
        LazyLock::new(|| LevenshteinAutomatonBuilder::new(1, true));
    static TWO: LazyLock<LevenshteinAutomatonBuilder> =
        LazyLock::new(|| LevenshteinAutomatonBuilder::new(2, true));
    match folded.len() {
        _ if folded.contains(|letter: char| letter.is_ascii_digit()) => None,
        4..=8 => Some(&ONE),
        9..=LONGEST => Some(&TWO),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        let mut lexicon = Lexicon::default();
        for surface in ["Rengøring", "rengøre", "kantine", "Café", "have"] {
            lexicon.word(surface);
        }
        Vocabulary::new(lexicon.words)
    }

    #[test]
    fn half_words_are_completed() {
        let vocabulary = vocabulary();
        let found = vocabulary.beginning_with("rengoe");
        assert!(found.contains(&"rengøre") && found.contains(&"rengøring"), "{found:?}");
        assert!(found.iter().all(|word| word.starts_with("rengø")), "{found:?}");
        assert_eq!(vocabulary.beginning_with("zz"), [""; 0]);
    }

    #[test]
    fn mistakes_are_seen() {
        let vocabulary = vocabulary();
        for (typed, meant) in [
            ("rengoerring", "rengøring"),
            ("rengoeirng", "rengøring"),
            ("kantin", "kantine"),
            ("kanttine", "kantine"),
            ("cfae", "café"),
        ] {
            let found = vocabulary.like(typed);
            assert!(
                found.iter().any(|(distance, word)| *distance == found[0].0 && *word == meant),
                "{typed}"
            );
        }
        assert!(vocabulary.like("hav").is_empty());
        assert!(vocabulary.like("1234567").is_empty());
        assert!(vocabulary.like("brandbil").is_empty());
    }
}
