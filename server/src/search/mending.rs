//! Words that nothing meets: half words and mistakes.

use app::model::Corrected;
use content::folding::fold;
use content::places;
use tantivy::TantivyError;

use super::analysis::whole;
use super::index::{SearchIndex, Searchable};
use super::reading::{Reading, Token, Way};

/// Fewest letters of half a word.
const SHORTEST: usize = 3;
/// Most words a half word is completed to.
const MAX_COMPLETIONS: usize = 12;
/// What a completed word is worth beside the word itself.
const COMPLETED: f32 = 0.6;
/// What the last part of a compound is worth: office computers are computers.
const LAST_PART: f32 = 0.4;
/// What a corrected word is worth.
const CORRECTED: f32 = 0.5;

/// Mistakes, whether the first letter is another, how rare.
type Rank = (u8, bool, u32);

impl SearchIndex {
    /// Adds ways for a word that nothing meets: as half a word, as a slip of one letter, by the
    /// last part of a compound, as a mistake of two.
    pub(super) fn mend(
        &self,
        state: &Searchable,
        token: &Token<'_>,
        ways: &mut Vec<Way>,
        reading: &mut Reading,
    ) -> Result<(), TantivyError> {
        // A word that is known, or made of known ones, is no mistake.
        let right = state.vocabulary.knows(&token.folded) || self.analyser.is_compound(&token.folded);
        let corrected = if right { None } else { self.correction(state, &token.folded)? };
        let slip = corrected.as_ref().is_some_and(|(distance, ..)| *distance < 2);
        let mut guessed = self.completed(state, &token.folded)?;
        if guessed.is_empty() && !slip {
            guessed = self.ending(state, &token.folded)?;
        }
        if guessed.is_empty()
            && let Some((_, used, ways)) = corrected
        {
            reading.corrected.push(Corrected { typed: token.typed.to_owned(), used });
            guessed = ways;
        }
        ways.append(&mut guessed);
        Ok(())
    }

    /// Words that begin with half a word.
    fn completed(&self, state: &Searchable, folded: &str) -> Result<Vec<Way>, TantivyError> {
        let mut completed: Vec<Way> = Vec::new();
        if folded.len() < SHORTEST {
            return Ok(completed);
        }
        for word in state.vocabulary.beginning_with(folded) {
            let way = Way::one(self.analyser.term(word), COMPLETED);
            if !completed.contains(&way) && state.any_meets(std::slice::from_ref(&way))? {
                completed.push(way);
            }
            if completed.len() == MAX_COMPLETIONS {
                break;
            }
        }
        Ok(completed)
    }

    /// The part a word ends in.
    fn ending(&self, state: &Searchable, folded: &str) -> Result<Vec<Way>, TantivyError> {
        let mut ways = Vec::new();
        if let Some(last) = self.analyser.telling_ending(folded) {
            ways.push(Way::one(whole(&last), LAST_PART));
            self.add_synonyms(&mut ways, &[last], LAST_PART);
        }
        Ok(if state.any_meets(&ways)? { ways } else { Vec::new() })
    }

    /// The likest known word that something meets, with its distance and ways: fewest mistakes first,
    /// then the same first letter, then the commonest.
    fn correction(
        &self,
        state: &Searchable,
        folded: &str,
    ) -> Result<Option<(u8, String, Vec<Way>)>, TantivyError> {
        let mut best: Option<(Rank, String, Vec<Way>)> = None;
        for (distance, word) in state.vocabulary.like(folded) {
            if best.as_ref().is_some_and(|(known, ..)| known.0 < distance) {
                break;
            }
            let token = Token { typed: word, term: self.analyser.term(word), folded: fold(word) };
            let mut ways = vec![Way::one(token.term.clone(), 1.0)];
            self.add_kin(&mut ways, &token);
            for way in &mut ways {
                way.worth *= CORRECTED;
            }
            let common = state.frequency(&ways)?;
            let is_place = places::place_named(word).is_some();
            if common == 0 && !is_place {
                continue;
            }
            let other_start = token.folded.as_bytes().first() != folded.as_bytes().first();
            let rank = (distance, other_start, u32::MAX - common);
            if best.as_ref().is_none_or(|(known, ..)| rank < *known) {
                best = Some((rank, word.to_owned(), ways));
            }
        }
        Ok(best.map(|((distance, ..), word, ways)| (distance, word, ways)))
    }
}

impl Searchable {
    /// Whether a listing is met by one of the ways.
    ///
    /// # Errors
    /// When tantivy cannot read its index.
    pub(super) fn any_meets(&self, ways: &[Way]) -> Result<bool, TantivyError> {
        for way in ways {
            if self.postings.any_holds(&way.terms)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// How many listings the commonest of the ways may meet.
    fn frequency(&self, ways: &[Way]) -> Result<u32, TantivyError> {
        let mut most = 0;
        for way in ways {
            let mut least = u32::MAX;
            for term in &way.terms {
                least = least.min(self.postings.frequency(term)?);
            }
            most = most.max(least);
        }
        Ok(most)
    }
}
