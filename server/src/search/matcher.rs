//! Which listings the words of a search meet, and how well.

use content::taxonomy::stopwords;
use fixedbitset::FixedBitSet;
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::query::{BooleanQuery, BoostQuery, DisjunctionMaxQuery, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader, TantivyError, Term};

use super::analysis::words;
use super::index::{SearchIndex, Searchable};

/// Most words of a search that are looked at.
const MAX_WORDS: usize = 20;
/// What a synonym counts of the word itself.
const SYNONYM: Score = 0.6;

/// The listings a text meets.
#[derive(Debug, Default)]
pub struct Matches {
    /// The terms searched for, with their synonyms.
    pub terms: Vec<String>,
    /// Row numbers with how well the words fit.
    pub scored: Vec<(u32, Score)>,
    /// The same rows as a set.
    pub set: FixedBitSet,
}

impl SearchIndex {
    /// The terms of a search text, each once, in order; words that say nothing only when
    /// there are no others.
    pub fn query_terms(&self, text: &str) -> Vec<String> {
        let (empty, telling): (Vec<&str>, Vec<&str>) =
            words(text).partition(|word| stopwords().contains(&word.to_lowercase()));
        let mut terms = Vec::new();
        for word in if telling.is_empty() { empty } else { telling }.into_iter().take(MAX_WORDS) {
            let term = self.analyser.term(word);
            if !terms.contains(&term) {
                terms.push(term);
            }
        }
        terms
    }

    /// Listings that hold all words of the text; when none does, those that hold the most of them.
    ///
    /// # Errors
    /// When tantivy cannot read its index.
    pub fn matches(&self, state: &Searchable, text: &str) -> Result<Matches, TantivyError> {
        let asked = self.query_terms(text);
        let clause = |term: &String| (Occur::Should, self.any_of(term));
        let rows = state.snapshot.rows.len();
        let synonyms = asked.iter().flat_map(|term| self.synonyms.of(term));
        let terms: Vec<String> = asked.iter().chain(synonyms).cloned().collect();
        for required in (1..=asked.len()).rev() {
            let query =
                BooleanQuery::with_minimum_required_clauses(asked.iter().map(clause).collect(), required);
            let scored = state.searcher.search(&query, &Scores)?;
            if !scored.is_empty() {
                let mut set = FixedBitSet::with_capacity(rows);
                set.extend(scored.iter().map(|(number, _)| *number as usize));
                return Ok(Matches { terms, scored, set });
            }
        }
        Ok(Matches { terms, set: FixedBitSet::with_capacity(rows), ..Matches::default() })
    }

    /// Finds a term, or for a little less one of its synonyms.
    fn any_of(&self, term: &str) -> Box<dyn Query> {
        let exactly = |term: &str| -> Box<dyn Query> {
            let term = Term::from_field_text(self.fields.terms, term);
            Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
        };
        let synonyms = self.synonyms.of(term);
        if synonyms.is_empty() {
            return exactly(term);
        }
        let mut any = vec![exactly(term)];
        any.extend(
            synonyms
                .iter()
                .map(|term| -> Box<dyn Query> { Box::new(BoostQuery::new(exactly(term), SYNONYM)) }),
        );
        Box::new(DisjunctionMaxQuery::new(any))
    }
}

/// Collects row numbers with scores.
struct Scores;

struct SegmentScores {
    numbers: Column<u64>,
    scored: Vec<(u32, Score)>,
}

impl Collector for Scores {
    type Fruit = Vec<(u32, Score)>;
    type Child = SegmentScores;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<SegmentScores> {
        Ok(SegmentScores { numbers: segment.fast_fields().u64("number")?, scored: Vec::new() })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, segments: Vec<Vec<(u32, Score)>>) -> tantivy::Result<Vec<(u32, Score)>> {
        Ok(segments.concat())
    }
}

impl SegmentCollector for SegmentScores {
    type Fruit = Vec<(u32, Score)>;

    fn collect(&mut self, doc: DocId, score: Score) {
        let number = self.numbers.first(doc).and_then(|number| u32::try_from(number).ok());
        self.scored.extend(number.map(|number| (number, score)));
    }

    fn harvest(self) -> Vec<(u32, Score)> {
        self.scored
    }
}
