//! From a search text to what would answer it.
//!
//! Each telling word becomes a [`Wish`] with several [`Way`]s to meet it, each worth
//! less than the word itself:
//!
//! - the word's own term, and the verb it is made of ("polering": polere);
//! - the word joined with its neighbour ("have arbejde": havearbejde);
//! - synonyms of the word, and of the phrases it stands in ("slette data": datasletning);
//! - the parts of a compound that say something ("kantinedrift": kantine).
//!
//! A word that nothing meets so far is taken for half a word ("rengø"), then for a compound
//! whose last part must do ("kontorcomputere"), then for a mistake ("rengørring"): so what is met exactly is never pushed aside by what is guessed.
//!
//! Words that say nothing are passed over, and general words ("firma", "opgave") count
//! for little, unless there are no others.

use std::collections::HashMap;

use app::model::{Corrected, PlaceInText};
use content::folding::fold;
use content::places;
use tantivy::TantivyError;

use super::analysis::words;
use super::index::{SearchIndex, Searchable};
use super::places::{Found, Reach, in_words};

/// Most words of a search that are looked at.
const MAX_WORDS: usize = 16;
/// Most words nothing meets that are guessed at in one search.
const MAX_MENDED: usize = 5;

/// What the ways are worth beside the word itself.
mod worth {
    pub const JOINED: f32 = 0.95;
    pub const PHRASE: f32 = 0.8;
    pub const ROOT: f32 = 0.7;
    pub const SYNONYM: f32 = 0.65;
    pub const PARTS: f32 = 0.6;
}

/// A search text, read.
#[derive(Debug, Default)]
pub struct Reading {
    /// The place it names.
    pub place: Option<(Reach, PlaceInText)>,
    /// It is the name of a listing.
    pub is_name: bool,
    /// What its words ask for; empty when it asks for nothing but a place.
    pub wishes: Vec<Wish>,
    /// Words taken for mistakes.
    pub corrected: Vec<Corrected>,
    /// Words nothing answers, as typed.
    pub unmet: Vec<String>,
}

impl Reading {
    /// As the page tells it.
    #[must_use]
    pub fn told(&self) -> app::model::Reading {
        app::model::Reading {
            place: self.place.as_ref().map(|(_, place)| place.clone()),
            corrected: self.corrected.clone(),
            unmet: self.unmet.clone(),
        }
    }
}

/// One word of a search and what meets it.
#[derive(Debug)]
pub struct Wish {
    /// As typed.
    pub typed: String,
    /// Too general to be required.
    pub weak: bool,
    /// What meets it.
    pub ways: Vec<Way>,
}

/// Terms that meet a word together, and what that is worth of the word itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// All of them must be there.
    pub terms: Vec<String>,
    /// From 0 to 1.
    pub worth: f32,
}

impl Way {
    pub(super) fn one(term: String, worth: f32) -> Self {
        Self { terms: vec![term], worth }
    }
}

/// A word of the text with what it is looked up by.
pub(super) struct Token<'a> {
    pub typed: &'a str,
    pub folded: String,
    pub term: String,
}

impl SearchIndex {
    /// Reads a text against one state of the catalogue. Taken `literal`ly, no word is mended and
    /// none is a place.
    ///
    /// # Errors
    /// When tantivy cannot read its index.
    pub fn read(&self, state: &Searchable, text: &str, literal: bool) -> Result<Reading, TantivyError> {
        let mut reading = self.read_once(state, text, literal)?;
        // A mended word may be a place: "hjøring".
        let names_place = |word: &Corrected| places::place_named(&word.used).is_some();
        if reading.place.is_none()
            && let Some(word) = reading.corrected.iter().find(|word| names_place(word)).cloned()
        {
            reading = self.read_once(state, &text.replacen(&word.typed, &word.used, 1), literal)?;
            reading.corrected.push(word);
        }
        Ok(reading)
    }

    fn read_once(&self, state: &Searchable, text: &str, literal: bool) -> Result<Reading, TantivyError> {
        let number = company_number(text);
        let mut found: Vec<&str> = number.as_deref().map_or_else(|| words(text).collect(), |one| vec![one]);
        // A name is a name, also when it holds a place: "Hjortdal Købmand".
        let is_name = !literal && state.is_name(&fold(text), |word| self.analyser.is_stopword(word))?;
        let place = if literal || is_name { None } else { in_words(&found) };
        let place = place.map(|place| (place.reach, take_place(text, &mut found, place)));
        let mut reading = Reading { place, is_name, ..Reading::default() };
        let token = |typed| Token { typed, term: self.analyser.term(typed), folded: fold(typed) };
        let tokens: Vec<Token<'_>> = found.into_iter().map(token).collect();
        let mut phrases = if literal { HashMap::new() } else { self.phrases(state, &tokens)? };
        let telling =
            |index: usize| !self.analyser.is_stopword(&tokens[index].folded) && !is_auxiliary(&tokens, index);
        let any_telling = (0..tokens.len()).any(telling);
        let chosen = (0_usize..).zip(&tokens).filter(|(index, _)| !any_telling || telling(*index));
        for (index, token) in chosen.take(MAX_WORDS) {
            let mut ways = vec![Way::one(token.term.clone(), 1.0)];
            if !literal {
                ways.append(&mut phrases.remove(&index).unwrap_or_default());
                self.add_guesses(state, token, &mut ways, &mut reading)?;
            }
            if !state.any_meets(&ways)? {
                reading.unmet.push(token.typed.to_owned());
            }
            let weak = self.analyser.is_weak(&token.term) || is_small_number(&token.folded);
            reading.wishes.push(Wish { typed: token.typed.to_owned(), weak, ways });
        }
        if reading.wishes.iter().all(|wish| wish.weak) {
            reading.wishes.iter_mut().for_each(|wish| wish.weak = false);
        }
        Ok(reading)
    }

