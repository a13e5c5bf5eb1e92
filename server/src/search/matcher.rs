//! Which listings meet the wishes of a search, and how well.

use fixedbitset::FixedBitSet;
use tantivy::{Score, TantivyError};

use super::index::Searchable;
use super::postings::Postings;
use super::reading::{Reading, Way};

/// Most postings read for one search: the bound of its time, far above what sensible searches need.
const MAX_POSTINGS: u32 = 1_000_000;
/// What a general word counts of a telling one.
const WEAK: Score = 0.25;
/// How much of the best listing's share of the wishes another must have to be found.
const SHARE_OF_BEST: Score = 0.42;
/// The share a closed listing must have, and any listing when the text is a name: all.
const WHOLE: Score = 0.99;
/// The share of the wishes below which nothing was found.
const LEAST_SHARE: Score = 0.3;

/// The listings a text meets.
#[derive(Debug, Default)]
pub struct Matches {
    /// The words searched for, by their numbers in the vocabulary.
    pub words: FixedBitSet,
    /// Row numbers with how well the words fit.
    pub scored: Vec<(u32, Score)>,
    /// The same rows as a set.
    pub set: FixedBitSet,
}

/// What one wish found: rows, each with how well from 0 to 1.
struct Met {
    rows: Vec<(u32, Score)>,
    /// What meeting it counts: more the fewer do.
    rarity: Score,
    weak: bool,
}

impl Searchable {
    /// The rows that meet what a text asks for, or most of it.
    ///
    /// A wish counts by its rarity (BM25's idf, over all ways to meet it). A row is found when it
    /// meets nearly as large a share of the wishes as the best row does, and its score is the
    /// sum of its wishes times its share.
    ///
    /// # Errors
    /// When tantivy cannot read its index.
    pub fn matches(&self, reading: &Reading) -> Result<Matches, TantivyError> {
        let share_of_best = if reading.is_name { WHOLE } else { SHARE_OF_BEST };
        let rows = self.snapshot.rows.len();
        let mut scratch = vec![0.0; rows];
        let mut left = MAX_POSTINGS;
        let mut met = Vec::with_capacity(reading.wishes.len());
        for wish in &reading.wishes {
            let found = meet(&self.postings, &wish.ways, &mut scratch, &mut left)?;
            met.push(Met { rarity: self.rarity(found.len()), rows: found, weak: wish.weak });
        }
        let weighed = weigh(&met, scratch);
        let best = weighed.iter().map(|weighed| weighed.share).fold(0.0, Score::max);
        let mut matches = Matches { set: FixedBitSet::with_capacity(rows), ..Matches::default() };
        for Weighed { row, score, share } in weighed {
            let closed = !self.snapshot.open.contains(row as usize);
            // A closed listing is found by its name, not by a word of it among others.
            let least = if closed { WHOLE } else { share_of_best * best };
            if best >= LEAST_SHARE && share >= least {
                matches.scored.push((row, score * share));
                matches.set.insert(row as usize);
            }
        }
        let telling = reading.wishes.iter().filter(|wish| !wish.weak);
        let terms = telling.flat_map(|wish| &wish.ways).flat_map(|way| &way.terms);
        matches.words = self.vocabulary.found_by(terms.map(String::as_str));
        Ok(matches)
    }

    /// BM25's idf: how much it tells that a listing is one of `found`.
    fn rarity(&self, found: usize) -> Score {
        #[expect(clippy::cast_precision_loss, reason = "counts of listings")]
        let (all, found) = (self.snapshot.by_slug.len() as Score, found as Score);
        (1.0 + ((all - found).max(0.0) + 0.5) / (found + 0.5)).ln()
    }
}

/// How much of the wishes a row meets.
struct Weighed {
    row: u32,
    /// The sum of the wishes it meets, each as well as it does.
    score: Score,
    /// The share of the telling wishes, from 0 to 1.
    share: Score,
}

/// Adds up the wishes by row. `scores` holds zero for every row.
fn weigh(met: &[Met], mut scores: Vec<Score>) -> Vec<Weighed> {
    let telling = || met.iter().filter(|met| !met.weak);
    // A word that nothing meets does not say how rare it is: it counts as the rarest other.
    let known = telling().filter(|met| !met.rows.is_empty()).map(|met| met.rarity);
    let rarest = known.fold(0.0, Score::max);
    let counted = telling().map(|met| if met.rows.is_empty() { rarest } else { met.rarity });
    let required: Score = counted.sum();
    let mut shares = vec![0.0; scores.len()];
    let mut rows: Vec<u32> = Vec::new();
    for met in met {
        let counts = if met.weak { WEAK * met.rarity } else { met.rarity };
        for (row, fit) in &met.rows {
            if scores[*row as usize] == 0.0 {
                rows.push(*row);
            }
            scores[*row as usize] += counts * fit;
            shares[*row as usize] += if met.weak { 0.0 } else { met.rarity / required };
        }
    }
    let weighed = |row| Weighed { row, score: scores[row as usize], share: shares[row as usize] };
    rows.into_iter().map(weighed).collect()
}

/// The rows one of the ways meets, each as well as its best way does. `scratch` holds
/// zero for every row, before and after; `left` is how many postings may still be read.
fn meet(
    postings: &Postings,
    ways: &[Way],
    scratch: &mut [Score],
    left: &mut u32,
) -> Result<Vec<(u32, Score)>, TantivyError> {
    let mut rows: Vec<u32> = Vec::new();
    for way in ways {
        let mut work = 0;
        for term in &way.terms {
            work += postings.frequency(term)?;
        }
        if work > *left {
            continue;
        }
        *left -= work;
        let mut better = |row: u32, fit: Score| {
            let known = &mut scratch[row as usize];
            if *known == 0.0 {
                rows.push(row);
            }
            *known = known.max(fit);
        };
        match way.terms.as_slice() {
            [term] => postings.each(term, |row, fit| better(row, way.worth * fit))?,
            terms => {
                for (row, fit) in together(postings, terms)? {
                    better(row, way.worth * fit);
                }
            }
        }
    }
    Ok(rows.into_iter().map(|row| (row, std::mem::take(&mut scratch[row as usize]))).collect())
}

/// The rows that hold all of the terms, with the mean of how weightily.
fn together(postings: &Postings, terms: &[String]) -> Result<Vec<(u32, Score)>, TantivyError> {
    let mut found: Vec<(u32, Score)> = Vec::new();
    for (index, term) in terms.iter().enumerate() {
        let mut holding = Vec::new();
        postings.each(term, |row, fit| holding.push((row, fit)))?;
        holding.sort_unstable_by_key(|(row, _)| *row);
        if index == 0 {
            found = holding;
            continue;
        }
        found = found
            .into_iter()
            .filter_map(|(row, sum)| {
                let place = holding.binary_search_by_key(&row, |(row, _)| *row).ok()?;
                Some((row, sum + holding[place].1))
            })
            .collect();
    }
    #[expect(clippy::cast_precision_loss, reason = "a handful")]
    let count = terms.len().max(1) as Score;
    for (_, fit) in &mut found {
        *fit /= count;
    }
    Ok(found)
}