    /// Adds all ways to meet a word beside its own term and the phrases it stands in.
    fn add_guesses(
        &self,
        state: &Searchable,
        token: &Token<'_>,
        ways: &mut Vec<Way>,
        reading: &mut Reading,
    ) -> Result<(), TantivyError> {
        self.add_kin(ways, token);
        if reading.corrected.len() + reading.unmet.len() < MAX_MENDED && !state.any_meets(ways)? {
            self.mend(state, token, ways, reading)?;
        }
        // After the mending: the ending of a mistyped word is as right as any.
        let roots = self.analyser.roots(&token.folded).into_iter();
        ways.extend(roots.map(|root| Way::one(root, worth::ROOT)));
        Ok(())
    }

    /// Adds the ways to meet a word by its synonyms and, when it is a compound, by its parts.
    pub(super) fn add_kin(&self, ways: &mut Vec<Way>, token: &Token<'_>) {
        self.add_synonyms(ways, std::slice::from_ref(&token.term), worth::SYNONYM);
        let parts = self.analyser.telling_parts(&token.folded);
        if let [only] = parts.as_slice() {
            self.add_synonyms(ways, std::slice::from_ref(only), worth::PARTS * worth::SYNONYM);
        }
        if !parts.is_empty() {
            ways.push(Way { terms: parts, worth: worth::PARTS });
        }
    }

    pub(super) fn add_synonyms(&self, ways: &mut Vec<Way>, terms: &[String], worth: f32) {
        ways.extend(self.synonyms.of(terms).iter().map(|terms| Way { terms: terms.clone(), worth }));
    }

    /// Ways from words that stand together: joined to one, or as a phrase with synonyms; by
    /// the index of each word they cover.
    fn phrases(
        &self,
        state: &Searchable,
        tokens: &[Token<'_>],
    ) -> Result<HashMap<usize, Vec<Way>>, TantivyError> {
        let mut found: HashMap<usize, Vec<Way>> = HashMap::new();
        let terms: Vec<String> = tokens.iter().map(|token| token.term.clone()).collect();
        for (start, pair) in tokens.windows(2).enumerate() {
            for link in ["", "s", "e"] {
                let joined = format!("{}{link}{}", pair[0].folded, pair[1].folded);
                let term = self.analyser.folded_term(&joined);
                let mut ways = vec![Way::one(term.clone(), worth::JOINED)];
                self.add_synonyms(&mut ways, &[term], worth::JOINED * worth::SYNONYM);
                if state.any_meets(&ways)? {
                    (start..start + 2).for_each(|index| found.entry(index).or_default().extend(ways.clone()));
                }
            }
        }
        for length in 2..=self.synonyms.longest().min(tokens.len()) {
            for start in 0..=tokens.len() - length {
                let mut ways = Vec::new();
                self.add_synonyms(&mut ways, &terms[start..start + length], worth::PHRASE);
                (start..start + length)
                    .for_each(|index| found.entry(index).or_default().extend(ways.clone()));
            }
        }
        Ok(found)
    }
}

/// Whether the word is "have" as a verb, "vil gerne have", and not a garden.
fn is_auxiliary(tokens: &[Token<'_>], index: usize) -> bool {
    const BEFORE: [&str; 9] = ["gerne", "at", "kan", "vil", "skal", "maa", "kunne", "ville", "skulle"];
    let before = index.checked_sub(1).map(|before| tokens[before].folded.as_str());
    tokens[index].folded == "have" && before.is_some_and(|before| BEFORE.contains(&before))
}

/// The eight digits of a company number, when the text is nothing else.
fn company_number(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let only = text.chars().all(|letter| letter.is_ascii_digit() || " .-".contains(letter));
    Some(digits).filter(|digits| only && digits.len() == 8)
}

/// Takes the words of a place out of those found, and tells of it.
fn take_place(text: &str, found: &mut Vec<&str>, place: Found) -> PlaceInText {
    let told = PlaceInText {
        label: place.reach.label(),
        place: place.reach.name(),
        name: found[place.name].join(" "),
        typed: found[place.words.clone()].join(" "),
        rest: without(text, &found[place.words.clone()]),
    };
    found.drain(place.words);
    told
}

/// A number of hours or days, not a postcode or a paragraph.
fn is_small_number(folded: &str) -> bool {
    folded.len() <= 2 && folded.bytes().all(|letter| letter.is_ascii_digit())
}

/// The text without a run of its own words.
fn without(text: &str, words: &[&str]) -> String {
    let place = |word: &str| word.as_ptr().addr() - text.as_ptr().addr();
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return text.to_owned();
    };
    let (before, after) = (&text[..place(first)], &text[place(last) + last.len()..]);
    let kept = format!("{} {}", before.trim(), after.trim());
    kept.trim_matches(|letter: char| letter.is_whitespace() || letter == ',').to_owned()
}
